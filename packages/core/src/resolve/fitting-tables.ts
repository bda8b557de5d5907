import type { Run } from '../read/run.ts'
import { UNSET } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { Folds } from './fold.ts'
import type { KnownTables, TableRef } from './known-tables.ts'
import { Lists } from './lists.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from './table-mentions.ts'

/** The known tables that mentions fit. */
export interface FittingTables {
  /** Those that have every part that is given: in exact case, and where none does with case folded. */
  of(mention: MentionIndex): readonly TableRef[]
  /** Whether the mention fits only when case is folded. */
  isFolded(mention: MentionIndex): boolean
}

/**
 * Finds the tables that mentions fit. A table is filed under the mentions that are there, not under all that might be: a million
 * tables of a catalog take no memory unless somebody mentions them.
 */
export function fittingTables(run: Run, known: KnownTables, mentions: Tuples): FittingTables {
  const isWanted = new Uint8Array(run.strings.size)
  for (let mention = 0; mention < mentions.size; mention++) isWanted[mentions.get(mention, NAME)] = 1
  const exact = new Fitting(mentions)
  if (mentions.size > 0)
    known.visit(
      (name) => isWanted[name] === 1,
      (table, parts) => exact.file(table, parts),
    )

  const { foldedOf, folded } = foldedMentions(run, mentions, (mention) => !exact.has(mention))
  const loose = new Fitting(folded.tuples)
  if (folded.tuples.size > 0) {
    const formOf = folded.folds.finder()
    const form = new Int32Array(4)
    known.visit(
      (name) => formOf(name) >= 0,
      (table, parts) => {
        for (let part = 0; part < form.length; part++) form[part] = formOf(parts[part]!)
        loose.file(table, form)
      },
    )
  }
  return {
    of: (mention) => (foldedOf[mention]! < 0 ? exact.of(mention) : loose.of(foldedOf[mention]!)),
    isFolded: (mention) => foldedOf[mention]! >= 0 && loose.has(foldedOf[mention]!),
  }
}

/** The folded forms of some mentions, and the form of each of these: -1 for the others. */
function foldedMentions(run: Run, mentions: Tuples, isMeant: (mention: MentionIndex) => boolean) {
  const folds = new Folds(run.strings)
  const tuples = new Tuples(4)
  const scratch = new Int32Array(4)
  const foldedOf = new Int32Array(mentions.size).fill(-1)
  for (let mention = 0; mention < mentions.size; mention++)
    if (isMeant(mention)) foldedOf[mention] = tuples.intern(folds.internAll(mentions.row(mention), scratch))
  return { foldedOf, folded: { folds, tuples } }
}

/** Tables, filed under the mentions that they fit. */
class Fitting {
  readonly #mentions: Tuples
  /** The mentions without their clusters, to which a table that has no cluster is as good as any: [name, database, schema]. */
  readonly #places = new Tuples(3)
  readonly #placeOf: Int32Array
  readonly #clustered: Lists
  readonly #clusterless: Lists
  readonly #mention = new Int32Array(4)
  readonly #place = new Int32Array(3)

  constructor(mentions: Tuples) {
    this.#mentions = mentions
    this.#placeOf = Int32Array.from({ length: mentions.size }, (_, mention) =>
      this.#places.intern(
        this.#placeFor(
          mentions.get(mention, NAME),
          mentions.get(mention, DATABASE),
          mentions.get(mention, SCHEMA),
        ),
      ),
    )
    this.#clustered = new Lists(mentions.size)
    this.#clusterless = new Lists(this.#places.size)
  }

  /** A part that is UNSET, because the table has none, fits only a mention that does not give it, the cluster aside. */
  file(table: TableRef, parts: Int32Array): void {
    const [name, cluster, database, schema] = [
      parts[NAME]!,
      parts[CLUSTER]!,
      parts[DATABASE]!,
      parts[SCHEMA]!,
    ]
    for (const givenDatabase of choices(database))
      for (const givenSchema of choices(schema)) {
        const place = this.#places.find(this.#placeFor(name, givenDatabase, givenSchema))
        if (place < 0) continue
        if (cluster === UNSET) this.#clusterless.add(place, table)
        else
          for (const givenCluster of choices(cluster)) {
            this.#mention.set([name, givenCluster, givenDatabase, givenSchema])
            const mention = this.#mentions.find(this.#mention)
            if (mention >= 0) this.#clustered.add(mention, table)
          }
      }
  }

  of(mention: MentionIndex): readonly TableRef[] {
    const clustered = this.#clustered.of(mention)
    const clusterless = this.#clusterless.of(this.#placeOf[mention]!)
    if (clustered.length === 0) return clusterless
    return clusterless.length === 0 ? clustered : [...clusterless, ...clustered]
  }

  has(mention: MentionIndex): boolean {
    return this.#clustered.has(mention) || this.#clusterless.has(this.#placeOf[mention]!)
  }

  #placeFor(name: number, database: number, schema: number): Int32Array {
    this.#place[0] = name
    this.#place[1] = database
    this.#place[2] = schema
    return this.#place
  }
}

const NONE = [UNSET]
/** What a mention may say of a part: the part, or nothing. */
const choices = (part: number): readonly number[] => (part === UNSET ? NONE : [part, UNSET])

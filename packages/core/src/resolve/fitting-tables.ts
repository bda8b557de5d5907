import type { Run } from '../read/run.ts'
import { UNSET } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { Folds } from './fold.ts'
import type { KnownTables, TableRef } from './known-tables.ts'
import { Lists } from './lists.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from './table-mentions.ts'

/**
 * Tables that a mention fits: none of these lists is empty, and the same list stands for many mentions, since very many may fit the same
 * very many tables.
 */
export type TableLists = readonly (readonly TableRef[])[]

/** The known tables that mentions fit. */
export interface FittingTables {
  /** Those that have every part that is given: in exact case, and where none does with case folded. */
  of(mention: MentionIndex): TableLists
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
  /** Which of database and schema mentions give: most often all give the same, and then a table is looked for once. */
  readonly #given: readonly Given[]
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
    this.#given = this.#givenParts()
  }

  #givenParts(): Given[] {
    const found = new Set<number>()
    for (let place = 0; place < this.#places.size; place++)
      found.add(
        (this.#places.get(place, 1) === UNSET ? 0 : 1) | (this.#places.get(place, 2) === UNSET ? 0 : 2),
      )
    return [...found].map((parts) => ({ database: (parts & 1) !== 0, schema: (parts & 2) !== 0 }))
  }

  /** A part that is UNSET, because the table has none, fits only a mention that does not give it, the cluster aside. */
  file(table: TableRef, parts: Int32Array): void {
    const [name, cluster, database, schema] = [
      parts[NAME]!,
      parts[CLUSTER]!,
      parts[DATABASE]!,
      parts[SCHEMA]!,
    ]
    for (const given of this.#given) {
      if ((given.database && database === UNSET) || (given.schema && schema === UNSET)) continue
      const place = this.#placeFor(name, given.database ? database : UNSET, given.schema ? schema : UNSET)
      const found = this.#places.find(place)
      if (found < 0) continue
      if (cluster === UNSET) this.#clusterless.add(found, table)
      else
        for (const givenCluster of [cluster, UNSET]) {
          this.#mention[NAME] = name
          this.#mention[CLUSTER] = givenCluster
          this.#mention[DATABASE] = place[1]!
          this.#mention[SCHEMA] = place[2]!
          const mention = this.#mentions.find(this.#mention)
          if (mention >= 0) this.#clustered.add(mention, table)
        }
    }
  }

  of(mention: MentionIndex): TableLists {
    const clustered = this.#clustered.of(mention)
    const clusterless = this.#clusterless.of(this.#placeOf[mention]!)
    if (clustered.length === 0) return clusterless.length === 0 ? NONE : [clusterless]
    return clusterless.length === 0 ? [clustered] : [clusterless, clustered]
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

const NONE: TableLists = []

interface Given {
  readonly database: boolean
  readonly schema: boolean
}

import type { LineageGraph } from '../graph/lineage-graph.ts'
import { compareBytes } from '../read/compare-bytes.ts'
import { Column } from '../read/column.ts'
import { digestAfter, hashText } from '../read/hash.ts'
import type { LinePlace } from '../read/problem.ts'
import { Tuples } from '../read/tuples.ts'
import type { Level } from './level.ts'
import type { FindingSource, Headline, Told } from './finding-list.ts'
import { SEVERITIES, type Finding, type Severity, type Subject } from './finding.ts'
import { withArrays } from './listing.ts'
import { locate } from './locate.ts'
import type { Mistakes } from './mistakes.ts'
import { MOST_PLACES, type Place } from './place.ts'
import type { Discovery, Rule } from './rule.ts'
import { harmless, textOf } from './say.ts'

/** A rule and what it found. */
interface Found {
  readonly rule: Rule
  readonly mistakes: Mistakes
  /** By the identity of a mistake. */
  readonly fingerprintOf: (identity: string) => string
}

/** Stands for a case that is not shown. */
const OFF = -1
/** Stands where a case has no place. */
const NOWHERE = -1

/**
 * The cases of a run, as columns: which rule found which item, how grave it is, where it is first. What is said of a case is told by its
 * rule when the finding is made, so that a case takes some thirty bytes, whatever is said of it.
 */
export class Cases implements FindingSource {
  readonly #graph: LineageGraph
  readonly #found: Found[] = []
  readonly #foundBy = Column.ints()
  readonly #item = Column.ints()
  readonly #severity = Column.ints()
  readonly #file = Column.ints()
  readonly #line = Column.ints()
  /** By case, further items of the same identity. */
  readonly #more = new Map<number, number[]>()

  constructor(graph: LineageGraph) {
    this.#graph = graph
  }

  /**
   * Takes in what a rule found. Mistakes of one identity are one case, whose level is that of the first of them.
   * @param levelIn the level in a file; of what is in no file, where it is undefined.
   */
  add(rule: Rule, mistakes: Mistakes, levelIn: (file: string | undefined) => Level): void {
    const foundBy = this.#found.push({ rule, mistakes, fingerprintOf: digestAfter(`${rule.id}\n`) }) - 1
    const { items, outline } = mistakes
    if (outline === undefined) {
      this.#addTold(foundBy, mistakes, levelIn)
      return
    }
    /** Of the file that was asked for last: most often the next mistake is in it too. */
    let last: { readonly file: number; readonly level: Level } | undefined
    for (let i = 0; i < items.length; i++) {
      const place = outline.placeOf(items[i]!)
      const { file } = place
      if (last?.file !== file) last = { file, level: levelIn(this.#graph.run.files[file]?.name) }
      this.#push(foundBy, items[i]!, last.level, place)
    }
  }

  #addTold(foundBy: number, { items, tell }: Mistakes, levelIn: (file: string | undefined) => Level): void {
    const identities = new Tuples(2)
    const caseOf = Column.ints()
    const hash = new Int32Array(2)
    for (let i = 0; i < items.length; i++) {
      const { identity: text, places, subject } = tell(items[i]!)
      hash.set(hashText(text))
      const identity = identities.intern(hash)
      if (identity < caseOf.length) {
        this.#addTo(caseOf.at(identity), items[i]!)
        continue
      }
      const level = levelIn(this.#fileOf(places[0], subject))
      caseOf.push(level === 'off' ? OFF : this.#item.length)
      this.#push(foundBy, items[i]!, level, places[0])
    }
  }

  #push(foundBy: number, item: number, level: Level, place: LinePlace | undefined): void {
    if (level === 'off') return
    this.#foundBy.push(foundBy)
    this.#item.push(item)
    this.#severity.push(SEVERITIES.indexOf(level))
    this.#file.push(place?.file ?? NOWHERE)
    this.#line.push(place?.line ?? 0)
  }

  #addTo(row: number, item: number): void {
    if (row === OFF) return
    const more = this.#more.get(row)
    if (more) more.push(item)
    else this.#more.set(row, [item])
  }

  /** The file by which overrides look at a mistake: where it is, else what it is about. */
  #fileOf(place: Place | undefined, subject: Subject): string | undefined {
    if (place) return this.#graph.run.files[place.file]?.name
    return subject.kind === 'file' ? subject.file : undefined
  }

  /** By file, line, rule and identity. Files are numbered in the order of their names; a case without a place comes first. */
  inOrder(): Int32Array {
    const ids = this.#found.map(({ rule }) => rule.id)
    const sorted = [...ids].sort(compareBytes)
    const rankOf = ids.map((id) => sorted.indexOf(id))
    const [files, lines, foundBy] = [this.#file.values, this.#line.values, this.#foundBy.values]
    const byPlace = (one: number, other: number): number =>
      files[one]! - files[other]! ||
      lines[one]! - lines[other]! ||
      rankOf[foundBy[one]!]! - rankOf[foundBy[other]!]!
    const rows: number[] = []
    for (let row = 0; row < foundBy.length; row++) rows.push(row)
    rows.sort(byPlace)
    for (let start = 0, end = 1; end <= rows.length; end++)
      if (end === rows.length || byPlace(rows[start]!, rows[end]!) !== 0) {
        if (end - start > 1) this.#sortByIdentity(rows, start, end)
        start = end
      }
    return new Int32Array(rows)
  }

  #sortByIdentity(rows: number[], start: number, end: number): void {
    const tied = rows.slice(start, end).map((row) => ({ row, identity: this.#identityOf(row) }))
    tied.sort((one, other) => compareBytes(one.identity, other.identity))
    for (const [i, { row }] of tied.entries()) rows[start + i] = row
  }

  #identityOf(row: number): string {
    const { outline, tell } = this.#found[this.#foundBy.at(row)]!.mistakes
    const item = this.#item.at(row)
    return outline ? outline.identityOf(item) : tell(item).identity
  }

  ruleAt(row: number): string {
    return this.#found[this.#foundBy.at(row)]!.rule.id
  }

  severityAt(row: number): Severity {
    return SEVERITIES[this.#severity.at(row)]!
  }

  fingerprintAt(row: number): string {
    return this.#found[this.#foundBy.at(row)]!.fingerprintOf(this.#identityOf(row))
  }

  subjectAt(row: number): Pick<Discovery, 'subject'> & Required<Pick<Discovery, 'data'>> {
    const { outline, tell } = this.#found[this.#foundBy.at(row)]!.mistakes
    if (outline && !outline.isToldWhole)
      return { subject: { kind: 'resource', id: this.#identityOf(row) }, data: {} }
    const { subject, data = {} } = tell(this.#item.at(row))
    return { subject, data: withArrays(data) }
  }

  at(row: number): Finding {
    const { rule, severity, message, help, subject, locations, fingerprint, data, count } = this.toldAt(row)
    return {
      rule,
      severity,
      message: textOf(message),
      help: textOf(help),
      subject,
      locations,
      fingerprint,
      data: data ? { ...withArrays(data), count } : { count },
    }
  }

  toldAt(row: number): Told & { readonly count: number } {
    const { rule, mistakes, fingerprintOf } = this.#found[this.#foundBy.at(row)]!
    const told = mistakes.tell(this.#item.at(row))
    const { places, count } = this.#placesAt(row, told)
    const { run } = this.#graph
    return {
      rule: rule.id,
      severity: this.severityAt(row),
      message: harmless(told.message),
      help: harmless(told.help),
      subject: told.subject,
      locations: places.map((place) => locate(run, place)),
      fingerprint: fingerprintOf(told.identity),
      data: told.data,
      count,
    }
  }

  headlineAt(row: number): Headline {
    const told = this.#tellAt(row)
    const { places, count } = this.#placesAt(row, told)
    return {
      ...{
        rule: this.ruleAt(row),
        severity: this.severityAt(row),
        message: textOf(harmless(told.message)),
        count,
      },
      locations: places.slice(0, 1).map((place) => locate(this.#graph.run, place)),
      fingerprint: this.fingerprintAt(row),
    }
  }

  #tellAt(row: number): Discovery {
    return this.#found[this.#foundBy.at(row)]!.mistakes.tell(this.#item.at(row))
  }

  #placesAt(row: number, told: Discovery): CountedPlaces {
    const more = this.#more.get(row)
    if (!more) return placesOf(told)
    const { tell } = this.#found[this.#foundBy.at(row)]!.mistakes
    return joined([told, ...more.map(tell)])
  }
}

interface CountedPlaces {
  readonly places: readonly Place[]
  readonly count: number
}

const placesOf = ({ places, count = places.length }: Discovery): CountedPlaces => ({
  places: places.length > MOST_PLACES ? places.slice(0, MOST_PLACES) : places,
  count,
})

/** The places of all mistakes that are one case. */
function joined(discoveries: readonly Discovery[]): CountedPlaces {
  const all = discoveries.map(placesOf)
  return {
    places: all.flatMap(({ places }) => places).slice(0, MOST_PLACES),
    count: all.reduce((sum, { count }) => sum + count, 0),
  }
}

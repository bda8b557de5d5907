import type { Finding, Severity } from './finding.ts'
import type { Words } from './say.ts'

/** What a finding is about, without what is said of it. `data` is that of the rule, without the number of places. */
export type About = Pick<Finding, 'rule' | 'severity' | 'subject'> & {
  readonly data: { readonly [key: string]: unknown }
}

/** What a list shows of a finding: its first place alone, and how many it has. What `help` would say need not be looked up for that. */
export type Headline = Pick<Finding, 'rule' | 'severity' | 'message' | 'locations' | 'fingerprint'> & {
  readonly count: number
}

/** A finding as its rule tells it: what people read of it is not put together yet, and a long list in `data` is a `Listing`. */
export interface Told extends Omit<Finding, 'message' | 'help' | 'data'> {
  readonly message: Words
  readonly help: Words
  readonly data: { readonly [key: string]: unknown } | undefined
  /** Stands last in `data`, where it is not there yet. */
  readonly count?: number
}

/** How many places a finding has. */
export const countOf = ({ count, data }: Told): number => count ?? Number(data?.count ?? 0)

/** Where findings come from: each by a number. */
export interface FindingSource {
  at(row: number): Finding
  toldAt(row: number): Told
  headlineAt(row: number): Headline
  subjectAt(row: number): Pick<About, 'subject' | 'data'>
  ruleAt(row: number): string
  severityAt(row: number): Severity
  fingerprintAt(row: number): string
}

/**
 * Findings in an order. Each is made when it is asked for, and anew for the next one who asks: a run can have a million.
 * @example
 * ```ts
 * const list = FindingList.of(report.findings).where((index) => report.findings[index]!.severity === 'error')
 * for (const { message } of list) console.log(message)
 * ```
 */
export class FindingList implements Iterable<Finding> {
  readonly #source: FindingSource
  readonly #rows: ArrayLike<number>

  constructor(source: FindingSource, rows: ArrayLike<number>) {
    this.#source = source
    this.#rows = rows
  }

  /** Findings that are there already. */
  static of(findings: readonly Finding[]): FindingList {
    const source: FindingSource = {
      at: (row) => findings[row]!,
      toldAt: (row) => findings[row]!,
      headlineAt: (row) => ({ ...findings[row]!, count: findings[row]!.data.count }),
      subjectAt: (row) => findings[row]!,
      ruleAt: (row) => findings[row]!.rule,
      severityAt: (row) => findings[row]!.severity,
      fingerprintAt: (row) => findings[row]!.fingerprint,
    }
    return new FindingList(source, Array.from(findings.keys()))
  }

  get length(): number {
    return this.#rows.length
  }

  at(index: number): Finding {
    return this.#source.at(this.#rows[index]!)
  }

  /** For who puts together what people read, as the forms do that are written byte by byte. */
  toldAt(index: number): Told {
    return this.#source.toldAt(this.#rows[index]!)
  }

  /** What a list shows of a finding. What an id was meant to be takes seconds to find, where very many are missing: it is not looked up. */
  headlineAt(index: number): Headline {
    return this.#source.headlineAt(this.#rows[index]!)
  }

  /** What a finding is about: what is said of it is not made for that. */
  aboutAt(index: number): About {
    const [rule, severity] = [this.ruleAt(index), this.severityAt(index)]
    return { rule, severity, ...this.#source.subjectAt(this.#rows[index]!) }
  }

  *told(): Generator<Told> {
    for (let i = 0; i < this.length; i++) yield this.toldAt(i)
  }

  *abouts(): Generator<About> {
    for (let i = 0; i < this.length; i++) yield this.aboutAt(i)
  }

  ruleAt(index: number): string {
    return this.#source.ruleAt(this.#rows[index]!)
  }

  severityAt(index: number): Severity {
    return this.#source.severityAt(this.#rows[index]!)
  }

  fingerprintAt(index: number): string {
    return this.#source.fingerprintAt(this.#rows[index]!)
  }

  *[Symbol.iterator](): Generator<Finding> {
    for (let i = 0; i < this.length; i++) yield this.at(i)
  }

  /** Those that are wanted, in the same order. No finding is made for it. */
  where(isWanted: (index: number) => boolean): FindingList {
    const wanted: number[] = []
    for (let i = 0; i < this.length; i++) if (isWanted(i)) wanted.push(i)
    return this.pick(wanted)
  }

  /** Those at some indexes, in that order. */
  pick(indexes: readonly number[]): FindingList {
    return new FindingList(
      this.#source,
      Int32Array.from(indexes, (index) => this.#rows[index]!),
    )
  }

  /** How many there are of each severity. */
  counts(): Record<Severity, number> {
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
    for (let i = 0; i < this.length; i++) counts[this.severityAt(i)]++
    return counts
  }
}

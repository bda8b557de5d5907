import type { Finding, Severity } from './finding.ts'

/** Where findings come from: each by a number. */
export interface FindingSource {
  at(row: number): Finding
  ruleAt(row: number): string
  severityAt(row: number): Severity
  fingerprintAt(row: number): string
}

/** Findings in an order. Each is made when it is asked for, and anew for the next one who asks: a run can have a million. */
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
    const rows: number[] = []
    for (let i = 0; i < this.length; i++) if (isWanted(i)) rows.push(this.#rows[i]!)
    return new FindingList(this.#source, rows)
  }

  /** How many there are of each severity. */
  counts(): Record<Severity, number> {
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
    for (let i = 0; i < this.length; i++) counts[this.severityAt(i)]++
    return counts
  }
}

import type { Location } from './finding.ts'

/** A finding that is known already. */
export interface BaselineEntry {
  readonly fingerprint: string
  /** For readers, as is the message. */
  readonly rule: string
  readonly message: string
  /** The run that it was found in, where a baseline is about many: its folder, as the baseline calls it. */
  readonly run?: string
}

/** Findings that are known already. Each entry hides one. */
export interface Baseline {
  /** How findings call the file. */
  readonly file: string
  readonly text: string
  readonly entries: readonly BaselineEntry[]
  /** Where the entry of an index stands. */
  placeOf(entry: number): Location
  /** The text of a line of the file. */
  lineAt(line: number): string | undefined
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of the file: by run, rule and fingerprint, whatever a later version says in its messages. */
const byIdentity = (one: BaselineEntry, other: BaselineEntry): number =>
  compareText(one.run ?? '', other.run ?? '') ||
  compareText(one.rule, other.rule) ||
  compareText(one.fingerprint, other.fingerprint)

/** The version of the form: it grows when a field changes its meaning or goes. */
export const BASELINE_FORM = 1

/**
 * The text of a baseline, an entry a line, piece by piece: the same entries give the same bytes.
 * @example
 * ```ts
 * const entries = report.findings.map(({ rule, fingerprint, message }) => ({ rule, fingerprint, message }))
 * const text = [...baselineText(entries)].join('')
 * ```
 */
export function* baselineText(entries: readonly BaselineEntry[]): Generator<string> {
  yield `{\n"version": ${BASELINE_FORM},\n"findings": [`
  let separator = '\n'
  for (const { run, rule, fingerprint, message } of [...entries].sort(byIdentity)) {
    yield separator + JSON.stringify({ ...(run !== undefined && { run }), rule, fingerprint, message })
    separator = ',\n'
  }
  yield separator === '\n' ? ']\n}\n' : '\n]\n}\n'
}

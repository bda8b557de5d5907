import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { RunFile } from '../read/run-lines.ts'
import type { Stats } from './stats.ts'

/** From the gravest on. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
/** How grave a finding is. */
export type Severity = (typeof SEVERITIES)[number]

/** Where to look. All numbers count from 1, columns in UTF-16 code units, `endColumn` is exclusive. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly label?: string
}

/** What a finding is about. */
export type Subject =
  | { readonly kind: 'resource'; readonly id: string }
  /** Both ends as declared; null where one is missing. */
  | { readonly kind: 'lineage'; readonly from: unknown; readonly to: unknown }
  | {
      readonly kind: 'mention'
      readonly type: 'external_table' | 'external_column'
      readonly cluster: string | null
      readonly database: string | null
      readonly schema: string | null
      readonly table: string
      readonly column: string | null
    }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'graph' }

/** One mistake, with all its places. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** What is wrong, with the names. */
  readonly message: string
  /** How to mend it. */
  readonly help: string
  readonly subject: Subject
  /** At most 20; the first is the place to mend. */
  readonly locations: readonly Location[]
  /** Sixteen hexadecimal digits, of the rule and of what is wrong, never of where it stands. */
  readonly fingerprint: string
  /** The run that it is in, where a report is about many: its folder. */
  readonly run?: string
  /** What the rule has to say to programs. `count` is the number of places, also of those beyond the first 20. */
  readonly data: { readonly count: number; readonly [key: string]: unknown }
}

/** The figures of a checked run. */
export interface Summary {
  /** Valid declarations, repeats included. */
  readonly resources: number
  readonly lineage: number
  /** Of the resolved graph: declared, external and missing things, and distinct edges. */
  readonly nodes: number
  readonly edges: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that a baseline hides. */
  readonly baselined: number
  /** No error. */
  readonly ok: boolean
}

/** A run that was checked, as far as its report needs it. */
export interface CheckedRun {
  /** Its folder, where a report is about many runs. */
  readonly name?: string
  readonly files: readonly RunFile[]
  readonly summary: Summary
  /** Counted when asked for; undefined where a run was let go before. */
  stats(): Stats | undefined
}

/** What checking gave, of one run or of many. */
export interface Verdict {
  readonly ok: boolean
  readonly summary: Summary
  /**
   * By file, line, rule and identity: in one order, whatever the order of arguments. Made when first looked at, by reading lines again: what
   * has gone by then is told without its columns.
   */
  readonly findings: readonly Finding[]
  /** What a baseline hides, in the same order; undefined where there is none. */
  readonly baselined?: readonly Finding[]
  /** In the order of their names' bytes. */
  readonly runs: readonly CheckedRun[]
  /** The text of the line that a finding begins on, read again; undefined where its file has changed since. */
  lineAt(place: Location): string | undefined
}

/** What checking one run gave. */
export interface Report extends Verdict {
  readonly graph: LineageGraph
}

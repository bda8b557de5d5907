import type { Severity, Subject } from './finding.ts'
import type { Evidence } from './evidence.ts'
import type { IntegerSchema } from './json-schema.ts'
import type { Page } from './page.ts'
import type { Place } from './place.ts'
import type { Words } from './say.ts'

/** The sets of severities that a run can be checked by. */
export const PRESETS = ['minimal', 'recommended', 'strict'] as const
/** Severities to start from. */
export type Preset = (typeof PRESETS)[number]

/** One mistake, as its rule sees it. */
export interface Discovery {
  readonly message: Words
  readonly help: Words
  readonly subject: Subject
  /** What is wrong, as a text that stays the same wherever its lines stand. Discoveries of one identity are one finding. */
  readonly identity: string
  /** The place to mend first. No more than the first 20 are looked at. */
  readonly places: readonly Place[]
  /** Of all places; the number of `places` where it is not given. */
  readonly count?: number
  /** A list that may be very long is a `Listing`. */
  readonly data?: { readonly [key: string]: unknown }
}

/** One thing that can be wrong with a run. It looks, and says what it found; it does not count, print or decide. */
export interface Rule {
  readonly id: string
  /** By preset. */
  readonly severity: Readonly<Record<Preset, Severity | 'off'>>
  /** What it finds, on one line. */
  readonly summary: string
  /** Why it matters to the author of an integration: one or two sentences. */
  readonly why: string
  /** The rest of what `lineagraph explain` says of it. */
  readonly page: Page
  /** What the places of one mistake are, behind their number: `edges name it`. Places where it is not given. */
  readonly counted?: string
  /** What it takes beside its severity, by name. No options where it is not given. */
  readonly options?: OptionSchemas
  /** Has another thread begin with what this rule will ask for, while other rules look. */
  begin?(evidence: Evidence): void
  /** Those that may find very much give `Mistakes`. */
  run(evidence: Evidence, options: RuleOptions): Iterable<Discovery>
}

/** Options of a rule, by name. */
export interface RuleOptions {
  readonly [name: string]: unknown
}

/** What options of a rule may be. */
interface OptionSchemas {
  readonly [name: string]: IntegerSchema & { readonly default: number; readonly description: string }
}

/** A rule whose `run` knows the types of its options. */
interface RuleWith<Options extends OptionSchemas> extends Omit<Rule, 'options' | 'run'> {
  readonly options?: Options
  run(evidence: Evidence, options: Readonly<Record<keyof Options, number>>): Iterable<Discovery>
}

/** Says that an object is a rule, for the types. */
export const defineRule = <Options extends OptionSchemas>(rule: RuleWith<Options>): Rule => rule

/** The same severity under every preset. */
export const always = (severity: Severity): Rule['severity'] => ({
  minimal: severity,
  recommended: severity,
  strict: severity,
})

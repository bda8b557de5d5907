import type { Baseline } from './baseline.ts'
import type { CheckConfig } from './config.ts'
import type { FindingList } from './finding-list.ts'
import type { Finding } from './finding.ts'
import { RULES } from './registry.ts'
import { settingsOf } from './rule-setting.ts'
import { staleEntry, staleFindings } from './rules/baseline-stale-entry.ts'

/** A run by what it is called in a baseline, and how it is checked. */
export interface RunOfBaseline {
  /** Undefined where it has no folder, such as what comes through a pipe. */
  readonly run: string | undefined
  readonly config: CheckConfig
}

/** Findings of a run that are new, and those that are known. */
export interface Divided {
  readonly fresh: FindingList
  readonly known: FindingList
}

/** Hides what a baseline knows, run after run, each entry one finding; and says in the end which entries hid nothing. */
export class KnownFindings {
  readonly #baseline: Baseline
  /** The entries that have hidden nothing yet, by run and fingerprint. */
  readonly #left = new Map<string, number[]>()
  readonly #runs: RunOfBaseline[] = []

  constructor(baseline: Baseline) {
    this.#baseline = baseline
    // From the last to the first, so that the first is taken first.
    for (let i = baseline.entries.length - 1; i >= 0; i--) {
      const { run, fingerprint } = baseline.entries[i]!
      const key = keyOf(run, fingerprint)
      const same = this.#left.get(key)
      if (same) same.push(i)
      else this.#left.set(key, [i])
    }
  }

  /** Divides the findings of a run. */
  divide(findings: FindingList, of: RunOfBaseline): Divided {
    this.#runs.push(of)
    const isKnown = Uint8Array.from({ length: findings.length }, (_, index) =>
      this.#take(of.run, findings.fingerprintAt(index)) ? 1 : 0,
    )
    return {
      fresh: findings.where((index) => isKnown[index] === 0),
      known: findings.where((index) => isKnown[index] === 1),
    }
  }

  /**
   * The entries that hid nothing though they could have: their run was checked, by rules of which theirs was off nowhere. Indexes into
   * the entries.
   * @param isGone whether a run that was not checked is no longer there at all.
   */
  stale(isGone: (run: string) => boolean = () => false): number[] {
    const left = [...this.#left.values()].flat().sort((a, b) => a - b)
    return left.filter((i) => {
      const { run, rule } = this.#baseline.entries[i]!
      const could = this.#runs.filter((checked) => run === undefined || checked.run === run)
      if (could.length === 0) return run !== undefined && isGone(run)
      return could.every(({ config }) => isOn(rule, config))
    })
  }

  /** What is to be said of those. Goes by the config of the first run. */
  findings(isGone?: (run: string) => boolean): Finding[] {
    const level = settingsOf(staleEntry, this.#runs[0]?.config ?? {}).levelIn(this.#baseline.file)
    return level === 'off' ? [] : staleFindings(this.#baseline, this.stale(isGone), level)
  }

  /** Takes an entry for a finding: of its run, else one that is of no run. */
  #take(run: string | undefined, fingerprint: string): boolean {
    const own = run === undefined ? undefined : this.#left.get(keyOf(run, fingerprint))?.pop()
    return (own ?? this.#left.get(keyOf(undefined, fingerprint))?.pop()) !== undefined
  }
}

const keyOf = (run: string | undefined, fingerprint: string): string => JSON.stringify([run, fingerprint])

/** Whether findings of a rule can occur everywhere. One that there is no longer cannot, and what it found is stale for good. */
function isOn(id: string, config: CheckConfig): boolean {
  const rule = RULES.find((known) => known.id === id)
  if (rule === undefined) return config.only === undefined
  return !settingsOf(rule, config).isOffSomewhere
}

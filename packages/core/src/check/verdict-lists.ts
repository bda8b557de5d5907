import type { Finding, Verdict } from './finding.ts'
import { FindingList } from './finding-list.ts'

interface Lists {
  readonly findings: FindingList
  readonly baselined: FindingList | undefined
}

/** Of verdicts as they were made. A copy with other findings is not among them, and has those. */
const listsOf = new WeakMap<object, Lists>()

/**
 * A verdict of which the arrays of findings are made when somebody asks for them: reports go through the lists, and hold one finding at a
 * time.
 */
export function withLists<Rest extends object>(
  rest: Rest,
  findings: FindingList,
  baselined: FindingList | undefined,
): Rest & Pick<Verdict, 'findings' | 'baselined'> {
  const verdict = Object.defineProperties(
    { ...rest },
    {
      findings: madeOnce(() => Array.from(findings)),
      ...(baselined && { baselined: madeOnce(() => Array.from(baselined)) }),
    },
  ) as Rest & Pick<Verdict, 'findings' | 'baselined'>
  listsOf.set(verdict, { findings, baselined })
  return verdict
}

function madeOnce(make: () => readonly Finding[]): PropertyDescriptor {
  let made: readonly Finding[] | undefined
  return { get: () => (made ??= make()), enumerable: true, configurable: true }
}

/**
 * The findings of a verdict, one by one.
 * @example
 * ```ts
 * const findings = findingsOf(report)
 * if (findings.length > 0) console.log(findings.at(0).message)
 * ```
 */
export const findingsOf = (verdict: Verdict): FindingList =>
  listsOf.get(verdict)?.findings ?? FindingList.of(verdict.findings)

/** What a baseline hides in a verdict, one by one; undefined where there is no baseline. */
export function baselinedOf(verdict: Verdict): FindingList | undefined {
  const lists = listsOf.get(verdict)
  return lists ? lists.baselined : verdict.baselined && FindingList.of(verdict.baselined)
}

/**
 * The verdict with its errors alone among its findings; its summary still counts all.
 * @example
 * ```ts
 * const text = [...prettyReport(errorsOf(report))].join('')
 * ```
 */
export function errorsOf(verdict: Verdict): Verdict {
  const { ok, summary, runs } = verdict
  const findings = findingsOf(verdict)
  return withLists(
    { ok, summary, runs, lineAt: (place) => verdict.lineAt(place) } satisfies Omit<Verdict, 'findings'>,
    findings.where((index) => findings.severityAt(index) === 'error'),
    baselinedOf(verdict),
  )
}

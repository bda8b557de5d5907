import type { CheckedRun, Finding, Location, Verdict } from './finding.ts'
import { FindingList } from './finding-list.ts'
import { inFileOrder } from './in-file-order.ts'
import { summaryOf, sumOf } from './summary.ts'

/** What is left of a run when it has been checked and let go. */
export interface RunPart {
  readonly run: CheckedRun & { readonly name: string }
  readonly findings: readonly Finding[]
  /** What a baseline hides; undefined where there is none. */
  readonly baselined: readonly Finding[] | undefined
  readonly lineAt: (place: Location) => string | undefined
}

/**
 * One report about many runs.
 * @param parts in the order of their names' bytes.
 * @param beside findings that are about no run: of catalogs that several runs share, of baselines.
 * @param lineBeside the text of a line that they begin on.
 */
export function joinRuns(
  parts: readonly RunPart[],
  beside: { readonly findings: readonly Finding[]; readonly baselined: readonly Finding[] },
  lineBeside: (place: Location) => string | undefined,
): Verdict {
  const findings = inFileOrder([...parts.map((part) => part.findings), beside.findings])
  const hasBaseline = parts.some(({ baselined }) => baselined !== undefined)
  const baselined = inFileOrder([...parts.map((part) => part.baselined ?? []), beside.baselined])
  const figures = sumOf(parts.map(({ run }) => run.summary))
  const summary = summaryOf(figures, FindingList.of(findings).counts(), baselined.length)
  const partOfFile = new Map(
    parts.flatMap((part) => part.run.files.map(({ name }) => [name, part] as const)).reverse(),
  )
  return {
    ok: summary.ok,
    summary,
    findings,
    ...(hasBaseline && { baselined }),
    runs: parts.map(({ run }) => run),
    lineAt: (place) => lineBeside(place) ?? partOfFile.get(place.file)?.lineAt(place),
  }
}

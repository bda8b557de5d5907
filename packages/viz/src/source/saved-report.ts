import { CUT, textOf } from './packed-parts.ts'
import type { BaseRun, GivenRun, RunInput } from './run-input.ts'
import type { ReportListing, RunListing } from './run-listing.ts'

/** The parts of a report that hold its run. */
export interface SavedReport {
  readonly listing: Blob
  readonly sections: readonly Blob[]
}

/** @param parts gives those of one name. @returns undefined where there are none. */
export function reportOf(parts: (name: string) => readonly Blob[]): SavedReport | undefined {
  const [[listing], sections] = [parts('listing'), parts('run')]
  return listing && { listing, sections }
}

/** The run that a report carries, and what it is compared with. Rejects with {@link CUT} where the report is not whole. */
export async function runOfReport({ listing, sections }: SavedReport): Promise<GivenRun> {
  const { base, ...run } = JSON.parse(await textOf(listing)) as ReportListing
  if (sections.length < run.sections) throw new Error(CUT)
  return { ...given(run, sections, 0), ...(base && { base: given(base, sections, run.files.length) }) }
}

/** @param first which file of the sections is the first of these. */
function given(
  { name, plan, files }: Pick<RunListing, 'name' | 'plan' | 'files'>,
  sections: readonly Blob[],
  first: number,
): BaseRun {
  const inputs = files.map(({ name, role, printed }, i): RunInput => ({
    name,
    blob: { sections, file: first + i },
    isCatalog: role === 'catalog',
    printed,
  }))
  return { name, plan, inputs }
}

import type { Finding, Report } from '../check/finding.ts'

/**
 * The file to show a finding at, for those who show nothing without one: where it is, else what it is about, else the first of the run.
 * Undefined where the run has no file.
 */
export function fileOfFinding({ locations, subject }: Finding, { graph }: Report): string | undefined {
  return (
    locations[0]?.file ??
    (subject.kind === 'file' ? subject.file : graph.run.files.find(({ role }) => role === 'run')?.name)
  )
}

/** What findings call standard input: no file that anybody could open. */
export const isStandardInput = (file: string): boolean => file === '<stdin>'

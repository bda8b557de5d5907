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

const STREAMS: ReadonlyMap<string, string> = new Map([
  ['<stdin>', 'standard input'],
  ['<stdout>', 'what the integration printed'],
])

/** What stands behind a name that is no file that anybody could open; undefined for a file. */
export const streamOf = (file: string): string | undefined => STREAMS.get(file)

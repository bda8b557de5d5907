import type { Finding, Verdict } from '../check/finding.ts'

/**
 * The file to show a finding at, for those who show nothing without one: where it is, else what it is about, else the first of its run.
 * Undefined where that has no file.
 */
export function fileOfFinding({ locations, subject, run }: Finding, { runs }: Verdict): string | undefined {
  const [place] = locations
  if (place) return place.file
  if (subject.kind === 'file') return subject.file
  const checked = runs.find(({ name }) => name === run) ?? runs[0]
  return checked?.files.find(({ role }) => role === 'run')?.name
}

const STREAMS: ReadonlyMap<string, string> = new Map([
  ['<stdin>', 'standard input'],
  ['<stdout>', 'what the integration printed'],
])

/** What stands behind a name that is no file that anybody could open; undefined for a file. */
export const streamOf = (file: string): string | undefined => STREAMS.get(file)

import type { Run } from '../read/run.ts'

/** The names of the files of a run, less what all begin with: where the run lies differs from machine to machine, and is no part of a mistake. */
export function namesInRun(run: Run): string[] {
  const names = run.files.map(({ name }) => name)
  const folder = commonFolder(names)
  return names.map((name) => name.slice(folder.length))
}

/** What all names begin with, up to a `/`. */
function commonFolder(names: readonly string[]): string {
  let folder = names[0] ?? ''
  for (const name of names) while (!name.startsWith(folder)) folder = folder.slice(0, -1)
  return folder.slice(0, folder.lastIndexOf('/') + 1)
}

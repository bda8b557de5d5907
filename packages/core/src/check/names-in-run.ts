import type { RunFile } from '../read/run-lines.ts'
import type { Run } from '../read/run.ts'

/**
 * The names of the files of a run, less what all begin with: where the run lies differs from machine to machine, and is no part of a mistake.
 * Catalogs are taken by themselves and marked, so that they change no name of the run.
 */
export function namesInRun({ files }: Run): string[] {
  const folders = { run: commonFolder(files, 'run'), catalog: commonFolder(files, 'catalog') }
  return files.map(
    ({ name, role }) => `${role === 'catalog' ? 'catalog ' : ''}${name.slice(folders[role].length)}`,
  )
}

/** What all names of one role begin with, up to a `/`. */
function commonFolder(files: readonly RunFile[], role: RunFile['role']): string {
  const names = files.filter((file) => file.role === role).map(({ name }) => name)
  let folder = names[0] ?? ''
  for (const name of names) while (!name.startsWith(folder)) folder = folder.slice(0, -1)
  return folder.slice(0, folder.lastIndexOf('/') + 1)
}

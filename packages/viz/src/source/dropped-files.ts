import { isRunFile, mayBeUpload } from '@lineagraph/core'
import { filesOfRun } from './files-of-run.ts'
import type { FileInput } from './run-input.ts'

/**
 * The files of a drop: those given themselves, and of a folder those of its files that belong to a run, not those of folders in it.
 * The entries must be taken during the event: the browser forgets them after it.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<FileInput[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files].map(inputOf)
  const files = await Promise.all(entries.map((entry) => filesOf(entry)))
  return files.flat()
}

/** The files of an input element. What came with a folder has a path: only its top counts. */
export async function chosenFiles(files: readonly File[]): Promise<FileInput[]> {
  const given = files.filter(({ webkitRelativePath: path }) => path === '')
  const ofFolder = files.filter(({ webkitRelativePath: path }) => path.split('/').length === 2)
  return [...given.map(inputOf), ...(await filesOfRun(ofFolder.map(inputOf)))]
}

const inputOf = (file: File): FileInput => ({ name: file.name, blob: file })

async function filesOf(entry: FileSystemEntry): Promise<FileInput[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)]
  const inside = await entriesOf(entry as FileSystemDirectoryEntry)
  const named = inside.filter(({ isFile, name }) => isFile && (isRunFile(name) || mayBeUpload(name)))
  return filesOfRun(await Promise.all(named.map((file) => fileOf(file as FileSystemFileEntry))))
}

const fileOf = (entry: FileSystemFileEntry): Promise<FileInput> =>
  new Promise((resolve, reject) => entry.file((file) => resolve({ name: entry.name, blob: file }), reject))

/** A reader hands out a hundred at a time, and nothing when it is done. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

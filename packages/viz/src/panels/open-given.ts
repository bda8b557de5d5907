import type { FileInput, GivenRun } from '../source/run-input.ts'
import { loadLater } from './later.tsx'
import type { Model } from './model.ts'

loadLater(() => import('../source/is-upload.ts'))
const loadReportReader = loadLater(() => import('../source/read-report.ts'))

/** Opens what somebody gives to the page, once it is known which of it belongs to a run. */
export async function openGiven({ openAnother, fail }: Model, given: Promise<FileInput[]>): Promise<void> {
  try {
    const files = await given
    // What is looked for in a page takes a while: the page shows meanwhile that it is at it.
    if (files.length > 0) void openAnother(runOf(files))
  } catch (error) {
    fail('The files could not be read', error instanceof Error ? error.message : String(error))
  }
}

async function runOf(files: readonly FileInput[]): Promise<GivenRun> {
  const page = files.find(({ name }) => /\.html?$/i.test(name))
  if (page && files.length > 1) throw new Error(`${page.name} is a page: a report is given alone.`)
  if (page) return (await loadReportReader()).readReport(page)
  return { name: files.length === 1 ? files[0]!.name : `${files.length} files`, inputs: files }
}

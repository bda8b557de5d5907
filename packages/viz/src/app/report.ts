import './still.css'
import type { BaseRun, RunInput } from '../source/run-input.ts'
import type { ReportListing, RunListing } from '../source/run-listing.ts'
import { CUT, takeParts, textOf } from '../source/packed-parts.ts'
import { serveWorker } from '../worker/serve-worker.ts'
import { workerOrHere } from '../worker/worker-or-here.ts'
import { startPage } from './start-page.tsx'

// One script for both: in the page it shows the report, and in a worker that the page makes of the same text it does the work.
if ('document' in globalThis) void showReport(document.currentScript!.textContent)
else serveWorker()

async function showReport(code: string): Promise<void> {
  const parts = partsOrFault()
  document.body.replaceChildren()
  const model = startPage(() => workerOrHere(() => startWorker(code)))
  try {
    if (parts instanceof Error) throw parts
    const { listing, sections } = parts
    const { base, ...run } = JSON.parse(await textOf(listing)) as ReportListing
    if (sections.length < run.sections) throw new Error(CUT)
    await model.open({
      ...given(run, sections, 0),
      ...(base && { base: given(base, sections, run.files.length) }),
    })
  } catch (error) {
    model.fail('The report could not be read', error instanceof Error ? error.message : String(error))
  }
}

/** The parts must be taken before the page is made anew, and what is wrong with them can be said only after it. */
function partsOrFault(): { readonly listing: Blob; readonly sections: readonly Blob[] } | Error {
  try {
    const [[listing], sections] = [takeParts('listing'), takeParts('run')]
    return listing ? { listing, sections } : new Error(CUT)
  } catch {
    return new Error(CUT)
  }
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

function startWorker(code: string): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  setTimeout(() => URL.revokeObjectURL(address), 10_000) // once it is loaded
  return worker
}

import './still.css'
import { CUT, takeParts } from '../source/packed-parts.ts'
import { reportOf, runOfReport, type SavedReport } from '../source/saved-report.ts'
import { serveWorker } from '../worker/serve-worker.ts'
import { workerOrHere } from '../worker/worker-or-here.ts'
import { startPage } from './start-page.tsx'

// One script for both: in the page it shows the report, and in a worker that the page makes of the same text it does the work.
if ('document' in globalThis) void showReport(document.currentScript!.textContent)
else serveWorker()

async function showReport(code: string): Promise<void> {
  const report = reportOrFault()
  document.body.replaceChildren()
  const model = startPage(() => workerOrHere(() => startWorker(code)))
  try {
    if (report instanceof Error) throw report
    await model.open(await runOfReport(report))
  } catch (error) {
    model.fail('The report could not be read', error instanceof Error ? error.message : String(error))
  }
}

/** The parts must be taken before the page is made anew, and what is wrong with them can be said only after it. */
function reportOrFault(): SavedReport | Error {
  try {
    return reportOf(takeParts) ?? new Error(CUT)
  } catch {
    return new Error(CUT)
  }
}

function startWorker(code: string): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  setTimeout(() => URL.revokeObjectURL(address), 10_000) // once it is loaded
  return worker
}

import './still.css'
import type { RunListing } from '../source/run-listing.ts'
import { takeParts, textOf } from '../source/packed-parts.ts'
import { serveWorker } from '../worker/serve-worker.ts'
import { workerOrHere } from '../worker/worker-or-here.ts'
import { startPage } from './start-page.tsx'

// One script for both: in the page it shows the report, and in a worker that the page makes of the same text it does the work.
if ('document' in globalThis) void showReport(document.currentScript!.textContent)
else serveWorker()

async function showReport(code: string): Promise<void> {
  const [listing, files] = [takeParts('listing'), takeParts('file')]
  document.body.replaceChildren()
  const model = startPage(() => workerOrHere(() => startWorker(code)))
  try {
    const { name, plan, files: listed } = JSON.parse(await textOf(listing[0]!)) as RunListing
    const inputs = listed.map((file, i) => ({
      name: file.name,
      blob: files[i]!,
      isCatalog: file.role === 'catalog',
      printed: file.printed,
    }))
    await model.open({ name, inputs, plan })
  } catch (error) {
    model.fail('The report could not be read', error instanceof Error ? error.message : String(error))
  }
}

function startWorker(code: string): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  setTimeout(() => URL.revokeObjectURL(address), 10_000) // once it is loaded
  return worker
}

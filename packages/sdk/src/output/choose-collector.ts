import type { Collector } from './collector.ts'
import { FileCollector } from './file-collector.ts'
import { PrintCollector } from './print-collector.ts'

/** Names the folder for the upload files where `start` is not told. */
const OUT = 'LINEAGRAPH_OUT'

/** Where a run goes: into the folder that is named, else into the one that the environment names, else to standard output. */
export function chooseCollector(out: string | undefined): Collector {
  const folder = out ?? process.env[OUT]
  return folder ? new FileCollector(folder) : new PrintCollector()
}

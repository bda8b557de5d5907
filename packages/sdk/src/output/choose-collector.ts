import { resolve } from 'node:path'
import type { Collector } from './collector.ts'
import { FileCollector } from './file-collector.ts'
import { OutputError } from './output-error.ts'
import { PrintCollector } from './print-collector.ts'

/** Names the folder for the upload files where `start` is not told. */
const OUT = 'LINEAGRAPH_OUT'

/** Which integration of this process wrote into a folder last. */
const writers = new Map<string, object>()

/**
 * Where a run goes: into the folder that is named, else into the one that the environment names, else to standard output. Throws
 * OutputError where the environment would have the integration replace what another one of this process declares.
 */
export function chooseCollector(out: string | undefined, integration: object): Collector {
  const folder = out ?? process.env[OUT]
  if (!folder) return new PrintCollector()
  const place = resolve(folder)
  if (out === undefined && (writers.get(place) ?? integration) !== integration)
    throw new OutputError(
      `${OUT} names '${folder}', which holds what another integration of this process declares`,
      'give each a folder of its own: start({ out })',
    )
  const collector = new FileCollector(folder)
  writers.set(place, integration)
  return collector
}

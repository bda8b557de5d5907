import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const PIECE = 1 << 20

/**
 * Writes a run as files, piece by piece.
 * @param {import('./runs.mjs').GeneratedRun} run
 * @param {string} folder made where it is missing
 * @returns {{ folder: string, files: string[], catalog: string | undefined, lines: number, bytes: number }} `folder`: with nothing but the run in it;
 *   `lines` and `bytes` of the run, without its catalog
 */
export function writeRun(run, folder) {
  const ofRun = join(folder, 'run')
  mkdirSync(ofRun, { recursive: true })
  const files = [join(ofRun, 'resources.jsonl'), join(ofRun, 'lineage.jsonl')]
  const written = [writeLines(run.resources(), files[0]), writeLines(run.lineage(), files[1])]
  const catalog = run.catalog ? join(folder, 'workspace.jsonl') : undefined
  if (catalog) writeLines(run.catalog(), catalog)
  const sum = (of) => written[0][of] + written[1][of]
  return { folder: ofRun, files, catalog, lines: sum('lines'), bytes: sum('bytes') }
}

function writeLines(lines, path) {
  const file = openSync(path, 'w')
  let [count, bytes, piece] = [0, 0, '']
  const flush = () => {
    bytes += writeSync(file, piece)
    piece = ''
  }
  for (const line of lines) {
    count++
    piece += `${line}\n`
    if (piece.length >= PIECE) flush()
  }
  flush()
  closeSync(file)
  return { lines: count, bytes }
}

import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK = 1 << 20
const LINE_END = 0x0a

/** Reads a file chunk by chunk; a line that is longer than a chunk makes it larger. The last line has its end. */
export function eachLine(path, onLine) {
  let chunk = Buffer.allocUnsafe(CHUNK)
  const file = openSync(path, 'r')
  let kept = 0
  for (;;) {
    if (kept === chunk.length) chunk = Buffer.concat([chunk], kept * 2)
    const read = readSync(file, chunk, kept, chunk.length - kept, null)
    if (read === 0) break
    const end = chunk.lastIndexOf(LINE_END, kept + read - 1) + 1
    const text = chunk.toString('utf8', 0, end)
    for (let start = 0, stop; (stop = text.indexOf('\n', start)) >= 0; start = stop + 1)
      onLine(text.slice(start, stop))
    chunk.copyWithin(0, end, kept + read)
    kept = kept + read - end
  }
  closeSync(file)
}

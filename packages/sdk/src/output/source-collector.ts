import type { Source } from '@lineagraph/core'
import type { PrintedLineage } from '../declare/identifier.ts'
import { printedForm } from '../declare/printed-form.ts'
import type { PrintedResource } from '../declare/resource.ts'
import type { Collector } from './collector.ts'

const CHUNK = 1 << 20

/** Keeps declarations as the bytes of their lines, for core to read: a run may have millions. */
export class SourceCollector implements Collector {
  readonly #chunks: Buffer[] = []
  #waiting = ''

  declareResource(resource: PrintedResource): void {
    this.#add(printedForm(resource))
  }

  declareLineage(lineage: PrintedLineage): void {
    this.#add(printedForm(lineage))
  }

  #add(line: string): void {
    this.#waiting += `${line}\n`
    if (this.#waiting.length >= CHUNK) this.#cut()
  }

  #cut(): void {
    this.#chunks.push(Buffer.from(this.#waiting, 'latin1')) // the printed form is ASCII
    this.#waiting = ''
  }

  /** Everything that was declared until now. */
  source(name: string): Source {
    this.#cut()
    const chunks = [...this.#chunks]
    return {
      name,
      size: chunks.reduce((size, chunk) => size + chunk.length, 0),
      async *chunks() {
        yield* chunks
      },
      slice: (start, end) => sliceOf(chunks, start, end),
    }
  }
}

function sliceOf(chunks: readonly Buffer[], start: number, end: number): Buffer {
  const parts: Buffer[] = []
  let offset = 0
  for (const chunk of chunks) {
    if (offset + chunk.length > start && offset < end)
      parts.push(chunk.subarray(Math.max(0, start - offset), end - offset))
    offset += chunk.length
  }
  return Buffer.concat(parts)
}

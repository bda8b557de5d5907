import type { PrintedLineage } from '../declare/identifier.ts'
import { printedForm } from '../declare/printed-form.ts'
import type { PrintedResource } from '../declare/resource.ts'
import type { Collector } from './collector.ts'
import { LineWriter } from './line-writer.ts'

/**
 * Prints every declaration on a line of standard output, as the Python SDK does.
 * @example
 * ```ts
 * const collector = new PrintCollector()
 * ```
 */
export class PrintCollector implements Collector {
  readonly #writer: LineWriter
  readonly #atExit = () => this.#writer.flushQuietly()

  constructor(descriptor = 1) {
    this.#writer = new LineWriter(descriptor)
    process.once('exit', this.#atExit) // also when the author calls process.exit()
  }

  declareResource(resource: PrintedResource): void {
    this.#writer.write(printedForm(resource))
  }

  declareLineage(lineage: PrintedLineage): void {
    this.#writer.write(printedForm(lineage))
  }

  finalize(): void {
    process.off('exit', this.#atExit)
    this.#writer.flush()
  }

  /** Python has printed until then, too. */
  abandon(): void {
    this.finalize()
  }
}

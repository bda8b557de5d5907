import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UPLOAD_FILES, uploadForm, type UploadFile } from '@lineagraph/core'
import type { PrintedLineage } from '../declare/identifier.ts'
import { printedForm } from '../declare/printed-form.ts'
import type { PrintedResource } from '../declare/resource.ts'
import type { Collector } from './collector.ts'
import { LineWriter } from './line-writer.ts'
import { OutputError } from './output-error.ts'

/**
 * Writes the two files that File Upload takes into a folder, which is made where it is missing. They are written aside and come
 * to their place at the end, so that there is never half a file. Throws OutputError where the folder cannot be written into.
 */
export class FileCollector implements Collector {
  readonly #resources: FileAside
  readonly #lineage: FileAside
  readonly #atExit = () => this.#eachFile((file) => file.drop())

  constructor(folder: string) {
    try {
      mkdirSync(folder, { recursive: true })
      this.#resources = new FileAside(folder, UPLOAD_FILES.resource)
      this.#lineage = new FileAside(folder, UPLOAD_FILES.lineage)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw new OutputError(
        `'${folder}' cannot be written into (${code})`,
        'name a folder that you may write into',
      )
    }
    process.once('exit', this.#atExit) // where it was left half way, nothing of it stays
  }

  declareResource(resource: PrintedResource): void {
    this.#resources.writer.write(printedForm(uploadForm({ ...resource })))
  }

  declareLineage(lineage: PrintedLineage): void {
    this.#lineage.writer.write(printedForm(uploadForm({ ...lineage })))
  }

  finalize(): void {
    this.#eachFile((file) => file.writer.flush())
    this.#eachFile((file) => file.keep())
    process.off('exit', this.#atExit)
  }

  /** What was declared is kept; whoever ran it says that it is not all. */
  abandon(): void {
    this.finalize()
  }

  #eachFile(act: (file: FileAside) => void): void {
    act(this.#lineage)
    act(this.#resources)
  }
}

class FileAside {
  readonly writer: LineWriter
  readonly #descriptor: number
  readonly #path: string
  readonly #aside: string

  constructor(folder: string, name: UploadFile) {
    this.#path = join(folder, name)
    this.#aside = join(folder, `.${name}.${process.pid}.part`)
    this.#descriptor = openSync(this.#aside, 'w')
    this.writer = new LineWriter(this.#descriptor)
  }

  keep(): void {
    closeSync(this.#descriptor)
    renameSync(this.#aside, this.#path)
  }

  drop(): void {
    rmSync(this.#aside, { force: true })
  }
}

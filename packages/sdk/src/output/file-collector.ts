import { closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UPLOAD_FILES, uploadForm, type UploadFile } from '@lineagraph/core'
import { clearIncomplete, incompleteFolder, markIncomplete } from '@lineagraph/core/node'
import type { PrintedLineage } from '../declare/identifier.ts'
import { printedForm } from '../declare/printed-form.ts'
import type { PrintedResource } from '../declare/resource.ts'
import type { Collector } from './collector.ts'
import { LineWriter } from './line-writer.ts'
import { OutputError } from './output-error.ts'

/** The folders into which this process is writing. */
const inUse = new Set<string>()

/**
 * Writes the two files that File Upload takes into a folder, which is made where it is missing. They are written aside and come
 * to their place at the end, so that there is never half a file, and a run that broke off never takes the place of a whole one: it
 * goes into `incomplete` below the folder while that holds one. Throws OutputError where the folder cannot be written into, also
 * while another one of this process writes there.
 * @example
 * ```ts
 * const collector = new FileCollector('out')
 * ```
 */
export class FileCollector implements Collector {
  /** Else nothing would be in its place, and the files written aside would stay. */
  readonly keepsAtSignal = true
  readonly #folder: string
  readonly #place: string
  readonly #resources: FileAside
  readonly #lineage: FileAside
  readonly #atExit = (): void => void this.abandon()
  #isEmpty = true
  #isOpen = true
  /** What was declared is in its place. */
  #isWhole = false
  /** Where what was declared until the run broke off is kept. */
  #kept: string | undefined
  /** Why nothing is kept. */
  #failure: unknown

  constructor(folder: string) {
    this.#folder = folder
    try {
      mkdirSync(folder, { recursive: true })
      this.#place = realpathSync(folder)
      if (inUse.has(this.#place)) throw inUseError(folder)
      this.#resources = new FileAside(folder, UPLOAD_FILES.resource)
      this.#lineage = new FileAside(folder, UPLOAD_FILES.lineage)
    } catch (error) {
      throw cannotWrite(folder, error)
    }
    inUse.add(this.#place)
    process.once('exit', this.#atExit) // also where it was left half way
  }

  declareResource(resource: PrintedResource): void {
    this.#take()
    this.#resources.writer.write(printedForm(uploadForm({ ...resource })))
  }

  declareLineage(lineage: PrintedLineage): void {
    this.#take()
    this.#lineage.writer.write(printedForm(uploadForm({ ...lineage })))
  }

  #take(): void {
    if (this.#isOpen) this.#isEmpty = false
    else {
      this.revoke()
      throw new Error('this FileCollector has written its files: make another one for the next run')
    }
  }

  finalize(): void {
    this.#close(() => {
      this.#moveTo(this.#folder)
      clearIncomplete(this.#folder)
      this.#isWhole = true
    })
  }

  /** Marks the files that are written as not all. */
  revoke(): string | undefined {
    if (!this.#isWhole) return undefined
    try {
      markIncomplete(this.#folder)
    } catch (error) {
      throw cannotWrite(this.#folder, error)
    }
    return `in '${this.#folder}'`
  }

  /** What was declared is kept, and marked as not all. Nothing is touched where nothing was. */
  abandon(): string | undefined {
    if (this.#failure !== undefined) throw this.#failure
    if (!this.#isOpen) return this.#kept
    this.#close(() => {
      if (this.#isEmpty) return
      const folder = incompleteFolder(this.#folder)
      markIncomplete(folder)
      this.#moveTo(folder)
      this.#kept = `in '${folder}'`
    })
    return this.#kept
  }

  #close(act: () => void): void {
    if (!this.#isOpen) return
    try {
      this.#eachFile((file) => file.finish())
      act()
    } catch (error) {
      this.#failure = cannotWrite(this.#folder, error)
      throw this.#failure
    } finally {
      this.#isOpen = false
      inUse.delete(this.#place)
      process.off('exit', this.#atExit)
      this.#eachFile((file) => file.drop())
    }
  }

  #moveTo(folder: string): void {
    this.#eachFile((file) => file.moveTo(folder))
  }

  #eachFile(act: (file: FileAside) => void): void {
    act(this.#lineage)
    act(this.#resources)
  }
}

const inUseError = (folder: string): OutputError =>
  new OutputError(
    `another run of this process is writing into '${folder}', and one of them would be lost`,
    'await one start() before the next, and name a folder for each: start({ out })',
  )

const cannotWrite = (folder: string, error: unknown): unknown =>
  error instanceof Error && 'syscall' in error && 'code' in error
    ? new OutputError(
        `'${folder}' cannot be written into (${String(error.code)})`,
        'name a folder that you may write into',
      )
    : error

class FileAside {
  readonly writer: LineWriter
  readonly #descriptor: number
  readonly #aside: string
  #isOpen = true

  constructor(
    folder: string,
    private readonly name: UploadFile,
  ) {
    this.#aside = join(folder, `.${name}.${process.pid}.part`)
    this.#descriptor = openSync(this.#aside, 'w')
    this.writer = new LineWriter(this.#descriptor)
  }

  /** All that was declared is on disk then. */
  finish(): void {
    this.writer.flush()
    this.#close()
  }

  moveTo(folder: string): void {
    renameSync(this.#aside, join(folder, this.name))
  }

  /** Leaves nothing of it, unless it was moved. */
  drop(): void {
    this.#close()
    rmSync(this.#aside, { force: true })
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor)
    this.#isOpen = false
  }
}

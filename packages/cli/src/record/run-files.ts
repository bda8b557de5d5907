import { join } from 'node:path'
import { UPLOAD_FILES, type UploadFile } from '@lineagraph/core'
import type { WholeTarget } from '../input/find-targets.ts'
import { WholeFile } from '../input/whole-file.ts'

/** Text that is written at once: declarations are many and short. */
const PIECE = 1 << 16

/** The two files of a run while they are written. They take the places of older ones together, or not at all. */
export class RunFiles {
  readonly #files: Readonly<Record<UploadFile, WholeFile>>
  readonly #waiting: Record<UploadFile, string> = { 'resources.jsonl': '', 'lineage.jsonl': '' }
  readonly #filled = new Set<UploadFile>()

  /** Throws UsageError where one of the files cannot be made. */
  constructor(targets: Readonly<Record<UploadFile, WholeTarget>>) {
    const resources = new WholeFile(targets['resources.jsonl'])
    try {
      this.#files = { 'resources.jsonl': resources, 'lineage.jsonl': new WholeFile(targets['lineage.jsonl']) }
    } catch (error) {
      resources.discard()
      throw error
    }
  }

  /** Those that something was added to. */
  get filled(): readonly UploadFile[] {
    return Object.values(UPLOAD_FILES).filter((name) => this.#filled.has(name))
  }

  /** Adds a declaration behind those of its file. */
  add(file: UploadFile, declaration: string | Uint8Array): void {
    this.#filled.add(file)
    if (typeof declaration === 'string') {
      this.#waiting[file] += `${declaration}\n`
      if (this.#waiting[file].length >= PIECE) this.#flush(file)
    } else {
      this.#flush(file)
      this.#files[file].write(declaration)
      this.#waiting[file] = '\n'
    }
  }

  /** Puts both in their places, when both are whole. */
  keep(): void {
    this.#finish()
    for (const file of Object.values(this.#files)) file.keep()
  }

  /** Puts both into another folder, which is there. */
  keepIn(folder: string): void {
    this.#finish()
    for (const name of Object.values(UPLOAD_FILES)) this.#files[name].keep(join(folder, name))
  }

  /** Leaves what was not kept. */
  discard(): void {
    for (const file of Object.values(this.#files)) file.discard()
  }

  #finish(): void {
    for (const name of Object.values(UPLOAD_FILES)) {
      this.#flush(name)
      this.#files[name].finish()
    }
  }

  #flush(file: UploadFile): void {
    this.#files[file].write(this.#waiting[file])
    this.#waiting[file] = ''
  }
}

import {
  lineageLines,
  resourceLines,
  UPLOAD_FILES,
  type LineageGraph,
  type UploadFile,
} from '@lineagraph/core'
import type { WholeTarget } from '../input/find-targets.ts'
import { WholeFile } from '../input/whole-file.ts'
import { RunFiles } from '../record/run-files.ts'
import { idListText } from './id-list.ts'
import { contentMark, markResources } from './mark-resources.ts'
import type { PackedId } from './packed-id.ts'

/** The three files of a pack while they are written. They take the places of older ones together, or not at all. */
export class Upload {
  readonly #run: RunFiles
  readonly #ids: WholeFile

  /** Throws UsageError where one of the files cannot be made. */
  constructor(run: Readonly<Record<UploadFile, WholeTarget>>, ids: WholeTarget) {
    this.#run = new RunFiles(run)
    try {
      this.#ids = new WholeFile(ids)
    } catch (error) {
      this.#run.discard()
      throw error
    }
  }

  /**
   * Writes what a run declares.
   * @returns the resources as the next pack will know them, and how much lineage there is.
   */
  write(graph: LineageGraph): { readonly ids: readonly PackedId[]; readonly lineageCount: number } {
    const contents: string[] = []
    for (const { json, text } of resourceLines(graph)) {
      this.#run.add(UPLOAD_FILES.resource, text)
      contents.push(contentMark(json))
    }
    let lineageCount = 0
    for (const { text } of lineageLines(graph)) {
      this.#run.add(UPLOAD_FILES.lineage, text)
      lineageCount += 1
    }
    const ids = [...markResources(graph, contents)]
    for (const text of idListText(ids)) this.#ids.write(text)
    this.#ids.finish()
    return { ids, lineageCount }
  }

  keep(): void {
    this.#run.keep()
    this.#ids.keep()
  }

  /** Leaves what was not kept. */
  discard(): void {
    this.#run.discard()
    this.#ids.discard()
  }
}

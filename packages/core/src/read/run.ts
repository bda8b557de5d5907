import { isJsonObject } from '../model/declaration.ts'
import type { Resource } from '../model/resource.ts'
import { LineageColumns, ResourceColumns, type Batch } from './batch.ts'
import type { Catalog } from './catalog.ts'
import { Identifiers } from './identifiers.ts'
import type { LinePlace, Problem } from './problem.ts'
import { readResource } from './read-resource.ts'
import type { Source } from './source.ts'
import { Strings } from './strings.ts'
import { textOfLine } from './text-of-line.ts'

/** What is known of a file of a run once it has been read. */
export interface RunFile {
  readonly name: string
  /** A part of the run, or a catalog that is read beside it: of what the workspace has already. */
  readonly role: 'run' | 'catalog'
  readonly printed: boolean
  /** Meant for lineage alone: beside resources it may be empty. */
  readonly holdsLineage: boolean
  readonly lineCount: number
  /** Lines that declare something, well or badly. */
  readonly declarationCount: number
}

const LF = 10
/** How much is read at once when a line is looked at again: most lines are shorter. */
const PEEK = 1 << 12

/** One run of an integration, as it was declared: nothing is resolved yet, nothing is judged. */
export class Run {
  readonly files: RunFile[] = []
  readonly strings = new Strings()
  readonly identifiers = new Identifiers(this.strings)
  readonly resources = new ResourceColumns()
  readonly lineage = new LineageColumns()
  readonly problems: Problem[] = []
  /** What the workspace has already; undefined where no catalog was given. */
  catalog: Catalog | undefined
  readonly #sources: Source[] = []

  /** Opens the next file. Its batches follow, in their order. */
  addFile(source: Source, holdsLineage: boolean): void {
    this.#sources.push(source)
    const { name, printed = false } = source
    this.files.push({ name, role: 'run', printed, holdsLineage, lineCount: 0, declarationCount: 0 })
  }

  /** Takes in what a piece of the last file gave. Pieces come in the order in which they stand in the file. */
  addBatch(batch: Batch): void {
    const file = this.files.length - 1
    const opened = this.files[file]!
    const firstLine = opened.lineCount + 1
    this.files[file] = {
      ...opened,
      lineCount: opened.lineCount + batch.lineCount,
      declarationCount: opened.declarationCount + batch.declarationCount,
    }
    const strings = Int32Array.from({ length: batch.strings.size }, (_, i) =>
      this.strings.internFrom(batch.strings, i),
    )
    const textAt = (index: number): number => (index < 0 ? index : strings[index]!)
    const identifiers = Int32Array.from({ length: batch.identifiers.size }, (_, i) =>
      this.identifiers.internFrom(batch.identifiers, i, strings),
    )
    const { resources, lineage } = batch
    for (let i = 0; i < resources.length; i++) {
      this.resources.file.push(file)
      this.resources.line.push(firstLine + resources.line.at(i))
      this.resources.offset.push(resources.offset.at(i))
      this.resources.id.push(textAt(resources.id.at(i)))
      this.resources.type.push(textAt(resources.type.at(i)))
      this.resources.parent.push(textAt(resources.parent.at(i)))
      this.resources.title.push(textAt(resources.title.at(i)))
      this.resources.schema.push(textAt(resources.schema.at(i)))
      this.resources.database.push(textAt(resources.database.at(i)))
      this.resources.group.push(textAt(resources.group.at(i)))
      this.resources.product.push(textAt(resources.product.at(i)))
      this.resources.order.push(resources.order.at(i))
      this.resources.contentHigh.push(resources.contentHigh.at(i))
      this.resources.contentLow.push(resources.contentLow.at(i))
    }
    for (let i = 0; i < lineage.length; i++) {
      this.lineage.file.push(file)
      this.lineage.line.push(firstLine + lineage.line.at(i))
      this.lineage.offset.push(lineage.offset.at(i))
      this.lineage.from.push(identifiers[lineage.from.at(i)]!)
      this.lineage.to.push(identifiers[lineage.to.at(i)]!)
    }
    for (const { line, offset, problem } of batch.problems)
      this.problems.push({ ...problem, file, line: firstLine + line, offset })
  }

  /** Where the declaration of a resource stands. */
  placeOfResource(index: number): LinePlace {
    return placeIn(this.resources, index)
  }

  /** Where the declaration of an edge stands. */
  placeOfLineage(index: number): LinePlace {
    return placeIn(this.lineage, index)
  }

  /** The text of a line, read again from its file; undefined where the file has changed since. */
  textAt({ file, offset }: LinePlace): string | undefined {
    const source = this.#sources[file]!
    for (let length = PEEK; ; length *= 8) {
      const bytes = source.slice(offset, offset + length)
      if (bytes === undefined) return undefined
      const end = bytes.indexOf(LF)
      if (end >= 0) return textOfLine(bytes.subarray(0, end), offset)
      if (bytes.length < length) return textOfLine(bytes, offset)
    }
  }

  /** A declared resource with all its fields, read again from its line; undefined where the file has changed since. */
  resourceAt(index: number): Resource | undefined {
    const text = this.textAt(this.placeOfResource(index))
    if (text === undefined) return undefined
    try {
      const json: unknown = JSON.parse(text)
      return isJsonObject(json) ? readResource(json, text).resource : undefined
    } catch {
      return undefined // the line is another one now: the file was written anew under the same size and time
    }
  }
}

const placeIn = ({ file, line, offset }: ResourceColumns | LineageColumns, index: number): LinePlace => ({
  file: file.at(index),
  line: line.at(index),
  offset: offset.at(index),
})

import { isJsonObject } from '../model/declaration.ts'
import type { Resource } from '../model/resource.ts'
import { LineageColumns, ResourceColumns, type Batch } from './batch.ts'
import type { Catalog } from './catalog.ts'
import type { Column } from './column.ts'
import type { CsvFile } from './csv-file.ts'
import { declarationIn } from './declaration-in.ts'
import type { FindNearestElsewhere } from './nearest-task.ts'
import { Identifiers } from './identifiers.ts'
import type { LinePlace, Problem } from './problem.ts'
import { readResource } from './read-resource.ts'
import { RunLines, type RunFile } from './run-lines.ts'
import type { Source, SourceFault } from './source.ts'
import { Strings } from './strings.ts'

type CatalogCounts = Pick<RunFile, 'lineCount' | 'declarationCount' | 'namedCount'>

/**
 * One run of an integration, as it was declared: nothing is resolved yet, nothing is judged.
 * @example
 * ```ts
 * for (const problem of run.problems) console.log(problem.kind, problem.line)
 * ```
 */
export class Run {
  /** Its files, and their lines again. */
  readonly lines = new RunLines()
  readonly strings = new Strings()
  readonly identifiers = new Identifiers(this.strings)
  readonly resources = new ResourceColumns()
  readonly lineage = new LineageColumns()
  readonly problems: Problem[] = []
  /** What the workspace has already; undefined where no catalog was given. */
  catalog: Catalog | undefined
  /** Undefined where there is one thread alone. */
  findNearestElsewhere: FindNearestElsewhere | undefined

  get files(): readonly RunFile[] {
    return this.lines.files
  }

  /** Opens the next file. Its batches follow, in their order. */
  addFile(source: Source, holdsLineage: boolean, role: RunFile['role'] = 'run'): void {
    this.lines.addFile(source, holdsLineage, role)
  }

  /** Says what the last file, a catalog, turned out to hold. */
  closeCatalog({ lineCount, declarationCount, namedCount }: CatalogCounts): void {
    this.lines.setCounts({ lineCount, declarationCount, namedCount })
  }

  /** Takes in what a piece of the last file gave. Pieces come in the order in which they stand in the file. */
  addBatch(batch: Batch): void {
    const file = this.files.length - 1
    const opened = this.files[file]!
    const firstLine = opened.lineCount + 1
    this.lines.setCounts({
      lineCount: opened.lineCount + batch.lineCount,
      declarationCount: opened.declarationCount + batch.declarationCount,
    })
    const strings = this.strings.internAll(batch.strings)
    const identifiers = this.identifiers.internAll(batch.identifiers, strings)
    const { resources, lineage } = batch
    for (const [columns, added] of [
      [this.resources, resources],
      [this.lineage, lineage],
    ] as const) {
      columns.file.extend(added.length).fill(file)
      copyLines(added.line, columns.line, firstLine)
      columns.offset.extend(added.length).set(added.offset.values)
    }
    for (const text of TEXT_COLUMNS) copyTexts(resources[text], this.resources[text], strings)
    this.resources.order.extend(resources.length).set(resources.order.values)
    for (const column of ['idStart', 'contentHigh', 'contentLow'] as const)
      this.resources[column].extend(resources.length).set(resources[column].values)
    copyIdentifiers(lineage.from, this.lineage.from, identifiers)
    copyIdentifiers(lineage.to, this.lineage.to, identifiers)
    this.lineage.fromStart.extend(lineage.length).set(lineage.fromStart.values)
    this.lineage.toStart.extend(lineage.length).set(lineage.toStart.values)
    for (const { line, offset, problem } of batch.problems) {
      if (problem.kind === 'line-too-long') this.lines.addLongLine({ file, offset })
      this.problems.push({ ...problem, file, line: firstLine + line, offset })
    }
  }

  /**
   * Takes in what was wrong with the last file as a whole. Where the file was cut, the line in the middle of which it ends is cut by the
   * same mistake.
   * @param offset of its last line.
   */
  addFault(fault: SourceFault, offset: number): void {
    const file = this.files.length - 1
    if (fault.kind === 'recoded') {
      const first = this.problems.findIndex((problem) => problem.file === file)
      const problem = { kind: 'recoded', encoding: fault.encoding, file, line: 1, offset: 0 } as const
      this.problems.splice(first < 0 ? this.problems.length : first, 0, problem)
      return
    }
    const last = this.problems.at(-1)
    if (last?.kind === 'truncated' && last.file === file) this.problems.pop()
    const line = Math.max(1, this.files[file]!.lineCount)
    this.problems.push({ kind: 'broken-archive', fault: fault.kind, file, line, offset })
  }

  /** Says how the rows of the last file are laid out. */
  setForm(form: CsvFile): void {
    this.lines.setForm(form)
  }

  /** Says that the last file is what `lineagraph export -f json` wrote. */
  setExport(): void {
    this.lines.setExport()
  }

  /** How the rows of a CSV file are laid out; undefined for other files. */
  formOf(file: number): CsvFile | undefined {
    return this.lines.formOf(file)
  }

  /** Where the declaration of a resource stands. */
  placeOfResource(index: number): LinePlace {
    return placeIn(this.resources, index)
  }

  /** Where the declaration of an edge stands. */
  placeOfLineage(index: number): LinePlace {
    return placeIn(this.lineage, index)
  }

  /** The text of a line, read again: see `RunLines`. */
  textAt(place: LinePlace): string | undefined {
    return this.lines.textAt(place)
  }

  /** As `textAt`, with blanks in place of what a program printed on the line before its declaration: JSON in the columns of the line. */
  declaredAt(place: LinePlace): string | undefined {
    const text = this.textAt(place)
    const isPrinted = this.files[place.file]!.printed
    return text !== undefined && isPrinted ? (declarationIn(text) ?? text) : text
  }

  /** A declared resource with all its fields, read again from its line; undefined where the file has changed since. */
  resourceAt(index: number): Resource | undefined {
    const place = this.placeOfResource(index)
    const text = this.declaredAt(place)
    if (text === undefined) return undefined
    const form = this.formOf(place.file)
    if (form) {
      const type = this.strings.at(this.resources.type.at(index))
      return form.resourcesIn(text).find(({ entity_type }) => entity_type === type)
    }
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

const TEXT_COLUMNS = ['id', 'type', 'parent', 'title', 'schema', 'database', 'group', 'product'] as const

function copyLines(from: Column<Int32Array>, to: Column<Int32Array>, firstLine: number): void {
  const { values } = from
  const copy = to.extend(values.length)
  for (let i = 0; i < values.length; i++) copy[i] = firstLine + values[i]!
}

/** @param strings indexes of the texts of `from`, each one further on: see `internAll`. */
function copyTexts(from: Column<Int32Array>, to: Column<Int32Array>, strings: Int32Array): void {
  const { values } = from
  const copy = to.extend(values.length)
  for (let i = 0; i < values.length; i++) copy[i] = strings[values[i]! + 1]!
}

function copyIdentifiers(from: Column<Int32Array>, to: Column<Int32Array>, identifiers: Int32Array): void {
  const { values } = from
  const copy = to.extend(values.length)
  for (let i = 0; i < values.length; i++) copy[i] = identifiers[values[i]!]!
}

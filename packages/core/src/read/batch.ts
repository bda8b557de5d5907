import { Column } from './column.ts'
import { Identifiers } from './identifiers.ts'
import type { LineProblem } from './problem.ts'
import { Strings, type StringParts } from './strings.ts'

/** Stands for a place in a line that reading has not told. */
export const NOT_KNOWN = -1

/** Declared resources, a column a property: no object a resource is kept. Texts are indexes into the strings beside them. */
export class ResourceColumns {
  readonly file = Column.ints()
  readonly line = Column.ints()
  /** The byte of the file at which the line begins. */
  readonly offset = Column.offsets()
  readonly id = Column.ints()
  /** Where the text of the id begins in the line, in UTF-16 units; NOT_KNOWN where the line has to be looked at again for it. */
  readonly idStart = Column.ints()
  readonly type = Column.ints()
  readonly parent = Column.ints()
  readonly title = Column.ints()
  readonly schema = Column.ints()
  readonly database = Column.ints()
  readonly group = Column.ints()
  readonly product = Column.ints()
  /** Where it stands among its siblings; NaN where it does not say. */
  readonly order = Column.numbers()
  /** 64 bits of all that the declaration says: equal for an equal repeat. */
  readonly contentHigh = Column.ints()
  readonly contentLow = Column.ints()

  get length(): number {
    return this.id.length
  }
}

/** Declared edges: where, and the two ends as indexes into the identifiers beside them. */
export class LineageColumns {
  readonly file = Column.ints()
  readonly line = Column.ints()
  readonly offset = Column.offsets()
  readonly from = Column.ints()
  readonly to = Column.ints()
  /** Where the text that names each end begins in the line, as `idStart` does. */
  readonly fromStart = Column.ints()
  readonly toStart = Column.ints()

  get length(): number {
    return this.from.length
  }
}

/**
 * What a piece of one file gave. It stands for itself, with strings and identifiers of its own and lines counted from 0, so
 * that pieces can be read side by side and merged in their order. `file` columns stay empty here.
 */
export class Batch {
  readonly strings = new Strings()
  readonly identifiers = new Identifiers(this.strings)
  readonly resources = new ResourceColumns()
  readonly lineage = new LineageColumns()
  problems: BatchProblem[] = []
  /** How many lines it holds, empty ones included. */
  lineCount = 0
  /** How many of them declare something, well or badly. */
  declarationCount = 0
  /** The byte of the file at which its last line begins, and that behind it. */
  lastLine = 0
  end = 0

  /** Takes such parts for its own, in place of what it held: to be merged, not to be read into. */
  adopt({ strings, identifiers, resources, lineage, rest }: BatchParts): void {
    this.strings.adopt(strings)
    this.identifiers.adopt(identifiers)
    for (const [columns, arrays] of [
      [this.resources, resources],
      [this.lineage, lineage],
    ] as const)
      for (const [name, column] of Object.entries(columns))
        (column as Column<Int32Array>).adopt(arrays[name] as Int32Array)
    Object.assign(this, rest)
  }

  /** Lets go of all that it holds, not of the room for it. */
  clear(): void {
    this.strings.clear()
    this.identifiers.clear()
    for (const columns of [this.resources, this.lineage])
      for (const column of Object.values(columns)) (column as Column<Int32Array>).clear()
    this.problems.length = 0
    this.lineCount = this.declarationCount = 0
  }
}

/** A batch as arrays that another thread can be given. */
export interface BatchParts {
  readonly strings: StringParts
  readonly identifiers: Int32Array
  /** By the name of the column. */
  readonly resources: Readonly<Record<string, Int32Array | Float64Array>>
  readonly lineage: Readonly<Record<string, Int32Array | Float64Array>>
  readonly rest: Pick<Batch, 'problems' | 'lineCount' | 'declarationCount' | 'lastLine' | 'end'>
}

/** Copies what a batch holds. */
export function partsOf(batch: Batch): BatchParts {
  const { problems, lineCount, declarationCount, lastLine, end } = batch
  return {
    strings: batch.strings.parts(),
    identifiers: batch.identifiers.parts(),
    resources: arraysOf(batch.resources),
    lineage: arraysOf(batch.lineage),
    rest: { problems: [...problems], lineCount, declarationCount, lastLine, end },
  }
}

/** The buffers of such arrays, which move to another thread with them. */
export const buffersOf = ({ strings, identifiers, resources, lineage }: BatchParts): ArrayBuffer[] =>
  [...Object.values(strings), identifiers, ...Object.values(resources), ...Object.values(lineage)].map(
    ({ buffer }) => buffer as ArrayBuffer,
  )

type AnyColumn = Column<Int32Array> | Column<Float64Array>

const arraysOf = (columns: ResourceColumns | LineageColumns): Record<string, Int32Array | Float64Array> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, (column as AnyColumn).values.slice()]),
  )

export interface BatchProblem {
  readonly line: number
  readonly offset: number
  readonly problem: LineProblem
}

import { Column } from './column.ts'
import { Identifiers } from './identifiers.ts'
import type { LineProblem } from './problem.ts'
import { Strings } from './strings.ts'

/** Declared resources, a column a property: no object a resource is kept. Texts are indexes into the strings beside them. */
export class ResourceColumns {
  readonly file = Column.ints()
  readonly line = Column.ints()
  /** The byte of the file at which the line begins. */
  readonly offset = Column.offsets()
  readonly id = Column.ints()
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
  readonly problems: BatchProblem[] = []
  /** How many lines it holds, empty ones included. */
  lineCount = 0
  /** How many of them declare something, well or badly. */
  declarationCount = 0
  /** The byte of the file at which its last line begins, and that behind it. */
  lastLine = 0
  end = 0

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

export interface BatchProblem {
  readonly line: number
  readonly offset: number
  readonly problem: LineProblem
}

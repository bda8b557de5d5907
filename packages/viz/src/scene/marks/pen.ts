import type { Transform } from '../camera/camera.ts'
import type { Fitter } from './cut-text.ts'
import type { Prepared } from '../picture/prepared.ts'

/** What things are drawn with. */
export interface Pen {
  readonly picture: Prepared
  readonly transform: Transform
  readonly fitter: Fitter
  /** Where the window ends at the right, CSS pixels. */
  readonly right: number
  /** The columns of tables, by the key of the table, as far as they are known. */
  readonly columns: ReadonlyMap<string, readonly string[]>
}

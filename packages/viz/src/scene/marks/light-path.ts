import type { PathMarks } from '../picture/picture.ts'
import type { Light } from './light-up.ts'

/** Lights what is on paths, and marks their ends. */
export const lightUpPath = (on: PathMarks): Light => ({
  ...on,
  starts: on.ends.slice(0, 1),
  line: -1,
  reach: null,
  circle: null,
})

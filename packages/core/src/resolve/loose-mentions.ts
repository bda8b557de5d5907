import type { Strings } from '../read/strings.ts'
import type { Tuples } from '../read/tuples.ts'
import type { MentionIndex } from './table-mentions.ts'

/** Mentions that fit no known table, and how to compare them. */
export interface LooseMentions {
  readonly strings: Strings
  /** All mentions, of which only those in `loose` take part. */
  readonly tuples: Tuples
  readonly loose: readonly MentionIndex[]
  /** Whether an external table or column mentions it, in this case. What queries alone mention has no case of its own. */
  readonly isDeclared: (mention: MentionIndex) => boolean
}

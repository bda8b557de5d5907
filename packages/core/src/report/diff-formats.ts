import type { RunDiff } from '../compare/run-diff.ts'
import { diffJson } from './diff-json.ts'
import { diffMarkdown } from './diff-markdown.ts'
import type { DiffOptions } from './diff-sections.ts'
import { diffText } from './diff-text.ts'

const FORMATS = { text: diffText, json: diffJson, markdown: diffMarkdown } as const

/** The forms in which a difference can be written. */
export type DiffFormat = keyof typeof FORMATS
/** All of them. */
export const DIFF_FORMATS = Object.keys(FORMATS) as readonly DiffFormat[]

/**
 * Writes a difference in a format, piece by piece. The same runs give the same bytes.
 * @example
 * ```ts
 * const diff = compareRuns(await checkRun('before/'), await checkRun('after/'))
 * for (const piece of formatDiff(diff, 'markdown', { base: 'before/', head: 'after/' })) process.stdout.write(piece)
 * ```
 */
export const formatDiff = (diff: RunDiff, format: DiffFormat, options: DiffOptions): Iterable<string> =>
  FORMATS[format](diff, options)

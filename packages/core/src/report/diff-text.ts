import { visible } from '../check/quote.ts'
import { grouped } from '../check/grouped.ts'
import type { RunDiff } from '../compare/run-diff.ts'
import { diffCounts, diffSections, type DiffOptions } from './diff-sections.ts'
import { colours, noColours } from './paint.ts'

/** The difference for people: all of it, kind by kind, and how many last. */
export function* diffText(diff: RunDiff, { base, head, color = false }: DiffOptions): Generator<string> {
  const paint = color ? colours : noColours
  for (const { sign, title, count, items } of diffSections(diff)) {
    yield `${paint.bold(title)} ${paint.faint(`(${grouped(count)})`)}\n`
    for (const { text, details } of items()) {
      yield ` ${paint.sign(sign)} ${visible(text)}\n`
      for (const detail of details) yield `     ${visible(detail)}\n`
    }
    yield '\n'
  }
  yield `from ${visible(base)} to ${visible(head)}\n`
  for (const line of diffCounts(diff.summary)) yield `${line}\n`
}

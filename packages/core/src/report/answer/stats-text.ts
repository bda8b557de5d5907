import { grouped } from '../../check/grouped.ts'
import { visible } from '../../check/quote.ts'
import type { Stats } from '../../check/stats.ts'
import { figuresOf } from './answer-csv.ts'

/**
 * The figures of a run to be read, one a line.
 * @example
 * ```ts
 * const text = [...statsText(statsOf(graph))].join('')
 * ```
 */
export function* statsText(stats: Stats): Generator<string> {
  const figures = [...figuresOf(stats)].map(([name, value]) => ({
    name: visible(name),
    value: typeof value === 'number' ? grouped(value) : value,
  }))
  const width = figures.reduce((widest, { name }) => Math.max(widest, name.length), 0)
  for (const { name, value } of figures) yield `${`${name.padEnd(width)}  ${value}`.trimEnd()}\n`
}

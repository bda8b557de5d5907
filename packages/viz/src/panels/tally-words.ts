import { shortCount } from '../scene/marks/line-width.ts'
import type { Fitter } from '../scene/marks/cut-text.ts'
import type { Tally } from '../scene/picture/picture.ts'
import { number } from './words.ts'

/** Small letters come out a little wider than they are measured. */
const SURE = 1.05

/**
 * How much of a run a picture shows, in a line of a narrow page: all of it, or, where it has no room for that, what is not nothing, and then in
 * short numbers.
 * @param room CSS pixels. @returns words and numbers by turns.
 */
export function tallyWords({ things, edges }: Tally, room: number, fitter: Pick<Fitter, 'width'>): string[] {
  const words = (isWhole: boolean, said: (count: number) => string): string[] => [
    ...['drawn ', said(things.drawn), ` of ${said(things.all)} things, `],
    ...[said(edges.drawn), ` of ${said(edges.all)} edges; `, said(things.folded + things.beyond)],
    ...(isWhole || things.hidden > 0 ? [' folded, ', said(things.hidden), ' hidden'] : [' folded']),
  ]
  const width = (parts: readonly string[]): number =>
    parts.reduce((sum, part, i) => sum + fitter.width(part, 11, i % 2 === 1 ? 600 : 400), 0)
  const told = [words(true, number), words(false, number), words(false, shortCount)]
  return told.find((parts) => SURE * width(parts) <= room) ?? told[2]!
}

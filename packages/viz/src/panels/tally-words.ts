import { grouped } from '@lineagraph/core'
import { shortCount } from '../scene/marks/line-width.ts'
import type { Fitter } from '../scene/marks/cut-text.ts'
import type { Tally } from '../scene/picture/picture.ts'

/** Small letters come out a little wider than they are measured. */
const SURE = 1.05

/**
 * How much of a run a picture shows, in one line: all of it, or, where it has no room for that, what is not nothing, then in
 * short numbers, and then less and less of it, each part whole. That something is hidden is never left out; what is beyond is told for
 * longer than what is folded, which the picture shows inside of what is drawn.
 * @param room CSS pixels. @returns words and numbers by turns.
 */
export function tallyWords({ things, edges }: Tally, room: number, fitter: Pick<Fitter, 'width'>): string[] {
  const hidden = (isWhole: boolean, said: Said, before: string): string[] =>
    isWhole || things.hidden > 0 ? [before, said(things.hidden), ' hidden'] : []
  const ofThings = (said: Said): string[] => ['drawn ', said(things.drawn), ` of ${said(things.all)} things`]
  const ofEdges = (said: Said): string[] => [', ', said(edges.drawn), ` of ${said(edges.all)} edges`]
  const isBeyond = things.beyond > 0
  const hasFolded = things.folded > 0 || !isBeyond
  const folded = (said: Said): string[] => ['; ', said(things.folded), ' folded']
  const beyond = (said: Said, before: string): string[] =>
    isBeyond ? [before, said(things.beyond), ' beyond'] : []
  const whole = (isWhole: boolean, said: Said): string[] =>
    joined(ofThings(said), ofEdges(said), folded(said), hidden(isWhole, said, ', '), beyond(said, ', '))
  const onlyBeyond = (said: Said): string[] =>
    joined(ofThings(said), ofEdges(said), beyond(said, '; '), hidden(false, said, ', '))
  const told = [
    whole(true, grouped),
    ...(hasFolded ? [whole(false, grouped)] : []),
    ...(isBeyond ? [onlyBeyond(grouped)] : []),
    ...(hasFolded ? [whole(false, shortCount)] : []),
    ...(isBeyond ? [onlyBeyond(shortCount)] : []),
    joined(ofThings(shortCount), ofEdges(shortCount), hidden(false, shortCount, '; ')),
    joined(ofThings(shortCount), hidden(false, shortCount, '; ')),
  ]
  return fitting(told, room, fitter)
}

/**
 * All of how much of a run a picture shows, in two lines of a narrow page: what is drawn, and where the rest is.
 * @param room CSS pixels. @returns of each line words and numbers by turns; short numbers where others have no room.
 */
export function tallyLines(
  { things, edges, missing }: Tally,
  room: number,
  fitter: Pick<Fitter, 'width'>,
): [drawn: string[], rest: string[]] {
  const drawn = (said: Said): string[] => [
    ...['drawn ', said(things.drawn), ` of ${said(things.all)} things, `],
    ...[said(edges.drawn), ` of ${said(edges.all)} edges`],
  ]
  const rest = (said: Said): string[] => [
    ...['', said(things.folded), ' folded, ', said(things.hidden), ' hidden, '],
    ...(things.beyond > 0 ? [said(things.beyond), ' beyond, '] : []),
    ...[said(missing), ' not resolved'],
  ]
  const fitted = (line: (said: Said) => string[]): string[] =>
    fitting([line(grouped), line(shortCount)], room, fitter)
  return [fitted(drawn), fitted(rest)]
}

/** The first that has room, or the last. */
function fitting(told: readonly string[][], room: number, fitter: Pick<Fitter, 'width'>): string[] {
  const width = (parts: readonly string[]): number =>
    parts.reduce((sum, part, i) => sum + fitter.width(part, 11, i % 2 === 1 ? 600 : 400), 0)
  return told.find((parts) => SURE * width(parts) <= room) ?? told.at(-1)!
}

type Said = (count: number) => string

/** Parts that each begin and end with words: where two meet, these are one. */
const joined = (first: string[], ...others: readonly string[][]): string[] =>
  others.reduce(
    (line, [words, ...rest]) =>
      words === undefined ? line : [...line.slice(0, -1), line.at(-1)! + words, ...rest],
    first,
  )

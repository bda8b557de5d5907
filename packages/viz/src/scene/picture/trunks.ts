import { STROKES, type Lines } from './picture.ts'

/** Lines while cards show their headers alone: all from one card to another are one. */
export interface Trunks {
  /** How many are drawn. */
  readonly count: number
  /** By line: the one that is drawn for it. */
  readonly drawn: Uint32Array
  /** By line that is drawn: how many edges of the run it stands for, and 1 where it stands for several lines. */
  readonly weights: Uint32Array
  readonly isTrunk: Uint8Array
}

/** Null where no two lines join the same cards. What leads back in a circle is drawn rather than what does not. O(n). */
export function trunksOf({ count, from, to, strokes, weights }: Lines): Trunks | null {
  const drawnOf = new Map<number, number>()
  const isBack = (line: number): boolean => STROKES[strokes[line]!] === 'back'
  const pairOf = (line: number): number => from[line]! * 2 ** 26 + to[line]!
  for (let line = 0; line < count; line++) {
    const known = drawnOf.get(pairOf(line))
    if (known === undefined || (isBack(line) && !isBack(known))) drawnOf.set(pairOf(line), line)
  }
  if (drawnOf.size === count) return null
  const drawn = new Uint32Array(count)
  const [sums, isTrunk] = [new Uint32Array(count), new Uint8Array(count)]
  for (let line = 0; line < count; line++) {
    const one = (drawn[line] = drawnOf.get(pairOf(line))!)
    sums[one]! += weights[line]!
    if (one !== line) isTrunk[one] = 1
  }
  return { count: drawnOf.size, drawn, weights: sums, isTrunk }
}

/** The lines that are drawn for some, each once. O(n). */
export const drawnFor = (trunks: Trunks | null, lines: readonly number[]): readonly number[] =>
  trunks ? [...new Set(lines.map((line) => trunks.drawn[line]!))] : lines

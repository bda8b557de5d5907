import { STROKES, type Lines } from './picture.ts'

/** Lines where none meets its row: all from one card to another are one. */
export interface Trunks {
  /** How many are drawn. */
  readonly count: number
  /** By line: the one that is drawn for it. */
  readonly drawn: Uint32Array
  /** By line that is drawn: how many edges of the run it stands for, and 1 where it stands for several lines. */
  readonly weights: Uint32Array
  readonly isTrunk: Uint8Array
}

/**
 * Null where no two lines join the same cards. The middle one is drawn for all, since they lie side by side in their order; or one that leads back in a
 * circle. O(n).
 */
export function trunksOf({ count, from, to, strokes, weights }: Lines): Trunks | null {
  const groups = new Map<number, number[]>()
  for (let line = 0; line < count; line++) {
    const pair = from[line]! * 2 ** 26 + to[line]!
    const group = groups.get(pair)
    if (group) group.push(line)
    else groups.set(pair, [line])
  }
  if (groups.size === count) return null
  const isBack = (line: number): boolean => STROKES[strokes[line]!] === 'back'
  const [drawn, sums, isTrunk] = [new Uint32Array(count), new Uint32Array(count), new Uint8Array(count)]
  for (const group of groups.values()) {
    const one = group.find(isBack) ?? group[(group.length - 1) >> 1]!
    for (const line of group) drawn[line] = one
    sums[one] = group.reduce((sum, line) => sum + weights[line]!, 0)
    isTrunk[one] = group.length > 1 ? 1 : 0
  }
  return { count: groups.size, drawn, weights: sums, isTrunk }
}

/** The lines that are drawn for some, each once. O(n). */
export const drawnFor = (trunks: Trunks | null, lines: readonly number[]): readonly number[] =>
  trunks ? [...new Set(lines.map((line) => trunks.drawn[line]!))] : lines

import { STROKES, type Lines, type Stroke } from './picture.ts'

export const DASH: Readonly<Partial<Record<Stroke, readonly number[]>>> = {
  back: [5, 4],
  ghost: [5, 4],
  against: [5, 4],
}

/**
 * Of each line, 1 where its dashes are counted from its end, since more dashed ones enter that thing than leave the other. So lines that share their way
 * are in step there: out of step they would make one line without gaps. O(lines).
 */
export function dashesFromEnd(
  { count, from, to, strokes }: Pick<Lines, 'count' | 'from' | 'to' | 'strokes'>,
  things: number,
): Uint8Array {
  const [enter, leave] = [new Uint32Array(things), new Uint32Array(things)]
  const isDashed = (line: number): boolean => DASH[STROKES[strokes[line]!]!] !== undefined
  for (let line = 0; line < count; line++) {
    if (!isDashed(line)) continue
    enter[to[line]!]!++
    leave[from[line]!]!++
  }
  return new Uint8Array(count).map((_, line) =>
    isDashed(line) && enter[to[line]!]! > leave[from[line]!]! ? 1 : 0,
  )
}

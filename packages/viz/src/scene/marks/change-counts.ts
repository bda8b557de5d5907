import { grouped } from '@lineagraph/core'
import { CHANGES, type Change } from '../picture/differences.ts'
import type { Pen } from './pen.ts'

export const SIGNS = { added: '+', removed: '−', changed: '~' } as const
/** Between the counts of differences, and before the first of them, CSS pixels. */
const APART = 6

/** `+3 −1 ~2`, where each begins. */
export interface ChangeCounts {
  readonly parts: readonly { readonly change: Change; readonly text: string; readonly x: number }[]
  /** How much of its line they take, with the room before them. */
  readonly taken: number
}

/**
 * How many differ inside a thing: as many counts as its second line has room for, at the end of that, where its badge stands too, so that none
 * is read as a part of a name. Null where nothing differs inside, or there is room for none.
 */
export function changeCounts(
  { picture, fitter }: Pen,
  thing: number,
  line: { readonly x: number; readonly room: number; readonly size: number },
): ChangeCounts | null {
  const difference = picture.differenceOf?.(thing)
  if (!difference?.within) return null
  const fitting: { change: Change; text: string; width: number }[] = []
  let taken = 0
  for (const change of CHANGES) {
    if (difference.counts[change] === 0) continue
    const text = SIGNS[change] + grouped(difference.counts[change])
    const width = fitter.width(text, line.size, 600)
    if (taken + width > line.room) break
    fitting.push({ change, text, width })
    taken += width + APART
  }
  if (fitting.length === 0) return null
  let x = line.x + line.room - taken + APART
  return {
    taken,
    parts: fitting.map(({ change, text, width }) => {
      const part = { change, text, x }
      x += width + APART
      return part
    }),
  }
}

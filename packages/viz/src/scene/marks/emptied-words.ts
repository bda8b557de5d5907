import { detailAt, formOf, textScale } from './detail.ts'
import type { TextMark } from './marks.ts'
import { BOX } from '../picture/measures.ts'
import type { Prepared } from '../picture/prepared.ts'
import type { Pen } from './pen.ts'

/** CSS pixels: what the words take in height, and what is free at both ends of them together. */
const [LINE, AROUND] = [14, 12]

/** What an open container of which filters leave nothing says in its middle: what they hide, with as many words as have room. Null where it is not so, or none has. */
export function emptiedWords(pen: Pen, box: number): Pick<TextMark, 'x' | 'y' | 'text' | 'size'> | null {
  const { picture, transform, fitter } = pen
  const { x, y, k } = transform
  const { things } = picture
  if (detailAt(k) === 'tile' || !isEmptied(picture, box)) return null
  const size = Math.max(11, 11 * textScale({ view: 'map' }, k))
  const [room, free] = [things.width[box]! * k - AROUND, (things.height[box]! - BOX.head) * k]
  if (free < LINE) return null
  const told = [things.places[box]!, 'hidden by filters', 'hidden']
  const text = told.find((words) => fitter.width(words, size, 400) <= room)
  if (text === undefined) return null
  return {
    x: (things.x[box]! + things.width[box]! / 2) * k + x,
    // Nearer to the header than to the foot, which has no words.
    y: (things.y[box]! + BOX.head) * k + y + (free - 6 * k) / 2 + size / 3,
    text,
    size,
  }
}

function isEmptied(picture: Prepared, box: number): boolean {
  const { things, index } = picture
  if (formOf(picture, box) !== 'box' || things.inside[box]! > 0 || things.places[box] === '') return false
  const [left, top] = [things.x[box]!, things.y[box]!]
  return !index
    .touching(left, top, left + things.width[box]!, top + things.height[box]!)
    .some((thing) => things.box[thing] === box)
}

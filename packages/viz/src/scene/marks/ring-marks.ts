import { detailAt, drawnRect, formOf } from './detail.ts'
import type { Light } from './light-up.ts'
import type { Mark } from './marks.ts'
import { DETAIL, ROW, STROKE } from '../picture/measures.ts'
import type { Pen } from './pen.ts'

/** The ring round what is chosen, or what the pointer is on. */
export function ringOf(
  { picture, transform: { x, y, k } }: Pen,
  thing: number,
  chosen: ReadonlySet<number>,
  hovered: number,
): Mark[] {
  const isChosen = chosen.has(thing)
  if (!isChosen && thing !== hovered) return []
  const rect = drawnRect(picture, thing, detailAt(k))
  const form = formOf(picture, thing)
  const out = isChosen ? (picture.focus === thing ? 3 : 1) : 0.5
  const radius = (form === 'box' ? 9 : form === 'tile' ? 5 : 6) * Math.min(1.5, Math.max(k, 0.3)) + out
  return [
    {
      ...{
        kind: 'rects',
        radius,
        stroke: isChosen ? 'accent' : 'ink3',
        lineWidth: isChosen ? STROKE.ring : 1,
      },
      at: [rect.x * k + x - out, rect.y * k + y - out, rect.width * k + 2 * out, rect.height * k + 2 * out],
    },
  ]
}

/** The rings round the ends of a lit path. */
export function endRings(
  pen: Pen,
  things: readonly number[],
  light: Light | null,
  chosen: ReadonlySet<number>,
): Mark[] {
  if (!light) return []
  const ends = new Set(light.ends.filter((end) => !chosen.has(end)))
  return things.flatMap((thing) => (ends.has(thing) ? ringOf(pen, thing, ends, -1) : []))
}

/** The ring round a column that is chosen. */
export function rowRings({ picture, transform }: Pen, rows: ReadonlySet<number>): Mark[] {
  const { x, y, k } = transform
  if (k < DETAIL.full) return []
  return [...rows].map((row): Mark => {
    const thing = picture.thingOfRow[row]!
    const [left, top] = [picture.things.x[thing]! * k + x, picture.things.y[thing]! * k + y]
    const middle = top + picture.rows.y[row]! * k
    const [width, height] = [picture.things.width[thing]! * k, ROW.height * k]
    return {
      ...{ kind: 'rects', at: [left, middle - height / 2, width, height], radius: 2 },
      ...{ stroke: 'accent', lineWidth: STROKE.ring },
    }
  })
}

import { ICONS } from '../tokens/icons.ts'
import { drawnRect, detailAt } from './detail.ts'
import { pointOnCubic } from './hit-test.ts'
import type { Light } from './light-up.ts'
import type { Mark } from './marks.ts'
import type { Prepared } from './prepared.ts'
import { startSheet } from './sheet.ts'
import type { Pen } from './pen.ts'

/** Around the members of a circle. */
const ROOM = { side: 36, top: 56, foot: 28 } as const

/** The ground of a lit circle: a hull around its members and its lines, and its name. */
export function hullMarks(pen: Pen, picture: Prepared, { circle }: Light): Mark[] {
  if (!circle || circle.things.length === 0) return []
  const { k } = pen.transform
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const thing of circle.things) {
    const rect = drawnRect(picture, thing, detailAt(k))
    left = Math.min(left, rect.x - ROOM.side)
    right = Math.max(right, rect.x + rect.width + ROOM.side)
    top = Math.min(top, rect.y - ROOM.top)
    bottom = Math.max(bottom, rect.y + rect.height + ROOM.foot)
  }
  for (const line of circle.lines) {
    left = Math.min(left, picture.boxes[4 * line]! - 12)
    top = Math.min(top, picture.boxes[4 * line + 1]! - 30)
    right = Math.max(right, picture.boxes[4 * line + 2]! + 12)
    bottom = Math.max(bottom, picture.boxes[4 * line + 3]! + 24)
  }
  const [x, y] = [left * k + pen.transform.x, top * k + pen.transform.y]
  const at = [x, y, (right - left) * k, (bottom - top) * k]
  const name = `Circle of ${circle.size.toLocaleString('en-US')}`
  const hops = circle.way.length
  const way = `${circle.isShortest ? 'shortest' : 'a short'} way round: ${hops} ${hops === 1 ? 'hop' : 'hops'}`
  const head: Mark[] =
    k < 0.45
      ? []
      : [
          {
            kind: 'path',
            d: ICONS.repeat,
            x: x + 16,
            y: y + 13,
            scale: 14 / 24,
            stroke: 'error',
            lineWidth: 2,
          },
          { kind: 'text', x: x + 37, y: y + 24, text: name, size: 12, weight: 600, fill: 'error' },
          {
            ...{ kind: 'text', x: x + 45 + pen.fitter.width(name, 12, 600), y: y + 24 },
            ...{ text: hops > 0 ? way : '', size: 11, weight: 400, fill: 'ink2' },
          },
        ]
  return [
    { kind: 'rects', at, radius: 14, fill: 'error-bg', alpha: 'hull' },
    { kind: 'rects', at, radius: 14, stroke: 'error', lineWidth: 1, alpha: 0.28 },
    ...head,
  ]
}

/** The numbers on the shortest way round a lit circle, and scissors on the edges to cut. */
export function wayMarks(pen: Pen, picture: Prepared, { circle }: Light): Mark[] {
  const { x, y, k } = pen.transform
  if (!circle || k < 0.45) return []
  const { lines, things } = picture
  const curves = picture.curvesAt(k)
  const at = (line: number, t: number): [number, number] => {
    const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
    const pieces = (end - start - 2) / 6
    const along = Math.min(pieces - 0.001, t * pieces)
    const [px, py] = pointOnCubic(curves, start + 6 * Math.floor(along), along % 1)
    return [px * k + x, py * k + y]
  }
  const sheet = startSheet()
  const marks: Mark[] = []
  const cut = new Set(circle.cut)
  circle.way.forEach((line, hop) => {
    const [cx, cy] = at(line, cut.has(line) ? 0.25 : 0.5)
    marks.push({ kind: 'dots', at: [cx, cy], radius: 9, fill: 'error' })
    sheet.text({
      ...{
        x: cx,
        y: cy + 4,
        text: String(hop + 1),
        size: 11,
        weight: 600,
        fill: 'surface',
        anchor: 'middle',
      },
    })
  })
  for (const line of circle.cut) {
    const [cx, cy] = at(line, 0.6)
    marks.push({ kind: 'dots', at: [cx, cy], radius: 16, fill: 'surface', stroke: 'error', lineWidth: 2 })
    sheet.path({ d: ICONS.scissors, x: cx - 8, y: cy - 8, scale: 16 / 24, stroke: 'error', lineWidth: 2 })
    if (circle.cut.length > 1) continue
    sheet.text({
      ...{ x: cx + 26, y: cy - 12, text: 'Cut this edge: the circle opens', size: 12, weight: 600 },
      ...{ fill: 'ink1', halo: 'canvas' },
    })
    const ends = `${things.titles[lines.from[line]!]!} → ${things.titles[lines.to[line]!]!}`
    sheet.text({
      ...{ x: cx + 26, y: cy + 20, text: pen.fitter.fit(ends, 260, 11, 400), size: 11, weight: 400 },
      ...{ fill: 'ink2', halo: 'canvas' },
    })
  }
  return [...marks, ...sheet.marks()]
}

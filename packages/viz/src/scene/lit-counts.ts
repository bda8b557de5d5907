import { countMarks, isCounted, takeCounts, takeOutlines, type CountMark } from './marks/count-marks.ts'
import { detailAt } from './marks/detail.ts'
import type { Light } from './marks/light-up.ts'
import { linesDrawn, type LinesDrawn } from './marks/lines-drawn.ts'
import { linesAt } from './picture/prepared.ts'
import { placesOf, type Seen } from './look-at.ts'

/**
 * The counts of what is lit, or of all: those that stand at rest stay where they are. Others find room where lines that are not lit run, and those of
 * the line under the pointer and of the chosen one anywhere on it.
 */
export function litCounts(seen: Seen, light: Light | null, hoveredLine: number): CountMark[] {
  const { pen, picture, size, boxes, lines } = seen
  const isLit = (line: number): boolean => !light || light.lines[line] !== 0 || line === hoveredLine
  const counts = seen.counts.filter(({ line }) => isLit(line))
  const meant = [hoveredLine, light?.line ?? -1].filter((line) => line >= 0)
  if (detailAt(pen.transform.k) === 'tile' || (!light && meant.length === 0)) return counts
  const has = new Set(counts.map(({ line }) => line))
  const places = placesOf(seen)
  takeOutlines(places, pen, boxes)
  takeCounts(places, pen, counts)
  for (const { x, y, width, height } of seen.circlePills) places.take(x, y, x + width, y + height)
  const more = (some: readonly number[], drawn: LinesDrawn | null): void => {
    const found = countMarks(
      pen,
      picture,
      some.filter((line) => !has.has(line)),
      places,
      drawn,
      size,
    )
    for (const mark of found) has.add(mark.line)
    counts.push(...found)
  }
  more(meant, null)
  if (light) {
    const lit = lines.filter(isLit)
    const drawnLines = linesAt(picture, pen.transform.k)
    const counted = lit.filter((line) => isCounted(drawnLines, picture.things, line))
    if (counted.length > 0) more(counted, linesDrawn(picture, lit, pen.transform, size))
  }
  return counts
}

import { fit, opening, type Size } from '../../scene/camera/camera.ts'
import { minimapCorner } from '../../scene/camera/minimap-place.ts'
import { DETAIL } from '../../scene/picture/measures.ts'
import type { Picture } from '../../scene/picture/picture.ts'
import { heldBy } from '../../scene/picture/held-by.ts'
import { lineBoxes } from '../../scene/picture/line-boxes.ts'
import { unindexedThings } from '../../scene/picture/unindexed.ts'
import { widthOfName } from './width-of-name.ts'

/** Things are as wide as their names need where the picture is seen at a scale, those that need no more than so many units of it. */
export interface NameRoom {
  readonly seenAt: number
  readonly most: number
}

/** What names may get beyond what they need at the size of the picture, which is the first. */
export const NAME_ROOMS: readonly (NameRoom | null)[] = [
  null,
  { seenAt: 0.7, most: 240 },
  { seenAt: 0.6, most: 290 },
  { seenAt: 0.53, most: 290 },
  { seenAt: 0.53, most: 250 },
  { seenAt: 0.72, most: 340 },
  { seenAt: 0.45, most: 340 },
]
/** Which of them are tried where names are cut: cards of a lineage are all as wide as they may be, or none; a phone shows as much of a name as is across it. */
const TRIED = { lineage: [1], wide: [1, 2, 3, 4], narrow: [5, 6] } as const
/** So much of what was cut in a Map is to be whole for it to be seen smaller. */
const WORTHWHILE = 1 / 3

/** What is left for the picture of windows of 1440 × 900 and of 1280 × 720 with both of their panels open; and of that of a phone. */
export const WIDE: readonly [Size, Size] = [
  { width: 937, height: 785 },
  { width: 777, height: 605 },
]
const NARROW: readonly Size[] = [{ width: 390, height: 676 }]

/** Whether a picture takes too long to be laid out several times. */
export const isTooLarge = (things: number, lines: number): boolean => things > 150 || lines > 200

/** What is seen in a window as a picture opens. */
interface Sight {
  /** Whether things tell all that they have. */
  readonly tellsAll: boolean
  /** Whether that is all of it. */
  readonly isWhole: boolean
  /** About how many names are whole; of a wide Map with those that are where all of it is seen. */
  readonly names: number
  /** How many there would be if none were cut. */
  readonly most: number
  /** The names that are whole, each worth as much as the scale at which it is seen. */
  readonly worth: number
}

/**
 * Draws a picture with the room for names with which most are whole at first sight, the larger the better: what is wider is seen smaller, so that only the picture
 * itself tells, and a third of what was cut in a Map has to be whole for it. None with which any window shows fewer than with the first, or less of each thing, or not
 * all of the picture any more.
 * @param drawIn draws it with one of `NAME_ROOMS`.
 */
export function* drawRead(
  drawIn: (room: number) => Generator<void, Picture>,
  isNarrow: boolean,
): Generator<void, Picture> {
  const first = yield* drawIn(0)
  if (isTooLarge(first.things.count, first.lines.count)) return first
  const isLineage = first.view === 'lineage'
  const sightsOf = (picture: Picture): Sight[] =>
    (isNarrow ? NARROW : WIDE).map((size) => sightOf(picture, size, isNarrow))
  const sights = sightsOf(first)
  const [before, most] = [sumOf(sights, 'names'), sumOf(sights, 'most')]
  const least = isLineage ? before : before + WORTHWHILE * (most - before)
  let best = { picture: first, names: before, worth: sumOf(sights, 'worth') }
  for (const room of TRIED[isLineage ? 'lineage' : isNarrow ? 'narrow' : 'wide']) {
    if (best.names === most) break
    yield
    const picture = yield* drawIn(room)
    const now = sightsOf(picture)
    const isAsGood = sights.every(({ names, tellsAll, isWhole }, window) => {
      const other = now[window]!
      return other.names >= names && (other.tellsAll || !tellsAll) && (other.isWhole || isNarrow || !isWhole)
    })
    const [names, worth] = [sumOf(now, 'names'), sumOf(now, 'worth')]
    if (isAsGood && names > before && names >= least && worth > best.worth) best = { picture, names, worth }
  }
  return best.picture
}

const sumOf = (sights: readonly Sight[], what: 'names' | 'most' | 'worth'): number =>
  sights.reduce((sum, sight) => sum + sight[what], 0)

function sightOf(picture: Picture, size: Size, isNarrow: boolean): Sight {
  const { bounds, rows, things, lines, direction, view } = picture
  const corner = isNarrow ? undefined : minimapCorner({ things, direction, index: unindexedThings(things) })
  const held = rows.count > 0 ? heldBy({ ...picture, boxes: lineBoxes(lines, things) }) : null
  const isLineage = view === 'lineage'
  const { k } = opening(bounds, size, corner, null, held, isNarrow, isLineage)
  const whole = fit(bounds, size, corner).k
  const share = Math.min(1, size.width / (bounds.width * k)) * Math.min(1, size.height / (bounds.height * k))
  const { count } = things
  const isFar = !isNarrow && !isLineage
  const [near, far] = [share * wholeNames(picture, k), isFar ? wholeNames(picture, whole) : 0]
  return {
    tellsAll: k >= DETAIL.full,
    isWhole: whole >= k,
    names: near + far,
    most: share * count + (isFar ? count : 0),
    worth: near * k + far * whole,
  }
}

/** How many names are whole where a picture is seen at a scale. */
function wholeNames({ things, view }: Picture, k: number): number {
  const hasIcons = view === 'lineage' || k >= DETAIL.icon
  let count = 0
  for (let thing = 0; thing < things.count; thing++)
    if (things.width[thing]! >= widthOfName(things, thing, k, hasIcons)) count++
  return count
}

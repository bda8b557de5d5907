import { fit, opening, type Size } from '../../scene/camera/camera.ts'
import { minimapCorner } from '../../scene/camera/minimap-place.ts'
import { DETAIL } from '../../scene/picture/measures.ts'
import type { Picture } from '../../scene/picture/picture.ts'
import { heldBy } from '../../scene/picture/held-by.ts'
import { lineBoxes } from '../../scene/picture/line-boxes.ts'
import { unindexedThings } from '../../scene/picture/unindexed.ts'
import { widthOfName } from './width-of-name.ts'

/** Things are as wide as their names need where the picture is seen at a scale, and for that no wider than so many units of it. */
export interface NameRoom {
  readonly seenAt: number
  readonly most: number
}

/** What names may get beyond what they need at the size of the picture, which is the first: each is tried where names are cut. */
export const NAME_ROOMS: readonly (NameRoom | null)[] = [
  null,
  { seenAt: 0.65, most: 265 },
  { seenAt: 0.6, most: 215 },
  { seenAt: 0.55, most: 290 },
  { seenAt: 0.4, most: 290 },
]

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
}

/**
 * Draws a picture with the room for names with which most are whole at first sight: what is wider is seen smaller, so that only the picture itself tells, and
 * half of what was cut in a Map has to be whole for it. None with which any window shows fewer than with the first, or less of each thing, or not all of the picture any more.
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
  const [before, most] = [namesIn(sights), sights.reduce((sum, sight) => sum + sight.most, 0)]
  let best = { picture: first, names: before }
  // In a lineage view all cards are as wide as they may be, or none.
  const [count, least] = isLineage ? [2, before] : [NAME_ROOMS.length, (before + most) / 2]
  for (let room = 1; room < count && best.names < most; room++) {
    yield
    const picture = yield* drawIn(room)
    const now = sightsOf(picture)
    const isAsGood = sights.every(({ names, tellsAll, isWhole }, window) => {
      const other = now[window]!
      return other.names >= names && (other.tellsAll || !tellsAll) && (other.isWhole || isNarrow || !isWhole)
    })
    const after = namesIn(now)
    if (isAsGood && after > best.names && after >= least) best = { picture, names: after }
  }
  return best.picture
}

const namesIn = (sights: readonly Sight[]): number => sights.reduce((sum, { names }) => sum + names, 0)

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
  return {
    tellsAll: k >= DETAIL.full,
    isWhole: whole >= k,
    names: share * wholeNames(picture, k) + (isFar ? wholeNames(picture, whole) : 0),
    most: share * count + (isFar ? count : 0),
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

import type { Camera } from '../../state/view.ts'
import { touches } from '../picture/line-boxes.ts'
import type { Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { windowOf, type Size } from './camera.ts'

/** Tells the things of a part of the picture. @param room that marks may stand beside their things. */
export function thingsInside(
  { things }: Prepared,
  { x, y, width, height }: Rect,
  room: number,
  found: (thing: number) => void,
): void {
  const [left, top, right, bottom] = [x - room, y - room, x + width + room, y + height + room]
  for (let thing = 0; thing < things.count; thing++) {
    const [at, from] = [things.x[thing]!, things.y[thing]!]
    if (
      at + things.width[thing]! >= left &&
      at <= right &&
      from + things.height[thing]! >= top &&
      from <= bottom
    )
      found(thing)
  }
}

/** Whether a window shows all of what a picture holds, to half a pixel. */
export function isSeenWhole(held: Rect, camera: Camera, size: Size): boolean {
  const seen = windowOf(camera, size)
  const half = 0.5 / camera.k
  return (
    held.x >= seen.x - half &&
    held.y >= seen.y - half &&
    held.x + held.width <= seen.x + seen.width + half &&
    held.y + held.height <= seen.y + seen.height + half
  )
}

/** Whether anything is drawn in a part of the picture. */
export const showsAny = (picture: Prepared, part: Rect): boolean =>
  picture.index.touching(part.x, part.y, part.x + part.width, part.y + part.height).length > 0 ||
  linesInside(picture, part).length > 0

/** Whether a part of the picture shows where a thing begins. @param thing -1 for none. */
export const beginsIn = ({ things }: Prepared, thing: number, { x, y, width, height }: Rect): boolean =>
  things.x[thing]! >= x &&
  things.x[thing]! <= x + width &&
  things.y[thing]! >= y &&
  things.y[thing]! <= y + height

/** The lines of a part of the picture, or nearly, in their order. */
export const linesInside = ({ lineIndex, boxes }: Prepared, { x, y, width, height }: Rect): number[] =>
  lineIndex
    .touching(x, y, x + width, y + height)
    .filter((line) => touches(boxes, line, x, y, x + width, y + height))

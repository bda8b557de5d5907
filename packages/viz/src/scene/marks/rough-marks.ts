import { boxMarks } from './box-marks.ts'
import { windowOf, toTransform, type Size } from '../camera/camera.ts'
import type { Camera } from '../../state/view.ts'
import { detailAt, drawnRect } from './detail.ts'
import { drawFlat } from './flat-marks.ts'
import { thingsInside } from '../camera/in-window.ts'
import type { Mark } from './marks.ts'
import { ROLES } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { startSheet } from './sheet.ts'

/** What stands where the camera comes to while it is moving: the boxes, and the places of things. No lines, no words. */
export function roughMarks(picture: Prepared, camera: Camera, size: Size): Mark[] {
  const transform = toTransform(camera, size)
  const { x, y, k } = transform
  const { things } = picture
  const boxes: number[] = []
  const sheet = startSheet()
  thingsInside(picture, windowOf(camera, size), 0, (thing) => {
    if (things.forms[thing] === 0) {
      boxes.push(thing)
      return
    }
    const rect = drawnRect(picture, thing, detailAt(k))
    drawFlat(
      sheet,
      { x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k },
      ROLES[things.roles[thing]!]!,
    )
  })
  return [...boxMarks({ picture, transform }, boxes, () => true), ...sheet.marks()]
}

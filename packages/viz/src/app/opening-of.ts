import { opening, type Size } from '../scene/camera.ts'
import type { Prepared } from '../scene/prepared.ts'
import { rectOf } from '../scene/rects-of.ts'
import type { Camera, View } from '../state/view.ts'

/** What the minimap covers, with room around it; on a narrow page it is not there. */
export const corner = (): Size => (innerWidth < 720 ? { width: 0, height: 0 } : { width: 180, height: 136 })

/** Where a picture opens that nobody has moved yet: around its focus, or what is selected in it. */
export function openingOf(shown: Prepared, window: Size, { selection }: View): Camera {
  const about = shown.focus >= 0 ? shown.focus : shown.cardOfKey.get(selection[0] ?? '')
  return opening(shown.bounds, window, corner(), about === undefined ? null : rectOf(shown, about))
}

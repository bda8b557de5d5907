import { toTransform } from '../scene/camera/camera.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { chosenTarget } from '../scene/picture/targets.ts'
import type { Model } from './model.ts'

/** Whether it is the keyboard that asks for a menu: browsers tell a place for that too. With Ctrl a click is one of the other button. */
export const isByKey = (event: MouseEvent): boolean =>
  event.button !== 2 && !event.ctrlKey && !['touch', 'pen'].includes((event as PointerEvent).pointerType)

/** What can be done with what is chosen, beside where that is drawn. */
export function openMenu(model: Model, element: HTMLElement): void {
  const picture = model.picture.peek()
  const key = model.view.peek().selection.at(-1)
  const target = picture && chosenTarget(picture, key)
  if (!picture || !target || model.menu.peek()) return
  const frame = element.getBoundingClientRect()
  const [thing] = model.chosen.peek()
  const { x, y, k } = toTransform(model.camera.peek(), model.size.peek())
  const rect = thing === undefined ? { x: -x / k, y: -y / k, height: 0 } : rectOf(picture, thing)
  const within = (at: number, length: number): number => Math.max(8, Math.min(at, length - 8))
  model.menu.value = {
    target,
    x: frame.left + within(rect.x * k + x + 16, frame.width),
    y: frame.top + within((rect.y + rect.height) * k + y, frame.height),
  }
}

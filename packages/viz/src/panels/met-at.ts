import { toTransform } from '../scene/camera/camera.ts'
import { meet, NOTHING, thingMet, type By, type Met } from '../scene/meet.ts'
import { targetAt } from '../scene/picture/targets.ts'
import type { Model, Point } from './model.ts'
import { fitter } from './text-fitter.ts'
import type { Painted } from './use-painting.ts'

/** Where something happens in the window on the picture, CSS pixels. */
export function pointIn(element: HTMLElement, event: Pick<MouseEvent, 'clientX' | 'clientY'>): Point {
  const box = element.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

/** What is there where something happens. */
export const metAt = (
  model: Model,
  painted: Painted,
  element: HTMLElement,
  event: Pick<MouseEvent, 'clientX' | 'clientY'>,
  by: By,
): Met => metIn(model, painted, pointIn(element, event), by)

/** What is at a point of the window. */
export function metIn(model: Model, painted: Painted, { x, y }: Point, by: By): Met {
  const picture = model.picture.peek()
  if (!picture) return NOTHING
  const hovered = model.hovered.peek()
  const active = new Set(model.chosen.peek())
  if (thingMet(hovered) >= 0) active.add(thingMet(hovered))
  const size = model.size.peek()
  const transform = toTransform(model.camera.peek(), size)
  const seen = painted.current?.seen
  // While a circle is lit, it is told beside its way, and no pill is drawn.
  const pills = seen?.picture === picture && !model.light.peek()?.circle ? seen.circlePills : []
  return meet(picture, transform, fitter(), active, pills, { x, y, right: size.width, by })
}

/** What can be done with the thing at a point; that is chosen then. */
export function openMenuAt(
  model: Model,
  painted: Painted,
  element: HTMLElement,
  event: MouseEvent,
  by: By,
): void {
  const picture = model.picture.peek()
  const met = metAt(model, painted, element, event, by)
  if (!picture || met.kind !== 'thing') return
  const target = targetAt(picture, met.thing, met.row)
  if (!model.view.peek().selection.includes(target.key) && target.what !== 'stack')
    model.gesture('click', target)
  model.menu.value = { target, x: event.clientX, y: event.clientY }
}

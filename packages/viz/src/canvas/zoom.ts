import { select } from 'd3-selection'
import { timer, type Timer } from 'd3-timer'
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom'
import { toCamera, toTransform, type Size } from '../scene/camera/camera.ts'
import { easeOut } from '../scene/camera/ease.ts'
import { flightBetween } from '../scene/camera/flight.ts'
import { SCALE } from '../scene/picture/measures.ts'
import type { Camera } from '../state/view.ts'
import { hearSafariPinch } from './safari-pinch.ts'

/** A lever on the camera of an element. */
export interface Zoom {
  /** Goes there, at once or in a move that can be seen. */
  moveTo(camera: Camera, smoothly?: boolean): void
  /** Enlarges or shrinks around the middle. */
  scaleBy(factor: number): void
  stop(): void
}

export interface ZoomWish {
  readonly size: () => Size
  /** The smallest scale that a hand may go to. */
  readonly least: () => number
  /** On every step of every move. */
  readonly onMove: (camera: Camera) => void
  /** When a move begins or ends that goes somewhere by itself. */
  readonly onFly: (flies: boolean) => void
  /** When somebody's hand has moved the camera and comes to rest. */
  readonly onRest: (camera: Camera) => void
  readonly isCalm: () => boolean
  /** What is under the pointer may scroll by itself, so many CSS pixels down: then true, and the camera stays. */
  readonly scrolls: (event: WheelEvent, pixels: number) => boolean
}

const MOVE = 250

/**
 * Dragging pans, by a mouse or a finger, and two fingers zoom too; the wheel pans, with Ctrl or Cmd, or as a pinch on a trackpad, it zooms, with
 * Shift it goes sideways.
 */
export function startZoom(
  element: HTMLElement,
  { size, least, onMove, onFly, onRest, isCalm, scrolls }: ZoomWish,
): Zoom {
  const target = select(element)
  const behavior = zoom<HTMLElement, unknown>()
    .clickDistance(4)
    .filter((event: MouseEvent | TouchEvent) => 'touches' in event || (event.button === 0 && !event.ctrlKey))
    .on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent) land()
      bound()
    })
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => onMove(toCamera(transform, size())))
    .on('end', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent) onRest(toCamera(transform, size()))
    })
  /** Other pictures have other bounds. */
  const bound = (): void => void behavior.scaleExtent([least(), SCALE.most])
  target.call(behavior).on('wheel.zoom', null).on('dblclick.zoom', null)

  let resting: ReturnType<typeof setTimeout> | undefined
  const restIn = (milliseconds: number): void => {
    clearTimeout(resting)
    resting = setTimeout(() => onRest(toCamera(current(), size())), milliseconds)
  }
  const current = (): ZoomTransform => (element as HTMLElement & { __zoom: ZoomTransform }).__zoom
  const within = ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): [number, number] => {
    const box = element.getBoundingClientRect()
    return [clientX - box.left, clientY - box.top]
  }
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    const step = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? size().height : 1
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (isPlain && event.deltaX === 0 && scrolls(event, event.deltaY * step)) return
    land()
    if (event.ctrlKey || event.metaKey) {
      bound()
      const speed = event.ctrlKey && Math.abs(event.deltaY) < 50 ? 0.01 : 0.002
      behavior.scaleBy(target, 2 ** (-event.deltaY * step * speed), within(event))
    } else {
      const sideways = event.shiftKey && event.deltaX === 0
      const [dx, dy] = sideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
      const { k } = current()
      behavior.translateBy(target, (-dx * step) / k, (-dy * step) / k)
    }
    restIn(200)
  }
  element.addEventListener('wheel', onWheel, { passive: false })
  const endPinch = hearSafariPinch(element, (factor, at) => {
    land()
    bound()
    behavior.scaleBy(target, factor, within(at))
    restIn(200)
  })
  const show = (camera: Camera): void => {
    const { x, y, k } = toTransform(camera, size())
    target.call(behavior.transform, zoomIdentity.translate(x, y).scale(k))
  }
  let flight: Timer | undefined
  const land = (): void => {
    if (!flight) return
    flight.stop()
    flight = undefined
    onFly(false)
  }
  /** A move that can be seen. What comes in between ends it. */
  const flyTo = (camera: Camera): void => {
    const cameraAt = flightBetween(toCamera(current(), size()), camera, size())
    onFly(true)
    flight = timer((elapsed) => {
      const isOver = elapsed >= MOVE
      show(isOver ? camera : cameraAt(easeOut(elapsed / MOVE)))
      if (isOver) land()
    })
  }
  const moveTo = (camera: Camera, smoothly: boolean): void => {
    clearTimeout(resting) // a rest on the way would say that this is where somebody wants to be
    land()
    if (smoothly && !isCalm()) flyTo(camera)
    else show(camera)
  }

  return {
    moveTo: (camera, smoothly = false) => moveTo(camera, smoothly),
    scaleBy(factor) {
      const { x, y, k } = toCamera(current(), size())
      moveTo({ x, y, k: Math.min(SCALE.most, Math.max(least(), k * factor)) }, true)
      restIn(MOVE + 50)
    },
    stop() {
      clearTimeout(resting)
      land()
      target.on('.zoom', null)
      element.removeEventListener('wheel', onWheel)
      endPinch()
    },
  }
}

import { useSignal, useSignalEffect, type Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { readPalette } from '../canvas/palette.ts'
import { paint } from '../canvas/paint.ts'
import { clearSurface } from '../canvas/surface.ts'
import { toTransform, windowOf } from '../scene/camera/camera.ts'
import { coversHops, isSpare, liesUnder, MINIMAP } from '../scene/camera/minimap-place.ts'
import { minimapMarks, MINIMAP_PICTURE as SIZE, wholeInMinimap } from '../scene/marks/minimap-marks.ts'
import type { Rect } from '../scene/picture/picture.ts'
import { setFlow } from '../state/actions.ts'
import { Icon } from './icon.tsx'
import { useModel, type Model } from './model.ts'
import { startNewest } from './newest-work.ts'
import { percent } from './words.ts'
import './minimap.css'

/** However large a picture is, the window on it can be seen. */
const LEAST_WINDOW = 6

/** What comes under it makes it step aside after so many milliseconds: the pointer may be on its way to it, and the camera move away. */
const REST = 300

/**
 * Whether it steps aside: where it would tell nothing and cover something, where a lineage opens and it would cover some of that, and where it would cover what
 * is chosen or what the pointer rests on.
 * @param place of the minimap in the window.
 */
function useStepsAside(model: Model, place: RefObject<HTMLElement | null>): Signal<boolean> {
  const aside = useSignal(false)
  /** How far a panel over the picture moves it to the left. */
  const right = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useSignalEffect(() => {
    void [model.picture.value, model.size.value, model.sideOpen.value, model.sideWidth.value]
    const element = place.current
    if (!element?.offsetParent) return
    right.current = element.offsetParent.clientWidth - element.offsetLeft - element.offsetWidth - MINIMAP.off
  })
  useSignalEffect(() => {
    const [picture, camera, size] = [model.picture.value, model.camera.value, model.size.value]
    const [chosen, met] = [model.chosen.value, model.hovered.value]
    clearTimeout(timer.current)
    if (!picture) return
    const pointed = met.kind === 'thing' || met.kind === 'toggle' ? [met.thing] : []
    const opens = model.view.value.camera === null
    if (isSpare(picture, camera, size, right.current)) aside.value = true
    else if (opens && coversHops(picture, camera, size, right.current)) aside.value = true
    else if (!liesUnder(picture, [...chosen, ...pointed], camera, size, right.current)) aside.value = false
    else timer.current = setTimeout(() => (aside.value = true), REST)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return aside
}

/** The whole picture, small, with the window on it; a drag moves the window. Under it the scale and its buttons. */
export function Minimap() {
  const model = useModel()
  const canvas = useRef<HTMLCanvasElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const stepsAside = useStepsAside(model, place)

  const afterFrame = useMemo(() => startNewest((due) => requestAnimationFrame(() => setTimeout(due))), [])
  useSignalEffect(() => {
    const picture = model.picture.value
    const light = model.light.value
    const chosen = model.chosen.value
    void model.isDark.value
    // The picture itself is waited for.
    if (picture)
      afterFrame(() => {
        if (!canvas.current) return
        const surface = clearSurface(canvas.current, SIZE, devicePixelRatio)
        paint(surface, minimapMarks(picture, light, chosen), readPalette(document.documentElement))
      })
  })

  const picture = model.picture.value
  if (!picture) return null
  const { k } = model.camera.value
  const moveTo = (event: PointerEvent): void => {
    const box = canvas.current!.getBoundingClientRect()
    const whole = toTransform(wholeInMinimap(picture.bounds), SIZE)
    const [x, y] = [
      (event.clientX - box.left - whole.x) / whole.k,
      (event.clientY - box.top - whole.y) / whole.k,
    ]
    model.moveTo({ x, y, k })
  }
  return (
    <div ref={place} class={`minimap ${stepsAside.value ? 'aside' : ''}`}>
      <div
        class="minimap-picture"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          moveTo(event)
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event)}
      >
        <canvas ref={canvas} style={{ width: `${SIZE.width}px`, height: `${SIZE.height}px` }} />
        <Window bounds={picture.bounds} />
      </div>
      <div class="minimap-zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom out" onClick={() => model.zoomBy(1 / 1.4)}>
          <Icon name="minus" />
        </button>
        <span class="unseen">Scale </span>
        <span class="scale">{percent(k)}</span>
        <button type="button" aria-label="Zoom in" onClick={() => model.zoomBy(1.4)}>
          <Icon name="plus" />
        </button>
        <button type="button" aria-label="Fit the picture" title="Fit (f)" onClick={model.fit}>
          <Icon name="fit" />
        </button>
        {picture.focus >= 0 && (
          <button
            type="button"
            aria-label="Back to what the lineage is about"
            title="Back to what the lineage is about (h)"
            onClick={model.home}
          >
            <Icon name="home" />
          </button>
        )}
        <FlowButton />
      </div>
    </div>
  )
}

/** Turns the picture: the data goes to the right, or downwards. */
function FlowButton() {
  const { act, picture } = useModel()
  const isDown = picture.value?.direction === 'down'
  const label = isDown ? 'Let the data go to the right' : 'Let the data go downwards'
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => act((view) => setFlow(view, isDown ? 'right' : 'down'))}
    >
      <Icon name={isDown ? 'arrowRight' : 'arrowDown'} />
    </button>
  )
}

function Window({ bounds }: { bounds: Rect }) {
  const { camera, size } = useModel()
  const seen = windowOf(camera.value, size.value)
  const { x, y, k } = toTransform(wholeInMinimap(bounds), SIZE)
  const left = Math.max(1, seen.x * k + x)
  const top = Math.max(1, seen.y * k + y)
  const right = Math.min(SIZE.width - 1, (seen.x + seen.width) * k + x)
  const bottom = Math.min(SIZE.height - 1, (seen.y + seen.height) * k + y)
  if (right <= left || bottom <= top) return null
  const [width, height] = [Math.max(LEAST_WINDOW, right - left), Math.max(LEAST_WINDOW, bottom - top)]
  return (
    <div
      class="minimap-window"
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
    />
  )
}

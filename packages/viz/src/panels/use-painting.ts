import { effect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { paint } from '../canvas/paint.ts'
import { readPalette } from '../canvas/palette.ts'
import { clearSurface } from '../canvas/surface.ts'
import type { Size, Transform } from '../scene/camera/camera.ts'
import { carried, filledBy, isHeavy, stillServes } from '../scene/camera/carry.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { roughMarks } from '../scene/marks/rough-marks.ts'
import type { Lighting } from '../scene/lighting.ts'
import { lookAt, type Seen } from '../scene/look-at.ts'
import { thingMet } from '../scene/meet.ts'
import { groundOf, restOf, topOf } from '../scene/scene.ts'
import type { Camera } from '../state/view.ts'
import type { Palette } from '../tokens/colours.ts'
import type { Model } from './model.ts'
import { startNewest } from './newest-work.ts'
import { fitter } from './text-fitter.ts'

type Canvas = { readonly current: HTMLCanvasElement | null }

/** What the picture is painted on, from below: what is rough stands in where the others are carried away from. */
export type Canvases = Readonly<Record<'rough' | 'ground' | 'rest' | 'top', Canvas>>

/** What was painted last, and what it was painted from. */
export interface Painted {
  current: {
    readonly of: readonly unknown[]
    readonly camera: Camera
    readonly lighting: Lighting
    readonly seen: Seen
  } | null
}

/**
 * With more things and lines in sight than this what rests is painted in one frame, and what is lit and on top in the next. So is the first
 * picture of all, which is looked at in a frame before these: code that has never run takes several times as long.
 */
const MUCH = 2000

/** So long after the last step of a hand what was carried is painted anew, milliseconds. */
const SETTLE = 120

/**
 * Paints when anything that is drawn changes, at most once a frame. The ground and the top are painted again when the light moves; what is
 * at rest only when the picture or the camera does: where something is lit, it is dimmed as a whole. While the camera moves over more than
 * can be painted in a frame, it carries what is painted, and all is painted anew when it comes to rest.
 */
export function usePainting(model: Model, canvases: Canvases): Painted {
  /** What the next frame is to do: what changes before it, also in callbacks of that frame itself, takes its place. */
  const inNextFrame = useMemo(() => startNewest((due) => requestAnimationFrame(due)), [])
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flew = useRef(false)
  /** Paints what the next frame is to paint; null where all is painted. */
  const late = useRef<(() => void) | null>(null)
  /** What the first picture of all is going to be painted from. */
  const looked: Painted = useRef<Painted['current']>(null)
  const palette = useRef<Palette | null>(null)
  const seen: Painted = useRef<Painted['current']>(null)
  const forgetPalette = (): void => {
    void model.isDark.value
    palette.current = null
  }
  const follow = (): void => {
    const picture = model.moving.value
    const columns = model.columns.value
    const [camera, size, isDark] = [model.camera.value, model.size.value, model.isDark.value]
    const flies = model.flies.value
    const met = model.hovered.value
    const lighting: Lighting = {
      light: model.light.value,
      how: model.locked.value ? 'path' : 'hover',
      circleMarks: model.circleMarks.value,
      chosen: model.chosen.value,
      chosenRows: model.chosenRows.value,
      hovered: thingMet(met),
      hoveredLine: met.kind === 'line' || met.kind === 'trunk' ? met.line : -1,
    }
    const draw = (isAtRest: boolean): void => {
      const { rough, ground, rest, top } = canvases
      if (!rough.current || !ground.current || !rest.current || !top.current || size.width === 0) return
      const colours = (palette.current ??= readPalette(document.documentElement))
      const of = [picture, size, isDark, columns, devicePixelRatio]
      const isSame = seen.current?.of.every((one, i) => one === of[i]) ?? false
      const before = isSame ? seen.current : null
      const over = [ground.current, top.current]
      const paintOver = (): void => {
        const surfaces = over.map((canvas) => clearSurface(canvas, size, devicePixelRatio))
        if (!seen.current) return
        seen.current = { ...seen.current, lighting }
        paint(surfaces[0]!, groundOf(seen.current.seen, lighting), colours)
        paint(surfaces[1]!, topOf(seen.current.seen, lighting), colours)
      }
      const paintLate = late.current
      late.current = null
      if (paintLate && before?.camera === camera) carryTo(over, null)
      else if (before) paintLate?.() // it is to be carried
      let isCarried = false
      if (before && (flies || before.camera !== camera) && !isAtRest) {
        const to = carried(before.camera, camera, size)
        isCarried = (flies || stillServes(to, size)) && isHeavy(before.seen.picture, camera, size)
        if (isCarried) {
          carryTo([ground.current, rest.current, top.current], to)
          paintRough(rough.current, before.seen.picture, camera, size, to, colours)
          settling.current = setTimeout(() => draw(true), SETTLE)
        }
      }
      // On the way to something the light waits: it may be on much that is out of sight where the camera comes to rest.
      if (before && isCarried && (flies || isAlike(before.lighting, lighting))) return
      if (!isCarried && before?.camera !== camera) {
        const isFirst = !seen.current
        const known = looked.current
        const isKnown = known?.camera === camera && known.of.every((one, i) => one === of[i])
        const found = isKnown
          ? known.seen
          : picture && lookAt(picture, { camera, size, fitter: fitter(), columns })
        looked.current = null
        if (isFirst && found && !known) {
          looked.current = { of, camera, lighting, seen: found }
          inNextFrame(() => draw(isAtRest))
          return
        }
        seen.current = found && { of, camera, lighting, seen: found }
        const surface = clearSurface(rest.current, size, devicePixelRatio)
        if (found) paint(surface, restOf(found), colours)
        rest.current.dataset['cards'] = String(found?.things.length ?? 0)
        rough.current.hidden = true
        carryTo([rest.current], null)
        // What moves is another picture in the next frame already.
        const isStill = picture === model.picture.peek()
        if (found && isStill && (isFirst || found.things.length + found.lines.length > MUCH)) {
          late.current = () => {
            late.current = null
            carryTo(over, null)
            paintOver()
          }
          inNextFrame(late.current)
          return
        }
        carryTo(over, null)
      }
      paintOver()
    }
    const isOver = flew.current && !flies
    flew.current = flies
    clearTimeout(settling.current)
    inNextFrame(() => draw(isOver))
  }
  // Not `useSignalEffect`: that waits for a frame of its own first.
  useEffect(() => {
    const stops = [effect(forgetPalette), effect(follow)]
    return () => stops.forEach((stop) => stop())
  }, [])
  return seen
}

const isAlike = (one: Lighting, other: Lighting): boolean =>
  (Object.keys(one) as (keyof Lighting)[]).every((part) => one[part] === other[part])

/** Lays what is painted where it belongs under another camera, or back. */
function carryTo(canvases: readonly HTMLCanvasElement[], to: Transform | null): void {
  for (const { style } of canvases)
    style.transform = to ? `matrix(${to.k}, 0, 0, ${to.k}, ${to.x}, ${to.y})` : ''
}

/** Paints roughly what lies beside what is carried. */
function paintRough(
  canvas: HTMLCanvasElement,
  picture: Prepared,
  camera: Camera,
  size: Size,
  to: Transform,
  colours: Palette,
): void {
  const filled = filledBy(to, size)
  canvas.hidden = filled.width >= size.width && filled.height >= size.height
  if (canvas.hidden) return
  const surface = clearSurface(canvas, size, 1)
  paint(surface, roughMarks(picture, camera, size), colours)
  surface.clearRect(filled.x, filled.y, filled.width, filled.height)
}

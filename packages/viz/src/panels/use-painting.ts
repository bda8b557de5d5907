import { useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { paint } from '../canvas/paint.ts'
import { readPalette } from '../canvas/palette.ts'
import { clearSurface } from '../canvas/surface.ts'
import { groundOf, lookAt, restOf, topOf, type Lighting, type Seen } from '../scene/scene.ts'
import type { Palette } from '../tokens/colours.ts'
import type { Model } from './model.ts'
import { fitter } from './text-fitter.ts'

type Canvas = { readonly current: HTMLCanvasElement | null }

/** What was painted last, and what it was painted from. */
export interface Painted {
  current: { readonly of: readonly unknown[]; readonly seen: Seen } | null
}

/**
 * Paints when anything that is drawn changes, at most once a frame. The ground and the top are painted again when the light moves; what is
 * at rest only when the picture or the camera does: where something is lit, it is dimmed as a whole.
 */
export function usePainting(model: Model, ground: Canvas, rest: Canvas, top: Canvas): Painted {
  const frame = useRef(0)
  const palette = useRef<Palette | null>(null)
  const seen: Painted = useRef<Painted['current']>(null)
  useSignalEffect(() => {
    void model.isDark.value
    palette.current = null
  })
  useSignalEffect(() => {
    const picture = model.moving.value
    const columns = model.columns.value
    const [camera, size, isDark] = [model.camera.value, model.size.value, model.isDark.value]
    const met = model.hovered.value
    const lighting: Lighting = {
      light: model.light.value,
      how: model.locked.value ? 'path' : 'hover',
      chosen: model.chosen.value,
      chosenRows: model.chosenRows.value,
      hovered:
        met.kind === 'thing' || met.kind === 'toggle' ? met.thing : met.kind === 'pill' ? met.pill.thing : -1,
      hoveredLine: met.kind === 'line' ? met.line : -1,
    }
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      if (!ground.current || !rest.current || !top.current || size.width === 0) return
      const colours = (palette.current ??= readPalette(document.documentElement))
      const of = [picture, camera, size, isDark, columns, devicePixelRatio]
      const isSame = seen.current?.of.every((one, i) => one === of[i]) ?? false
      if (!isSame) {
        seen.current = picture && { of, seen: lookAt(picture, { camera, size, fitter: fitter(), columns }) }
        const surface = clearSurface(rest.current, size, devicePixelRatio)
        if (seen.current) paint(surface, restOf(seen.current.seen), colours)
        rest.current.dataset['cards'] = String(seen.current?.seen.things.length ?? 0)
      }
      const surfaces = [ground.current, top.current].map((canvas) =>
        clearSurface(canvas, size, devicePixelRatio),
      )
      if (!seen.current) return
      paint(surfaces[0]!, groundOf(seen.current.seen, lighting), colours)
      paint(surfaces[1]!, topOf(seen.current.seen, lighting), colours)
    })
  })
  return seen
}

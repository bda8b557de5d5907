import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { paintLit, paintRest } from '../canvas/paint.ts'
import { readPalette, type Palette } from '../canvas/palette.ts'
import { clearSurface } from '../canvas/surface.ts'
import { startZoom } from '../canvas/zoom.ts'
import { toTransform } from '../scene/camera.ts'
import { remembering, type Measure } from '../scene/cut-text.ts'
import { cardAt, lineAt } from '../scene/hit-test.ts'
import { DETAIL } from '../scene/measures.ts'
import { FORMS } from '../scene/picture.ts'
import { sceneOf } from '../scene/scene.ts'
import { chosenTarget, lineKeys, rowAt, targetAt } from '../scene/targets.ts'
import type { Direction } from '../scene/walk.ts'
import { selectEdge, showAll } from '../state/actions.ts'
import { useModel, type Model } from './model.ts'
import { counted } from './words.ts'
import './picture.css'

/** How far beside a line the pointer still means it, in CSS pixels. */
const REACH = 6
/** Leaving a card for a moment does not put its light out. */
const LEAVE = 80

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The window on the picture: two canvases, the one at rest dimmed as a whole where the other shows what is lit. */
export function PictureView() {
  const model = useModel()
  const box = useRef<HTMLDivElement>(null)
  const restCanvas = useRef<HTMLCanvasElement>(null)
  const litCanvas = useRef<HTMLCanvasElement>(null)
  usePainting(model, restCanvas, litCanvas)

  useLayoutEffect(() => {
    const element = box.current!
    const observer = new ResizeObserver(() => {
      model.size.value = { width: element.clientWidth, height: element.clientHeight }
    })
    observer.observe(element)
    model.size.value = { width: element.clientWidth, height: element.clientHeight }
    const zoom = startZoom(element, {
      size: () => model.size.peek(),
      onMove: (camera) => (model.camera.value = camera),
      onRest: (camera) => model.change({ camera }),
      isCalm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
    model.takeLever(zoom)
    return () => {
      model.takeLever(null)
      zoom.stop()
      observer.disconnect()
    }
  }, [])

  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return
    const { card, line } = whatIsAt(model, box.current!, event)
    box.current!.style.cursor = card >= 0 || line >= 0 ? 'pointer' : ''
    box.current!.title = card >= 0 ? (model.picture.peek()?.things.titles[card] ?? '') : ''
    clearTimeout(leaving.current)
    if (card >= 0) model.hovered.value = card
    else leaving.current = setTimeout(() => (model.hovered.value = -1), LEAVE)
  }
  const onClick = (event: MouseEvent): void => {
    const { card, row, line } = whatIsAt(model, box.current!, event)
    const picture = model.picture.peek()
    if (!picture) return
    if (line >= 0) model.act((view) => selectEdge(view, lineKeys(picture, line)))
    else model.gesture(event.shiftKey ? 'add' : 'click', card < 0 ? null : targetAt(picture, card, row))
  }
  const onDblClick = (event: MouseEvent): void => {
    const { card, row, line } = whatIsAt(model, box.current!, event)
    const picture = model.picture.peek()
    if (picture && line < 0) model.gesture('enter', card < 0 ? null : targetAt(picture, card, row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const picture = model.picture.peek()
    const direction = Object.hasOwn(ARROWS, event.key) ? ARROWS[event.key] : undefined
    const made = event.key === 'Enter' ? 'enter' : event.key === ' ' ? 'space' : undefined
    if (direction) model.walk(direction)
    else if (made && picture) model.gesture(made, chosenTarget(picture, model.view.peek().selection.at(-1)))
    else return
    event.preventDefault()
  }

  const picture = model.picture.value
  const name = picture
    ? `Lineage: ${counted(picture.things.count, 'thing')}, ${counted(picture.lines.count, 'line')}. Arrow keys walk along the lines.`
    : 'Lineage'
  return (
    <div
      ref={box}
      class={`picture ${model.light.value ? 'has-light' : ''}`}
      role="application"
      aria-label={name}
      aria-roledescription="graph"
      tabIndex={0}
      onPointerMove={onPointerMove}
      onPointerLeave={() => (model.hovered.value = -1)}
      onClick={onClick}
      onDblClick={onDblClick}
      onKeyDown={onKeyDown}
    >
      <canvas ref={restCanvas} class="rest" />
      <canvas ref={litCanvas} class="lit" />
      {picture && picture.things.count === 0 && picture.tally.things.hidden > 0 && (
        <AllHidden count={picture.tally.things.hidden} />
      )}
    </div>
  )
}

/** What stands where the picture would be while the filters hide all of it. */
function AllHidden({ count }: { count: number }) {
  const { act } = useModel()
  return (
    <div class="all-hidden" onClick={(event) => event.stopPropagation()}>
      <p>The filters hide {counted(count, 'thing')}: nothing is left to draw.</p>
      <button type="button" class="button" onClick={() => act(showAll)}>
        Show all
      </button>
    </div>
  )
}

/** Paints when anything that is drawn changes, at most once a frame. */
function usePainting(
  model: Model,
  restCanvas: { current: HTMLCanvasElement | null },
  litCanvas: { current: HTMLCanvasElement | null },
): void {
  const frame = useRef(0)
  const palette = useRef<Palette | null>(null)
  const measure = useRef<Measure | null>(null)
  useSignalEffect(() => {
    void model.isDark.value
    palette.current = null
  })
  useSignalEffect(() => {
    const picture = model.moving.value
    const [camera, size] = [model.camera.value, model.size.value]
    const [light, chosen, hovered] = [model.light.value, model.chosen.value, model.hovered.value]
    void model.isDark.value
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      if (!restCanvas.current || !litCanvas.current || size.width === 0) return
      const rest = clearSurface(restCanvas.current, size, devicePixelRatio)
      const lit = clearSurface(litCanvas.current, size, devicePixelRatio)
      if (!picture) return
      const colours = (palette.current ??= readPalette(document.documentElement))
      measure.current ??= measureOn(rest)
      const fonts = {
        title: (of: number) => `600 ${of}px ${colours.font}`,
        place: (of: number) => `400 ${of}px ${colours.font}`,
      }
      const scene = sceneOf(picture, { camera, size, light, fonts, measure: measure.current })
      paintRest(rest, picture, scene, colours)
      paintLit(lit, picture, scene, { chosen, hovered }, colours)
      restCanvas.current.dataset['cards'] = String(scene.rest.cards.length)
    })
  })
}

const measureOn = (context: CanvasRenderingContext2D): Measure =>
  remembering((text, font) => {
    context.font = font
    return context.measureText(text).width
  })

interface At {
  readonly card: number
  /** Of the card, or -1. */
  readonly row: number
  readonly line: number
}

function whatIsAt(model: Model, element: HTMLElement, event: MouseEvent): At {
  const picture = model.picture.peek()
  if (!picture) return { card: -1, row: -1, line: -1 }
  const box = element.getBoundingClientRect()
  const { x, y, k } = toTransform(model.camera.peek(), model.size.peek())
  const at = { x: (event.clientX - box.left - x) / k, y: (event.clientY - box.top - y) / k }
  const card = cardAt(picture.index, picture.things, at, k < 0.45 ? 3 / k : 0)
  const isGround = card < 0 || FORMS[picture.things.forms[card]!] === 'box'
  const line = isGround ? lineAt(picture.lines, picture.boxes, at, REACH / k) : -1
  return { card, row: card < 0 || k < DETAIL.full ? -1 : rowAt(picture, card, at.y), line }
}

import { useLayoutEffect, useRef } from 'preact/hooks'
import { startZoom } from '../canvas/zoom.ts'
import { leastScale } from '../scene/camera/camera.ts'
import type { By } from '../scene/meet.ts'
import { ROW, SCALE } from '../scene/picture/measures.ts'
import { chosenTarget, targetAt } from '../scene/picture/targets.ts'
import type { Direction } from '../scene/walk.ts'
import { expand, showAll, toggleColumns } from '../state/actions.ts'
import { later } from './later.tsx'
import { foldAgain, stackToFold } from './fold-again.ts'
import { useModel } from './model.ts'
import { hearListDrag } from './list-drag.ts'
import { hearLongPress } from './long-press.ts'
import { metAt, openMenuAt } from './met-at.ts'
import { isByKey, openMenu } from './open-menu.ts'
import { rowsOfWheel, scrollList } from './scroll-list.ts'
import { useHover } from './use-hover.ts'
import { usePainting } from './use-painting.ts'
import { counted, pictureWords } from './words.ts'
import './picture.css'

const ColumnSearch = later(
  'search in columns',
  async () => (await import('./column-search.tsx')).ColumnSearch,
)

const ColumnScroll = later('lists of columns', async () => (await import('./column-scroll.tsx')).ColumnScroll)

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The window on the picture: the canvas at rest is dimmed as a whole where the top one shows what is lit. */
export function PictureView() {
  const model = useModel()
  const box = useRef<HTMLDivElement>(null)
  const [rough, ground, rest, top] = [
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
  ]
  /** What came down last: the clicks that follow do not say it everywhere. */
  const by = useRef<By>('pointer')
  const painted = usePainting(model, { rough, ground, rest, top })

  useLayoutEffect(() => {
    const element = box.current!
    const measure = (): void => {
      model.size.value = { width: element.clientWidth, height: element.clientHeight }
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    /** Scrolls the list that is at a point. @returns false where none is. */
    const scrollListAt = (at: MouseEvent | Touch, rows: number): boolean => {
      const [shown, met] = [model.picture.peek(), metAt(model, painted, element, at, by.current)]
      const isOnList = met.kind === 'more' || (met.kind === 'thing' && met.row >= 0)
      return shown !== null && isOnList && scrollList(model, shown, met.thing, rows)
    }
    const zoom = startZoom(element, {
      size: () => model.size.peek(),
      least: () => {
        const shown = model.picture.peek()
        return shown ? leastScale(shown.bounds, model.size.peek()) : SCALE.least
      },
      onMove: (camera) => (model.camera.value = camera),
      onFly: (flies) => (model.flies.value = flies),
      onRest: (camera) => model.change({ camera }),
      isCalm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      scrolls: (event, pixels) => scrollListAt(event, rowsOfWheel(pixels)),
    })
    const endDrag = hearListDrag(element, (at) => {
      if (!scrollListAt(at, 0)) return null
      const height = ROW.height * model.camera.peek().k
      let scrolled = 0
      return (pixels) => {
        const rows = Math.round(-pixels / height)
        scrollListAt(at, rows - scrolled)
        scrolled = rows
      }
    })
    model.takeLever(zoom)
    const endPress = hearLongPress(element, (at) => openMenuAt(model, painted, element, at, by.current))
    return () => {
      endPress()
      endDrag()
      model.takeLever(null)
      zoom.stop()
      observer.disconnect()
    }
  }, [])

  useHover(model, painted, box)
  const onPointer = ({ pointerType }: PointerEvent): void => {
    by.current = pointerType === 'touch' ? 'finger' : 'pointer'
  }
  const onClick = (event: MouseEvent): void => {
    const met = metAt(model, painted, box.current!, event, by.current)
    const picture = model.picture.peek()
    if (!picture) return
    switch (met.kind) {
      case 'thing':
        model.gesture(event.shiftKey ? 'add' : 'click', targetAt(picture, met.thing, met.row))
        break
      case 'nothing':
        model.gesture('click', null)
        break
      case 'line':
      case 'trunk':
        model.chooseLine(met.line, met.kind === 'trunk')
        break
      case 'circle':
        model.chooseLine(met.line, met.circles.length > 1)
        break
      case 'toggle':
        model.gesture('space', targetAt(picture, met.thing, -1))
        break
      case 'more':
        model.hold(picture.things.keys[met.thing]!)
        model.act((view) => toggleColumns(view, picture.things.keys[met.thing]!))
        break
      case 'pill': {
        const { thing, side, far } = met.pill
        model.hold(picture.things.keys[thing]!)
        model.act((view) => expand(view, { key: picture.things.keys[thing]!, side, far }))
      }
    }
  }
  const onDblClick = (event: MouseEvent): void => {
    const met = metAt(model, painted, box.current!, event, by.current)
    const picture = model.picture.peek()
    if (!picture) return
    if (met.kind === 'thing') model.gesture('enter', targetAt(picture, met.thing, met.row))
    else if (met.kind === 'nothing') model.fit()
  }
  const onContextMenu = (event: MouseEvent): void => {
    if (!model.picture.peek()) return
    event.preventDefault()
    if (isByKey(event)) {
      openMenu(model, box.current!)
      return
    }
    openMenuAt(model, painted, box.current!, event, by.current)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const picture = model.picture.peek()
    const direction = Object.hasOwn(ARROWS, event.key) ? ARROWS[event.key] : undefined
    const made = event.key === 'Enter' ? 'enter' : event.key === ' ' ? 'space' : undefined
    if (direction) model.walk(direction)
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
      openMenu(model, box.current!)
    else if (made === 'space' && event.shiftKey) {
      const stack = stackToFold(model)
      if (stack) foldAgain(model, stack)
    } else if (made && picture) {
      const target = chosenTarget(picture, model.view.peek().selection.at(-1))
      if (target || made === 'space') model.gesture(made, target)
      else model.fit()
    } else return
    event.preventDefault()
  }

  const picture = model.picture.value
  const name = picture
    ? `${pictureWords(picture, model.linesDrawn.value)}. Arrow keys walk along the lines, Enter opens, the question mark shows all keys.`
    : 'Lineage'
  return (
    <div
      ref={box}
      class={`picture ${model.light.value ? 'has-light' : ''}`}
      role="application"
      aria-label={name}
      aria-roledescription="graph"
      aria-busy={model.isComing}
      data-things={picture?.things.count}
      tabIndex={0}
      onPointerDownCapture={onPointer}
      onPointerMove={onPointer}
      onClick={onClick}
      onDblClick={onDblClick}
      onContextMenu={onContextMenu}
      onKeyDown={onKeyDown}
    >
      <canvas ref={rough} class="rough" hidden />
      <canvas ref={ground} class="ground" />
      <canvas ref={rest} class="rest" />
      <canvas ref={top} class="lit" />
      <ColumnScroll />
      <ColumnSearch />
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

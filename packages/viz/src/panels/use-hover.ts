import { useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { NOTHING, type Met } from '../scene/meet.ts'
import { titleAt } from '../scene/picture/title-at.ts'
import { lineTitle, trunkTitle } from './line-words.ts'
import { metIn, pointIn } from './met-at.ts'
import type { Model } from './model.ts'
import type { Painted } from './use-painting.ts'

/** Leaving a card for a moment does not put its light out, nor is lit what passes under the pointer while the picture moves. Milliseconds. */
const LEAVE = 80
/** Keys that open and close what may have been chosen by the pointer, which is on it still. */
const TOGGLES = new Set([' ', 'Enter'])

/** Follows the pointer over the picture, and what comes to lie under it where the picture moves. Who goes by keys is on nothing then. */
export function useHover(model: Model, painted: Painted, box: RefObject<HTMLElement | null>): void {
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tell = (met: Met): void => {
    box.current!.style.cursor = met.kind === 'nothing' ? '' : 'pointer'
    box.current!.title = nameOf(model, met)
  }
  const hover = (met: Met): void => {
    clearTimeout(settling.current)
    tell(met)
    if (!isSame(met, model.hovered.peek())) model.hovered.value = met
  }
  const later = (does: () => void): void => {
    clearTimeout(settling.current)
    settling.current = setTimeout(does, LEAVE)
  }
  const metNow = (): Met => {
    const at = model.pointer.peek()
    return at ? metIn(model, painted, at, 'pointer') : NOTHING
  }

  useLayoutEffect(() => {
    const element = box.current!
    const ends = new AbortController()
    const { signal } = ends
    const point = (event: MouseEvent): void => {
      const isFinger = event instanceof PointerEvent && event.pointerType === 'touch'
      model.pointer.value = isFinger ? null : pointIn(element, event)
    }
    element.addEventListener('pointerdown', point, { signal })
    element.addEventListener('wheel', point, { capture: true, passive: true, signal })
    element.addEventListener(
      'pointermove',
      (event) => {
        point(event)
        if (model.pointer.peek() === null || event.buttons !== 0) return
        const met = metNow()
        if (met.kind !== 'nothing') {
          hover(met)
          return
        }
        tell(met)
        later(() => hover(met))
      },
      { signal },
    )
    const leave = (): void => {
      model.pointer.value = null
      hover(NOTHING)
    }
    const onKey = ({ key }: KeyboardEvent): void => {
      if (!TOGGLES.has(key)) model.pointer.value = null
    }
    element.addEventListener('pointerleave', leave, { signal })
    addEventListener('keydown', onKey, { capture: true, signal })
    return () => {
      clearTimeout(settling.current)
      ends.abort()
    }
  }, [])

  useSignalEffect(() => {
    void [model.camera.value, model.moving.value]
    if (model.pointer.peek() === null) hover(NOTHING)
    else later(() => hover(metNow()))
  })
}

const isSame = (one: Met, other: Met): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The whole name of what the pointer is on: what is drawn may be cut. */
function nameOf(model: Model, met: Met): string {
  const picture = model.picture.peek()
  if (!picture) return ''
  const { things } = picture
  switch (met.kind) {
    case 'thing':
      return titleAt(picture, met.thing, met.row)
    case 'line':
      return lineTitle(picture, met.line)
    case 'trunk':
      return trunkTitle(picture, met.line, picture.trunksAt(model.camera.peek().k)?.weights[met.line] ?? 0)
    case 'toggle':
      return things.forms[met.thing] === 0 ? 'Close' : 'Open'
    case 'more':
      return 'Show all columns'
    case 'pill': {
      const way = met.pill.side === 'up' ? 'upstream' : 'downstream'
      return met.pill.far ? `All the way ${way}` : `One hop more ${way}`
    }
    case 'circle':
      return met.circles.length === 1 ? 'Show the circle' : 'Show the circles'
    default:
      return ''
  }
}

import type { Signal } from '@preact/signals'
import './splitter.css'

interface SplitterProps {
  /** What is made wider or narrower. */
  readonly label: string
  /** The width of the panel, or on a narrow page the height of the sheet, in CSS pixels. */
  readonly size: Signal<number>
  readonly least: number
  readonly most: number
  /** At which edge of the panel it lies: pulling away from the panel makes that larger. */
  readonly at: 'left' | 'right' | 'top'
}

const STEP = 16

/** The edge between a panel and the picture: a drag or the arrow keys move it. */
export function Splitter({ label, size, least, most, at }: SplitterProps) {
  const set = (to: number): void => {
    size.value = Math.round(Math.max(least, Math.min(most, to)))
  }
  const onPointerDown = (event: PointerEvent): void => {
    const bar = event.currentTarget as HTMLElement
    bar.setPointerCapture(event.pointerId)
    const [x, y, before] = [event.clientX, event.clientY, size.peek()]
    const onMove = (moved: PointerEvent): void => {
      const by = at === 'right' ? moved.clientX - x : at === 'left' ? x - moved.clientX : y - moved.clientY
      set(before + by)
    }
    bar.addEventListener('pointermove', onMove)
    bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', onMove), {
      once: true,
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const [more, less] = {
      right: ['ArrowRight', 'ArrowLeft'],
      left: ['ArrowLeft', 'ArrowRight'],
      top: ['ArrowUp', 'ArrowDown'],
    }[at] as [string, string]
    const to = { [more]: size.peek() + STEP, [less]: size.peek() - STEP, Home: least, End: most }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    set(to)
  }
  return (
    <div
      class={`splitter at-${at}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={at === 'top' ? 'horizontal' : 'vertical'}
      aria-valuenow={size.value}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}

import { useSignal, type Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'

const StatusSums = later('status', async () => (await import('./status-sums.tsx')).StatusSums)

interface Line {
  readonly line: RefObject<HTMLElement | null>
  /** What there is for few words of how much is drawn, CSS pixels; 0 where more of them have room. */
  readonly room: Signal<number>
}

/** What leads to all that a status line says, where it has no room for all of it. */
export function WholeStatus({ line, room }: Line) {
  const isCut = useIsCut({ line, room })
  const isOpen = useSignal(false)
  const part = useRef<HTMLSpanElement>(null)
  if (!isCut && !isOpen.value) return null
  return (
    <span
      ref={part}
      class="whole-status"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return
        event.stopPropagation()
        isOpen.value = false
        part.current?.querySelector('button')?.focus()
      }}
      onFocusOut={(event) => {
        if (!part.current?.contains(event.relatedTarget as Node | null)) isOpen.value = false
      }}
    >
      <button
        type="button"
        class="status-button"
        aria-label="All of the status"
        title="All of the status"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name={isOpen.value ? 'chevronDown' : 'chevronUp'} size={13} />
      </button>
      {isOpen.value && (
        <StatusSums above={innerHeight - (line.current?.getBoundingClientRect().top ?? 0) + 4} />
      )}
    </span>
  )
}

/** Whether a status line leaves something out; that of a narrow page does always. */
function useIsCut({ line, room }: Line): boolean {
  const isCut = useSignal(false)
  useLayoutEffect(() => {
    const element = line.current
    if (!element) return
    const measure = (): void => {
      room.value = dropMore(element)
      const parts = [...element.querySelectorAll<HTMLElement>('.drawn, .more-said, .lit, .time, .run-name')]
      isCut.value =
        element.querySelector(':scope > .live') === null ||
        parts.some(
          ({ offsetWidth, scrollWidth, clientWidth, className }) =>
            offsetWidth === 0 || (className !== 'more-said' && clientWidth > 0 && scrollWidth > clientWidth),
        )
    }
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    const changed = new MutationObserver(measure)
    changed.observe(element, { subtree: true, childList: true, characterData: true })
    measure()
    return () => {
      resized.disconnect()
      changed.disconnect()
    }
  }, [])
  return isCut.value
}

/**
 * Drops what a status line may leave out, one part after the other, until what it must say has room.
 * @returns the room for few words, CSS pixels, where even that has none; else 0.
 */
function dropMore(line: HTMLElement): number {
  const drawn = line.querySelector<HTMLElement>('.drawn')
  if (!drawn) return 0
  let room = 0
  for (const said of ['all', 'less', 'few', 'timeless', 'brief', 'unlit', 'nameless', 'least']) {
    line.dataset['said'] = said
    if (drawn.scrollWidth <= drawn.clientWidth) return 0
    room = Math.max(1, drawn.clientWidth)
  }
  line.dataset['said'] = 'words'
  return room
}

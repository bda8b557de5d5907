import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { counted, duration, number } from './words.ts'

/** What leads to all that a status line says, where it has no room for all of it. */
export function WholeStatus({ line }: { line: RefObject<HTMLElement | null> }) {
  const isCut = useIsCut(line)
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
      {isOpen.value && <Sums above={innerHeight - (line.current?.getBoundingClientRect().top ?? 0) + 4} />}
    </span>
  )
}

/** Whether a status line leaves something out; that of a narrow page does always. */
function useIsCut(line: RefObject<HTMLElement | null>): boolean {
  const isCut = useSignal(false)
  useLayoutEffect(() => {
    const element = line.current
    if (!element) return
    const measure = (): void => {
      const parts = [...element.querySelectorAll<HTMLElement>('.drawn, .more-said, .lit, .time, .run-name')]
      isCut.value =
        element.querySelector('.live') === null ||
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

/** All that is known of how much the picture shows, figure by figure. @param above so far from the page's foot, CSS pixels. */
function Sums({ above }: { above: number }) {
  const { picture, run, light } = useModel()
  const shown = picture.value
  const facts = run.value?.facts
  if (!shown || !facts) return null
  const { things, edges, missing } = shown.tally
  const lit = light.value
  return (
    <div
      class="sums-over"
      style={{ bottom: `${above}px` }}
      role="group"
      aria-label="All of the status"
      tabIndex={-1}
    >
      <dl>
        <Sum of="things of the run" count={things.all} />
        <Sum of="drawn" count={things.drawn} />
        <Sum of="folded" count={things.folded} />
        <Sum of="hidden" count={things.hidden} />
        {things.beyond > 0 && <Sum of="beyond what is shown" count={things.beyond} />}
        <Sum of="not resolved" count={missing} />
      </dl>
      <dl>
        <Sum of="edges of the run" count={edges.all} />
        <Sum of={`on the ${counted(shown.lines.count, 'line')} drawn`} count={edges.drawn} />
        <Sum of="inside one thing" count={edges.folded} />
        <Sum of="hidden" count={edges.hidden} />
        {edges.beyond > 0 && <Sum of="beyond what is shown" count={edges.beyond} />}
      </dl>
      {lit && (
        <dl>
          {lit.circle ? (
            <Sum of="things in the lit circle" count={lit.circle.size} />
          ) : (
            <>
              <Sum of="lit upstream" count={lit.upstream} />
              <Sum of="lit downstream" count={lit.downstream} />
            </>
          )}
        </dl>
      )}
      <p>
        laid out in {duration(shown.layoutTime)} · <bdi>{run.value!.name}</bdi>
      </p>
    </div>
  )
}

const Sum = ({ of, count }: { of: string; count: number }) => (
  <>
    <dt>{of}</dt>
    <dd>{number(count)}</dd>
  </>
)

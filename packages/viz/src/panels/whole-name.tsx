import type { Signal } from '@preact/signals'

/** A name that its row cuts, and where it begins, in the window. */
export interface CutName {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** What of a row is cut; null where its name is there to the end. */
export function cutNameIn(row: Element | null): CutName | null {
  const name = row?.querySelector<HTMLElement>('.name')
  if (!name) return null
  const { textContent: shown, scrollWidth, clientWidth } = name
  const text = name.dataset['whole'] ?? shown
  if (text === shown && scrollWidth <= clientWidth) return null
  const { x, y } = name.getBoundingClientRect()
  return { text, x, y }
}

/** The whole of a name that is cut, over the row and beyond the panel. The row has it for a screen reader. */
export function WholeName({ of: { value: name } }: { of: Signal<CutName | null> }) {
  if (!name) return null
  return (
    <bdi class="whole-name" aria-hidden="true" style={{ left: `${name.x - 5}px`, top: `${name.y - 3}px` }}>
      {name.text}
    </bdi>
  )
}

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Slice } from '../worker/names/named.ts'

/** Rows beyond the window that are kept ready. */
const SPARE = 12

interface RowsProps<Row> {
  readonly slice: Slice<Row> | null
  readonly rowHeight: number
  /** Called with the rows that the window wants. */
  onWindow(from: number, count: number): void
  /** A row that is to be brought into the window when this changes. */
  readonly focus?: { readonly row: number } | null
  /** Height of something that stands below this row. */
  readonly insert?: {
    readonly row: number
    readonly height: number
    readonly content: ComponentChildren
  } | null
  readonly children: (row: Row, index: number) => ComponentChildren
  readonly 'aria-label'?: string
  readonly 'aria-activedescendant'?: string | undefined
  readonly role?: 'tree' | 'group' | 'rowgroup'
  readonly tabIndex?: number
  readonly class?: string
  onKeyDown?(event: KeyboardEvent): void
  onBlur?(): void
  onScroll?(): void
}

/** A list of any length of which only the rows in the window exist. */
export function Rows<Row>(props: RowsProps<Row>) {
  const { slice, rowHeight, onWindow, focus, insert, children, ...outer } = props
  const box = useRef<HTMLDivElement>(null)
  const top = useSignal(0)
  const height = useSignal(600)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => (height.value = entry!.contentRect.height))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [])

  const inserted = insert?.height ?? 0
  const rowAt = (y: number): number =>
    insert && y > (insert.row + 1) * rowHeight
      ? Math.max(insert.row, (y - inserted) / rowHeight)
      : y / rowHeight
  const from = Math.max(0, Math.floor(rowAt(top.value)) - SPARE)
  const count = Math.ceil(rowAt(top.value + height.value)) + SPARE - from
  useEffect(() => onWindow(from, count), [from, count])

  const topOf = (index: number): number => index * rowHeight + (insert && index > insert.row ? inserted : 0)
  useEffect(() => {
    if (!focus || focus.row < 0 || !box.current) return
    const [start, end] = [topOf(focus.row), topOf(focus.row) + rowHeight]
    const { scrollTop, clientHeight } = box.current
    if (start < scrollTop) box.current.scrollTop = start - Math.min(start, clientHeight / 3)
    else if (end > scrollTop + clientHeight) box.current.scrollTop = end - (clientHeight * 2) / 3
  }, [focus])

  return (
    <div
      {...outer}
      ref={box}
      class={`rows ${props.class ?? ''}`}
      onScroll={() => {
        top.value = box.current!.scrollTop
        props.onScroll?.()
      }}
    >
      <div
        class="rows-all"
        role="presentation"
        style={{ height: `${(slice?.total ?? 0) * rowHeight + inserted}px` }}
      >
        {slice?.rows.map((row, i) => {
          const index = slice.from + i
          return (
            <div
              key={index}
              role="presentation"
              class="rows-row"
              style={{ top: `${topOf(index)}px`, height: `${rowHeight}px` }}
            >
              {children(row, index)}
            </div>
          )
        })}
        {insert && (
          <div class="rows-row" style={{ top: `${(insert.row + 1) * rowHeight}px` }}>
            {insert.content}
          </div>
        )}
      </div>
    </div>
  )
}

import { grouped } from '@lineagraph/core'
import type { ComponentChildren } from 'preact'
import type { Slice } from '../worker/names/named.ts'
import { useModel } from './model.ts'

interface SectionProps {
  readonly title: string
  readonly count?: string
  readonly side?: ComponentChildren
  readonly children: ComponentChildren
}

/** A part of the details, under its heading. */
export const Section = ({ title, count, side, children }: SectionProps) => (
  <section class="section">
    <h3>
      {title}
      {count !== undefined && <span class="faint">{count}</span>}
      {side && <span class="side">{side}</span>}
    </h3>
    {children}
  </section>
)

/** The first rows of a list, and a button that says how many more there are. */
export function List<Row>({
  list,
  children,
}: {
  list: Slice<Row>
  children: (row: Row) => ComponentChildren
}) {
  const { showAllRows } = useModel()
  return (
    <>
      {list.rows.map(children)}
      {list.rows.length < list.total && (
        <button type="button" class="more" onClick={showAllRows}>
          {grouped(list.total - list.rows.length)} more
        </button>
      )}
    </>
  )
}

import type { Named } from '../worker/names/named.ts'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'

/** A thing on a line of its own, that leads to it. @param place where it is, where others beside it may have its name. */
export function ThingLine({ thing, place }: { thing: Named; place?: string }) {
  const { show } = useModel()
  return (
    <button type="button" class="thing" title={thing.name} onClick={() => show(thing.key)}>
      <SortIcon sort={thing.sort} />
      <bdi class="name">
        <Within of={thing} />
        {thing.name}
      </bdi>
      {place !== undefined && (
        <span class="faint place">
          <bdi>{place}</bdi>
        </span>
      )}
    </button>
  )
}

/** The table of a column, before its name. */
const Within = ({ of: { within } }: { of: Named }) =>
  within === undefined ? null : <span class="within">{within}.</span>

/** A thing within a line, that leads to it. */
export function ThingLink({ to }: { to: Named }) {
  const { show } = useModel()
  return (
    <button type="button" class="link" title={to.name} onClick={() => show(to.key)}>
      <SortIcon sort={to.sort} size={12} />
      <bdi>
        <Within of={to} />
        {to.name}
      </bdi>
    </button>
  )
}

import type { Named } from '../worker/protocol.ts'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'

/** A thing by its name: a click chooses it. */
export function ThingLine({ thing }: { thing: Named }) {
  const { show } = useModel()
  return (
    <button type="button" class="thing" title={thing.name} onClick={() => show(thing.key)}>
      <SortIcon sort={thing.sort} />
      <bdi class="name">
        <Within of={thing} />
        {thing.name}
      </bdi>
    </button>
  )
}

/** The table of a column, before its name. */
export const Within = ({ of: { within } }: { of: Named }) =>
  within === undefined ? null : <span class="within">{within}.</span>

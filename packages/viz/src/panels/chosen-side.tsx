import { EdgeSide } from './edge-side.tsx'
import { useModel } from './model.ts'
import { PathSide } from './path-side.tsx'
import { SideWaiting } from './side-waiting.tsx'
import { ThingSide } from './thing-side.tsx'

/** What is chosen: a thing, a line, or the two ends of a path. */
export function ChosenSide() {
  const { details, view } = useModel()
  const { selection, edge } = view.value
  if (selection.length === 0 && !edge) return <PathSide />
  if (details.value === undefined) return <SideWaiting />
  if (!details.value)
    return (
      <p class="hint">
        {edge
          ? 'The picture has no line between the two ends that are chosen: they are folded, hidden or not in this run.'
          : 'This run has nothing by the name that the link holds.'}
      </p>
    )
  return details.value.kind === 'thing' ? (
    <ThingSide thing={details.value} />
  ) : (
    <EdgeSide edge={details.value} />
  )
}

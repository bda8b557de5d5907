import { keyToText } from '../state/key-text.ts'
import { EdgeSide } from './edge-side.tsx'
import { useModel } from './model.ts'
import { PathSide } from './path-side.tsx'
import { SideWaiting } from './side-waiting.tsx'
import { StackSide } from './stack-side.tsx'
import { ThingSide } from './thing-side.tsx'

/** What is chosen: a thing, a stack, a line, or the two ends of a path. */
export function ChosenSide() {
  const { details, picture, view } = useModel()
  const { selection, edge } = view.value
  const key = selection.at(-1)
  if (key === undefined && !edge) return <PathSide />
  const card = edge || key === undefined ? undefined : picture.value?.cardOfKey.get(key)
  if (details.value === null && card !== undefined) return <StackSide card={card} />
  if (details.value === undefined) return <SideWaiting />
  if (!details.value)
    return (
      <p class="hint">
        {edge || key === undefined
          ? 'The picture has no line between the two ends that are chosen: one of them is beyond what is shown, hidden or not in this run, or nothing leads from the one to the other.'
          : `This run has nothing by the name ${keyToText(key).slice(0, LONGEST)}, and the picture shows nothing by it.`}
      </p>
    )
  return details.value.kind === 'thing' ? (
    <ThingSide thing={details.value} />
  ) : (
    <EdgeSide edge={details.value} />
  )
}

/** As much of a name as is told: some have ten thousand characters. */
const LONGEST = 200

import { grouped } from '@lineagraph/core'
import { leaveCircle, showOnlyCircle } from '../state/actions.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'

/** Leaves out all that is not of a circle, or shows what is around it again. @param first one of its things. */
export function OnlyCircle({ circle, first }: { circle: string; first: string }) {
  const { act, view } = useModel()
  const isOnly = view.value.kind === 'lineage' && view.value.circle === circle
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isOnly}
      onClick={() => act((before) => (isOnly ? leaveCircle(before) : showOnlyCircle(before, circle, first)))}
    >
      <Icon name="repeat" /> Only the circle
    </button>
  )
}

/** At the picture's foot, while a circle alone is shown: that it is so, and the way out. */
export function CircleBar() {
  const { act, picture, view } = useModel()
  const { circle, kind } = view.value
  if (circle === null || kind !== 'lineage') return null
  const size = picture.value?.circles.find(({ key }) => key === circle)?.size
  return (
    <div class="bar-part" role="group" aria-label="Circle">
      <span>Only the circle{size !== undefined && ` of ${grouped(size)}`}</span>
      <button type="button" class="button" onClick={() => act(leaveCircle)}>
        Show what is around it
      </button>
    </div>
  )
}

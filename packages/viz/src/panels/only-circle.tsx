import { grouped } from '@lineagraph/core'
import { leaveCircle, showOnlyCircle } from '../state/actions.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'

/** Leaves out all that is not of a circle, or, where that alone is shown, shows what is around it again. @param first one of its things. */
export function OnlyCircle({ circle, first }: { circle: string; first: string }) {
  const { act, picture, view } = useModel()
  const { circle: shown, kind } = view.value
  // A link may call it by another of its things: then it is the one that is drawn.
  const isDrawn = (): boolean => picture.value?.circles.some(({ key }) => key === circle) === true
  const isOnly = kind === 'lineage' && shown !== null && (shown === circle || isDrawn())
  return (
    <button
      type="button"
      class="button"
      onClick={() => act((before) => (isOnly ? leaveCircle(before) : showOnlyCircle(before, circle, first)))}
    >
      <Icon name="repeat" /> {isOnly ? AROUND_IT : 'Only the circle'}
    </button>
  )
}

const AROUND_IT = 'Show what is around it'

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
        {AROUND_IT}
      </button>
    </div>
  )
}

import { clear, clearPath, leaveCircle } from './actions.ts'
import { isWholePath, type View } from './view.ts'

interface Escape {
  readonly says: string
  does(view: View): View
  isDue(view: View): boolean
}

/** From what was begun, over what is chosen, to what the picture is of. A click on nothing clears alone: no click leads to another picture. */
const ESCAPES: readonly Escape[] = [
  { says: 'leave the path', does: clearPath, isDue: ({ path }) => path !== null && !isWholePath(path) },
  {
    says: 'clear',
    does: clear,
    isDue: ({ selection, edge, finding }) => selection.length > 0 || edge !== null || finding !== null,
  },
  { says: 'leave the path', does: clearPath, isDue: ({ path }) => path !== null },
  {
    says: 'leave the circle',
    does: leaveCircle,
    isDue: ({ kind, circle }) => kind === 'lineage' && circle !== null,
  },
]

/** What Esc does next, and says so; null where it does nothing. */
export const escapeFrom = (view: View): Escape | null => ESCAPES.find(({ isDue }) => isDue(view)) ?? null

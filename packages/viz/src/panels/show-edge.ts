import { selectEdge } from '../state/actions.ts'
import type { EdgeKeys, View } from '../state/view.ts'
import type { Model } from './model.ts'

/** Chooses the line of the picture that stands for an edge: between its ends, or between what they are folded into. @param tab what the side shows then. */
export async function showEdge(
  { act, ask, wish, notice }: Model,
  edge: EdgeKeys,
  tab: View['tab'] = 'details',
): Promise<void> {
  const told = await ask('describeEdge', edge.from, edge.to, wish.peek(), 1)
  if (!told) notice.value = 'The picture does not show both ends of that edge.'
  else if (told.within)
    notice.value = 'Both ends of that edge are inside one thing that is closed: open it first.'
  else act((view) => ({ ...selectEdge(view, { from: told.from.key, to: told.to.key }), tab }))
}

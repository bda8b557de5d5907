import { selectEdge } from '../state/actions.ts'
import type { EdgeKeys, View } from '../state/view.ts'
import type { Model } from './model.ts'

/** Chooses the line of the picture that stands for an edge: between its ends, or between what they are folded into. @param tab what the side shows then. */
export async function showEdge(
  { act, ask, wish, notice }: Model,
  edge: EdgeKeys,
  tab: View['tab'] = 'details',
): Promise<void> {
  const seen = wish.peek()
  if (await ask('describeEdge', edge.from, edge.to, seen, 1)) {
    act((view) => ({ ...selectEdge(view, edge), tab }))
    return
  }
  const [[from], [to]] = await Promise.all([ask('locate', edge.from, seen), ask('locate', edge.to, seen)])
  if (from === undefined || to === undefined)
    notice.value = 'The picture does not show both ends of that edge.'
  else if (from === to)
    notice.value = 'Both ends of that edge are inside one thing that is closed: open it first.'
  else act((view) => ({ ...selectEdge(view, { from, to }), tab }))
}

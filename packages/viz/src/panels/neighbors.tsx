import { selectEdge } from '../state/actions.ts'
import type { EdgeKeys } from '../state/view.ts'
import type { Neighbor } from '../worker/details.ts'
import type { Slice } from '../worker/named.ts'
import { Icon } from './icon.tsx'
import { useModel, type Model } from './model.ts'
import { List, Section } from './section.tsx'
import { ThingLine } from './thing-line.tsx'
import { counted, number } from './words.ts'

interface NeighborsProps {
  readonly title: string
  readonly list: Slice<Neighbor>
  readonly edgeTo: (neighbor: Neighbor) => EdgeKeys
}

/** What lineage leads to or comes from, each with the edges between: which they are, for who cannot point at the line. */
export function Neighbors({ title, list, edgeTo }: NeighborsProps) {
  const model = useModel()
  const edges = list.rows.reduce((sum, { count }) => sum + count, 0)
  const all = list.rows.length === list.total ? ` · ${counted(edges, 'edge')}` : ''
  return (
    <Section title={title} count={list.total > 0 ? `${number(list.total)}${all}` : 'nothing'}>
      <List list={list}>
        {(neighbor) => (
          <div key={neighbor.key} class="neighbor">
            <ThingLine thing={neighbor} />
            <button
              type="button"
              class="edges"
              title={`Show ${neighbor.count === 1 ? 'the edge' : 'the edges'}`}
              aria-label={`Show ${counted(neighbor.count, 'edge')} with ${neighbor.name}`}
              onClick={() => void showEdge(model, edgeTo(neighbor))}
            >
              {neighbor.count > 1 && number(neighbor.count)}
              <Icon name="lineage" size={12} />
            </button>
          </div>
        )}
      </List>
    </Section>
  )
}

/** Chooses the line of the picture that stands for an edge: between its ends, or between what they are folded into. */
async function showEdge({ act, ask, wish, notice }: Model, edge: EdgeKeys): Promise<void> {
  const seen = wish.peek()
  if (await ask('describeEdge', edge.from, edge.to, seen, 1)) {
    act((view) => selectEdge(view, edge))
    return
  }
  const [[from], [to]] = await Promise.all([ask('locate', edge.from, seen), ask('locate', edge.to, seen)])
  if (from === undefined || to === undefined)
    notice.value = 'The picture does not show both ends of that edge.'
  else if (from === to)
    notice.value = 'Both ends of that edge are inside one thing that is closed: open it first.'
  else act((view) => selectEdge(view, { from, to }))
}

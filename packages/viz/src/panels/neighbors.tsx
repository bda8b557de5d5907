import { grouped } from '@lineagraph/core'
import type { EdgeKeys } from '../state/view.ts'
import type { Neighbor, NeighborList } from '../worker/answers/neighbors-of.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { List, Section } from './section.tsx'
import { showEdge } from './show-edge.ts'
import { ThingLine } from './thing-line.tsx'
import { counted } from './words.ts'

interface NeighborsProps {
  readonly title: string
  readonly list: NeighborList
  readonly edgeTo: (neighbor: Neighbor) => EdgeKeys
}

/** What lineage leads to or comes from, each with the edges between: which they are, for who cannot point at the line. */
export function Neighbors({ title, list, edgeTo }: NeighborsProps) {
  const model = useModel()
  const count = list.total > 0 ? `${list.words} · ${counted(list.edges, 'edge')}` : 'nothing'
  return (
    <Section title={title} count={count}>
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
              {neighbor.count > 1 && grouped(neighbor.count)}
              <Icon name="lineage" size={12} />
            </button>
          </div>
        )}
      </List>
    </Section>
  )
}

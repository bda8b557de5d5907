import { grouped } from '@lineagraph/core'
import type { Circle } from '../scene/picture/picture.ts'
import { circlesClosed, lineBetween, type Prepared } from '../scene/picture/prepared.ts'
import { titleAt } from '../scene/picture/title-at.ts'
import { selectEdge } from '../state/actions.ts'
import { isCardKey } from '../state/card-key.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { Section } from './section.tsx'

/** So many things of a circle are named in its line. */
const NAMED = 4

/** The circles that all between two cards closes, where that is chosen: each lights up. */
export function CirclesOfLine() {
  const { act, picture, view } = useModel()
  const [shown, edge] = [picture.value, view.value.edge]
  if (!shown || !edge || !isCardKey(edge.from)) return null
  const line = lineBetween(shown, edge.from, edge.to)
  const circles = line < 0 ? [] : circlesClosed(shown, line).map((circle) => shown.circles[circle]!)
  if (circles.length === 0) return null
  return (
    <Section title="Circles" count={grouped(circles.length)}>
      {circles.map((circle) => {
        const words = wayWords(shown, circle)
        return (
          <button
            key={circle.key}
            type="button"
            class="thing"
            title={words}
            onClick={() => act((before) => selectEdge(before, circle.opening))}
          >
            <Icon name="lineage" size={14} />
            <bdi class="name">{words}</bdi>
            <span class="count">{grouped(circle.size)}</span>
          </button>
        )
      })}
    </Section>
  )
}

/** `orders.id → sums.id`: what a way round goes through, as far as it is drawn. */
function wayWords(picture: Prepared, { way }: Circle): string {
  const { from, fromRow } = picture.lines
  const names = way.slice(0, NAMED).map((line) => titleAt(picture, from[line]!, fromRow[line]!))
  return [...names, ...(way.length > NAMED ? ['…'] : [])].join(' → ')
}

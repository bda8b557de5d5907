import { grouped } from '@lineagraph/core'
import { lineBetween } from '../scene/picture/prepared.ts'
import type { EdgeDetails } from '../worker/answers/details.ts'
import { wholeName } from '../worker/names/named.ts'
import { CirclesOfLine } from './circles-of-line.tsx'
import { FilePlace, RawLine } from './declared.tsx'
import { EdgeEnds } from './edge-ends.tsx'
import { drawnSo } from './line-words.ts'
import { useModel } from './model.ts'
import { OnlyCircle } from './only-circle.tsx'
import { List, Section } from './section.tsx'
import { Sql } from './sql.tsx'
import { ThingLink } from './thing-line.tsx'

/** A line of the picture, with the edges that it stands for and where they are declared. */
export function EdgeSide({ edge }: { edge: EdgeDetails }) {
  const circle = useModel().light.value?.circle
  return (
    <div class="details">
      <div class="top">
        <p class="crumbs">
          {edge.edges.total === 1
            ? 'Edge'
            : `${edge.within ? '' : 'Line of '}${grouped(edge.edges.total)} edges`}
        </p>
        <EdgeEnds from={edge.from} to={edge.to} />
        <LineHint edge={edge} />
        {edge.folds && (
          <p class="sort">
            <EdgeName {...edge.folds} /> is rolled up to this line.
          </p>
        )}
        {edge.within && (
          <p class="sort">
            The picture has no line for it: both ends are inside <ThingLink to={edge.within} />.
          </p>
        )}
        {circle && (
          <div class="actions">
            <OnlyCircle circle={circle.key} first={(edge.folds ?? edge).from.key} />
          </div>
        )}
      </div>
      {edge.query && (
        <Section title="Query" side={<FilePlace {...edge.query} />}>
          <Sql pieces={edge.query.pieces} />
        </Section>
      )}
      {edge.declared && (
        <Section title="Declared" side={<FilePlace {...edge.declared} />}>
          <RawLine text={edge.declared.text} isOpen={!edge.query} />
        </Section>
      )}
      <CirclesOfLine />
      <Section title="Edges" count={grouped(edge.edges.total)}>
        <List list={edge.edges}>
          {({ from, to, places }) => (
            <div key={`${from.key} ${to.key}`} class="pair">
              <ThingLink to={from} />
              <span class="to">
                <span class="faint">→</span>
                <ThingLink to={to} />
              </span>
              {places[0] && <FilePlace {...places[0]} />}
            </div>
          )}
        </List>
      </Section>
    </div>
  )
}

const EdgeName = ({ from, to }: Pick<EdgeDetails, 'from' | 'to'>) => (
  <>
    <bdi>{wholeName(from)}</bdi> → <bdi>{wholeName(to)}</bdi>
  </>
)

/** Says of a line that is short and leads nowhere, or dashed, why that is so. */
function LineHint({ edge: { from, to } }: { edge: EdgeDetails }) {
  const picture = useModel().picture.value
  const line = picture ? lineBetween(picture, from.key, to.key) : -1
  const words = picture && line >= 0 ? drawnSo(picture, line) : ''
  return words === '' ? null : <p class="sort">{words}.</p>
}

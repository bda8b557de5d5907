import type { EdgeDetails } from '../worker/details.ts'
import type { QueryDetails } from '../worker/query-details.ts'
import { FilePlace, RawLine } from './declared.tsx'
import { List, Section } from './section.tsx'
import { ThingLine, ThingLink } from './thing-line.tsx'
import { number } from './words.ts'

/** A line of the picture, with the edges that it stands for and where they are declared. */
export function EdgeSide({ edge }: { edge: EdgeDetails }) {
  return (
    <div class="details">
      <div class="top">
        <p class="crumbs">{edge.edges.total > 1 ? `Line of ${number(edge.edges.total)} edges` : 'Edge'}</p>
        <div class="ends">
          <ThingLine thing={edge.from} />
          <svg width="15" height="14" viewBox="0 0 15 14" aria-hidden="true">
            <path class="shaft" d="M7.5 0v9" />
            <path class="head" d="M7.5 14L3.5 7.5h8z" />
          </svg>
          <ThingLine thing={edge.to} />
        </div>
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
      <Section title="Edges" count={number(edge.edges.total)}>
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

/** The SQL of a query, with the tables that it reads marked, and the one that the line begins at more than the others. */
const Sql = ({ pieces }: { pieces: QueryDetails['pieces'] }) => (
  <pre class="sql" tabIndex={0}>
    {pieces.map(({ at, text, read }) =>
      read ? (
        <mark key={at} class={read}>
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </pre>
)

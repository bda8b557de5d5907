import type { EdgeDetails, Named, QueryDetails, ThingDetails } from '../worker/protocol.ts'
import { lookOf } from '../tokens/looks.ts'
import { FindingLine } from './finding-line.tsx'
import { Icon, SortIcon } from './icon.tsx'
import { meaningOf } from './field-meanings.ts'
import { useModel } from './model.ts'
import { Neighbors } from './neighbors.tsx'
import { RunSummary } from './run-summary.tsx'
import { List, Section } from './section.tsx'
import { ChosenActions } from './thing-bar.tsx'
import { ThingLine, Within } from './thing-line.tsx'
import { counted, number } from './words.ts'
import './details.css'

/** What is chosen, with all that its declaration says; the run where nothing is. */
export function DetailsPanel() {
  const { details, view } = useModel()
  const { selection, edge } = view.value
  if (selection.length === 0 && !edge) return <RunSummary />
  if (!details.value) return <p class="hint">This run has nothing by the name that the link holds.</p>
  return details.value.kind === 'thing' ? <Thing thing={details.value} /> : <Edge edge={details.value} />
}

function Thing({ thing }: { thing: ThingDetails }) {
  const { change } = useModel()
  return (
    <div class="details">
      <div class="top">
        {thing.around.length > 0 && (
          <div class="crumbs" role="navigation" aria-label="Around it">
            {thing.around.map((above) => (
              <span key={above.key} class="crumb">
                <Link to={above} />
                <Icon name="chevronRight" size={12} />
              </span>
            ))}
          </div>
        )}
        <h2 class="title">
          <SortIcon sort={thing.sort} size={18} />
          <bdi>{thing.name}</bdi>
        </h2>
        <p class="sort">{describeSort(thing)}</p>
        <ChosenActions />
      </div>
      <Section title="Declared" side={thing.declared && <FilePlace {...thing.declared} />}>
        <dl class="fields">
          {thing.fields.map(({ name, value }) => (
            <Field key={name} name={name} value={value} />
          ))}
        </dl>
        {thing.declared && <RawLine text={thing.declared.text} />}
        <Meanings names={thing.fields.map(({ name }) => name)} />
      </Section>
      {thing.findings.total > 0 && (
        <Section title="Findings" count={number(thing.findings.total)}>
          <div class="bleed">
            {thing.findings.rows.map((finding) => (
              <FindingLine
                key={finding.fingerprint}
                finding={finding}
                onClick={() => change({ tab: 'findings', finding: finding.fingerprint })}
              />
            ))}
          </div>
        </Section>
      )}
      <Neighbors title="Feeds it" list={thing.feedsIt} edgeTo={({ key }) => ({ from: key, to: thing.key })} />
      <Neighbors title="It feeds" list={thing.itFeeds} edgeTo={({ key }) => ({ from: thing.key, to: key })} />
      {thing.inside.total > 0 && (
        <Section title="Inside" count={number(thing.inside.total)}>
          <List list={thing.inside}>{(child) => <ThingLine key={child.key} thing={child} />}</List>
        </Section>
      )}
    </div>
  )
}

function describeSort({ sort, around, findings }: ThingDetails): string {
  if (sort === '@missing') return 'named, but never declared in this run'
  if (sort === '@external') return 'a table outside this run'
  if (sort === '@external_column') return 'a column outside this run'
  const kind = lookOf(sort).one
  const wrong = findings.total > 0 ? `, ${counted(findings.total, 'finding')}` : ''
  return around.length > 0 ? `${kind}${wrong}` : `${kind} at the top${wrong}`
}

function Edge({ edge }: { edge: EdgeDetails }) {
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
              <Link to={from} />
              <span class="to">
                <span class="faint">→</span>
                <Link to={to} />
              </span>
              {places[0] && <FilePlace {...places[0]} />}
            </div>
          )}
        </List>
      </Section>
    </div>
  )
}

function Link({ to }: { to: Named }) {
  const { show } = useModel()
  return (
    <button type="button" class="link" title={to.name} onClick={() => show(to.key)}>
      <SortIcon sort={to.sort} size={12} />
      <bdi>
        <Within of={to} />
        {to.name}
      </bdi>
    </button>
  )
}

const Field = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt title={meaningOf(name)}>{name}</dt>
    <dd class={name.endsWith('_id') ? 'mono' : ''} title={value}>
      <bdi>{value}</bdi>
    </dd>
  </>
)

const FilePlace = ({ file, line }: { file: string; line: number }) => (
  <span class="file-place" title={`${file}:${line}`}>
    {file.split('/').at(-1)}:{line}
  </span>
)

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

/** What Secoda takes each field of a declaration for. */
const Meanings = ({ names }: { names: readonly string[] }) => (
  <details class="raw">
    <summary>what the fields mean</summary>
    <dl class="meanings">
      {names.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaningOf(name)}</dd>
        </div>
      ))}
    </dl>
  </details>
)

const RawLine = ({ text, isOpen = false }: { text: string; isOpen?: boolean }) => (
  <details class="raw" open={isOpen}>
    <summary>raw line</summary>
    <pre tabIndex={0}>{text}</pre>
  </details>
)

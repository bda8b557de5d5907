import { grouped } from '@lineagraph/core'
import { CircleList } from './circle-list.tsx'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { showFindings } from './show-findings.ts'
import { lookOf } from '../tokens/looks.ts'
import { counted, duration } from './words.ts'

/** The run as a whole: what the details show while nothing is chosen. */
export function RunSummary() {
  const model = useModel()
  const { run, picture, linesDrawn } = model
  if (!run.value || !picture.value) return null
  const { facts, name } = run.value
  const { summary, files, checkTime } = facts
  const { tally, legend } = picture.value
  return (
    <div class="details">
      <div class="top">
        <h2 class="title">
          <bdi>{name}</bdi>
        </h2>
        <p class="sort">Click a thing to see what feeds it and what it feeds.</p>
      </div>
      <section class="section">
        <h3>Declared</h3>
        <dl class="fields">
          <dt>resources</dt>
          <dd>{grouped(summary.resources)}</dd>
          <dt>lineage</dt>
          <dd>{grouped(summary.lineage)}</dd>
          {files.map((file) => (
            <FileRow key={file.name} {...file} />
          ))}
          {facts.unread > 0 && (
            <>
              <dt>not read</dt>
              <dd>
                <button type="button" class="link" title="Show why" onClick={() => showFindings(model)}>
                  {counted(facts.unread, 'line')}
                </button>
              </dd>
            </>
          )}
          <dt>checked in</dt>
          <dd>{duration(checkTime)}</dd>
        </dl>
      </section>
      <section class="section">
        <h3>By type</h3>
        {legend.map(({ sort, count, off }) => (
          <div key={sort} class={`thing plain ${off ? 'off' : ''}`}>
            <SortIcon sort={sort} />
            <span class="name">{lookOf(sort).many}</span>
            <span class="count">{grouped(count)}</span>
          </div>
        ))}
      </section>
      <section class="section">
        <h3>
          Edges of the run <span class="faint">{grouped(tally.edges.all)}</span>
        </h3>
        {tally.edges.all !== summary.lineage && (
          <p class="hint inline">
            Lineage from a query gives an edge from each table that the query reads, and what is declared
            twice gives one.
          </p>
        )}
        <dl class="fields sums">
          <dt>on the {counted(linesDrawn.value, 'line')} drawn</dt>
          <dd>{grouped(tally.edges.drawn)}</dd>
          <dt>inside one thing</dt>
          <dd>{grouped(tally.edges.folded)}</dd>
          <dt>hidden by filters</dt>
          <dd>{grouped(tally.edges.hidden)}</dd>
          {tally.edges.beyond > 0 && (
            <>
              <dt>beyond what is shown</dt>
              <dd>{grouped(tally.edges.beyond)}</dd>
            </>
          )}
        </dl>
      </section>
      <CircleList />
    </div>
  )
}

const FileRow = ({ name, lines }: { name: string; lines: number }) => (
  <>
    <dt title={name}>{name.split('/').at(-1)}</dt>
    <dd>{counted(lines, 'line')}</dd>
  </>
)

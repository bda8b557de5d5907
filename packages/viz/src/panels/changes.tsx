import { grouped } from '@lineagraph/core'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ChangedEdge, ChangedThing, ChangeRow } from '../worker/answers/change-row.ts'
import type { Slice } from '../worker/names/named.ts'
import type { Changed, RunFacts } from '../worker/answers/run-facts.ts'
import { ChangeLine } from './change-line.tsx'
import { ChangeSign } from './change-sign.tsx'
import { useModel, type Model } from './model.ts'
import { reached } from './reached.ts'
import { Rows } from './rows.tsx'
import { showEdge } from './show-edge.ts'
import './changes.css'

const ROW = 30
const CHANGES = ['removed', 'changed', 'added'] as const

/** In what the run differs from the one before, in what is around it: what may hurt first, each leading to its place in the picture. */
export function ChangesPanel({ diff }: { diff: NonNullable<RunFacts['diff']> }) {
  const model = useModel()
  const window = useSignal({ from: 0, count: 40 })
  const turned = useSignal<readonly string[]>([])
  const list = useSignal<Slice<ChangeRow> | null>(null)
  const asked = useRef(0)
  useSignalEffect(() => {
    void model.run.value?.version
    const { changesOf: what, without } = model.view.value
    const turn = ++asked.current
    const wish = { of: CHANGES.filter((change) => !without.includes(change)), what, turned: turned.value }
    void model.ask('changes', { ...wish, ...window.value }).then((changes) => {
      if (turn === asked.current) list.value = changes
    })
  })
  const { changesOf, without } = model.view.value
  const toggle = (change: Changed): void =>
    model.change({
      without: without.includes(change) ? without.filter((one) => one !== change) : [...without, change],
    })
  const turn = (key: string): void => {
    const now = turned.peek()
    turned.value = now.includes(key) ? now.filter((one) => one !== key) : [...now, key]
  }
  const { resources, edges } = { resources: diff.counts, edges: diff.summary.edges }
  const counts = changesOf === 'things' ? resources : { ...edges, changed: 0 }
  const lists = [
    { of: 'things', label: 'Things', count: sumOf(resources) },
    { of: 'edges', label: 'Edges', count: edges.added + edges.removed },
  ] as const
  const shown = list.value
  return (
    <div class="changes">
      <div class="changes-head">
        <p>
          against <bdi class="base">{diff.base}</bdi>
        </p>
        <Rest summary={diff.summary} />
        <div class="changes-tools">
          <div class="segments" role="group" aria-label="What is listed">
            {lists.map(({ of, label, count }) => (
              <button
                key={of}
                type="button"
                class={changesOf === of ? 'on' : ''}
                aria-pressed={changesOf === of}
                onClick={() => model.change({ changesOf: of })}
              >
                {label} <span class="faint">{grouped(count)}</span>
              </button>
            ))}
          </div>
          <div class="chips" role="group" aria-label="Changes">
            {CHANGES.filter((change) => changesOf === 'things' || change !== 'changed').map((change) => (
              <button
                key={change}
                type="button"
                class={`button change-chip ${without.includes(change) ? 'off' : ''}`}
                aria-pressed={!without.includes(change)}
                onClick={() => toggle(change)}
              >
                <ChangeSign change={change} />
                {grouped(counts[change])} {change}
              </button>
            ))}
          </div>
        </div>
      </div>
      {shown?.total === 0 && (
        <div class="nothing">
          <p>
            {sumOf(counts) > 0
              ? 'All that differs is switched off.'
              : changesOf === 'things'
                ? 'No resource differs between the two runs.'
                : 'No edge differs between the two runs.'}
          </p>
          {sumOf(counts) > 0 && (
            <button type="button" class="button" onClick={() => model.change({ without: [] })}>
              Show all changes
            </button>
          )}
        </div>
      )}
      <Rows
        slice={shown}
        rowHeight={ROW}
        aria-label="Changes"
        role="group"
        onWindow={(from, count) => (window.value = { from, count })}
      >
        {(row) => (
          <ChangeLine
            row={row}
            onTurn={() => turn(row.key)}
            onChoose={() =>
              row.kind === 'thing'
                ? chooseThing(model, row)
                : row.change === null
                  ? turn(row.key)
                  : chooseEdge(model, row)
            }
          />
        )}
      </Rows>
    </div>
  )
}

const sumOf = ({ added, removed, changed }: Readonly<Record<Changed, number>>): number =>
  added + removed + changed

function chooseThing(model: Model, { shownAs, change, name }: ChangedThing): void {
  if (shownAs === null) {
    model.said.value = `${name} is gone, and so is all that was around it`
    return
  }
  model.show(shownAs, { tab: 'changes' })
  if (change === 'removed') model.said.value = `${name} is gone: this is what it was in`
}

/** An edge that is gone has no line; its ends may have. */
function chooseEdge(model: Model, { from, to, change, stands }: ChangedEdge): void {
  if (change === 'added') void showEdge(model, { from: from.key, to: to.key }, 'changes')
  else if (stands) {
    model.show(to.key, { tab: 'changes' })
    model.said.value = `${from.name} to ${to.name} is gone: this is what it led to`
  } else model.notice.value = `The edge from ${from.name} to ${to.name} is gone, and so is one of its ends.`
}

/** What differs beside, and what all of it reaches. */
function Rest({ summary }: Pick<NonNullable<RunFacts['diff']>, 'summary'>) {
  const { findings, impact } = summary
  return (
    <dl class="changes-rest">
      <dt>findings</dt>
      <dd>
        {grouped(findings.new)} new, {grouped(findings.fixed)} fixed
      </dd>
      <dt>downstream</dt>
      <dd>{reached(impact)}</dd>
    </dl>
  )
}

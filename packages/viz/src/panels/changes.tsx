import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ChangeRow } from '../worker/change-rows.ts'
import type { Slice } from '../worker/named.ts'
import type { Changed, RunFacts } from '../worker/run-facts.ts'
import { ChangeSign } from './change-sign.tsx'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { Rows } from './rows.tsx'
import { counted, number } from './words.ts'
import './changes.css'

const ROW = 50
const CHANGES = ['removed', 'changed', 'added'] as const

/** In what the run differs from the one before: what may hurt first, each leading to its place in the picture. */
export function ChangesPanel({ diff }: { diff: NonNullable<RunFacts['diff']> }) {
  const model = useModel()
  const window = useSignal({ from: 0, count: 30 })
  const of = useSignal<readonly Changed[]>(CHANGES)
  const list = useSignal<Slice<ChangeRow> | null>(null)
  const asked = useRef(0)
  useSignalEffect(() => {
    void model.run.value?.version
    const turn = ++asked.current
    void model.ask('changes', { of: of.value, ...window.value }).then((changes) => {
      if (turn === asked.current) list.value = changes
    })
  })
  const toggle = (change: Changed): void => {
    const now = of.peek()
    of.value = now.includes(change) ? now.filter((one) => one !== change) : [...now, change]
  }
  const choose = ({ shownAs, change, name }: ChangeRow): void => {
    if (shownAs === null) {
      model.said.value = `${name} is gone, and so is all that was around it`
      return
    }
    model.show(shownAs)
    model.change({ tab: 'changes' })
    if (change === 'removed') model.said.value = `${name} is gone: this is what it was in`
  }
  const shown = list.value
  return (
    <div class="changes">
      <div class="changes-head">
        <p>
          against <bdi class="base">{diff.base}</bdi>
        </p>
        <div class="chips" role="group" aria-label="Changes">
          {CHANGES.map((change) => (
            <button
              key={change}
              type="button"
              class={`button change-chip ${of.value.includes(change) ? '' : 'off'}`}
              aria-pressed={of.value.includes(change)}
              onClick={() => toggle(change)}
            >
              <ChangeSign change={change} />
              {number(diff.counts[change])} {change}
            </button>
          ))}
        </div>
        <Rest summary={diff.summary} />
      </div>
      {shown?.total === 0 && (
        <p class="hint">
          {of.value.length < CHANGES.length
            ? 'Nothing of what is switched on.'
            : 'No resource differs between the two runs.'}
        </p>
      )}
      <Rows
        slice={shown}
        rowHeight={ROW}
        aria-label="Changes"
        role="group"
        onWindow={(from, count) => (window.value = { from, count })}
      >
        {(row) => <Row row={row} onChoose={() => choose(row)} />}
      </Rows>
    </div>
  )
}

/** What differs beside resources, and what all of it reaches. */
function Rest({ summary }: Pick<NonNullable<RunFacts['diff']>, 'summary'>) {
  const { edges, findings, impact } = summary
  return (
    <dl class="changes-rest">
      <dt>edges</dt>
      <dd>
        +{number(edges.added)} −{number(edges.removed)}
      </dd>
      <dt>findings</dt>
      <dd>
        {number(findings.new)} new, {number(findings.fixed)} fixed
      </dd>
      <dt>downstream</dt>
      <dd>{reached(impact)}</dd>
    </dl>
  )
}

const Row = ({ row, onChoose }: { row: ChangeRow; onChoose(): void }) => (
  <button
    type="button"
    class="change"
    title={row.impact ? `Downstream: ${reached(row.impact)}` : undefined}
    onClick={onChoose}
  >
    <ChangeSign change={row.change} />
    <span class="change-named">
      <span class="unseen">{row.change}</span>
      <SortIcon sort={row.sort} />
      <bdi class={`name ${row.change}`}>{row.name}</bdi>
      <bdi class="faint place">{row.place}</bdi>
    </span>
    {row.impact && row.impact.things > 0 && (
      <span class="faint reached">{number(row.impact.things)} downstream</span>
    )}
    <span class="faint what">{whatOf(row)}</span>
  </button>
)

function whatOf({ change, fields, inside, renamed }: ChangeRow) {
  if (fields.length > 0)
    return fields.map(({ name, base, head }, i) => (
      <span key={name}>
        {i > 0 && '; '}
        {name}: <bdi>{base}</bdi> → <bdi>{head}</bdi>
      </span>
    ))
  const within = inside > 0 ? `, with ${number(inside)} inside` : ''
  if (renamed === '') return `${change}${within}`
  return (
    <>
      {change === 'removed' ? 'looks renamed to ' : 'looks renamed from '}
      <bdi>{renamed}</bdi>
      {within}
    </>
  )
}

/** How many dashboards, charts and tables; of other things how many there are. */
function reached({ dashboards, charts, tables, things }: NonNullable<ChangeRow['impact']>): string {
  const parts = [
    ...(dashboards > 0 ? [counted(dashboards, 'dashboard')] : []),
    ...(charts > 0 ? [counted(charts, 'chart')] : []),
    ...(tables > 0 ? [counted(tables, 'table')] : []),
  ]
  if (parts.length > 0) return parts.join(', ')
  return things > 0 ? counted(things, 'thing') : 'nothing'
}

import { grouped } from '@lineagraph/core'
import type { ChangedEdge, ChangedThing, ChangeRow } from '../worker/answers/change-row.ts'
import type { Named } from '../worker/names/named.ts'
import type { Changed } from '../worker/answers/run-facts.ts'
import { ChangeSign } from './change-sign.tsx'
import { Icon, SortIcon } from './icon.tsx'
import { reached } from './reached.ts'

const INDENT = 16
const DEEPEST = 8

interface ChangeLineProps {
  readonly row: ChangeRow
  /** Opens or closes what is listed below. */
  onTurn(): void
  onChoose(): void
}

/** What differs on one line, with its sign; what is around such things counts them, and opens to list them. */
export function ChangeLine({ row, onTurn, onChoose }: ChangeLineProps) {
  const { depth, isOpen, change } = row
  return (
    <div class="change" style={{ paddingLeft: `${10 + INDENT * Math.min(depth, DEEPEST)}px` }}>
      {isOpen === null ? (
        <span class="turn" />
      ) : (
        <button
          type="button"
          class="turn"
          aria-expanded={isOpen}
          aria-label={`What differs in ${nameOf(row)}`}
          onClick={onTurn}
        >
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
        </button>
      )}
      <button type="button" class="change-what" title={titleOf(row)} onClick={onChoose}>
        {change && (
          <>
            <ChangeSign change={change} />
            <span class="unseen">{change} </span>
          </>
        )}
        {row.kind === 'thing' ? <Thing row={row} /> : <Edge row={row} />}
        <Counts of={row.counts} />
      </button>
    </div>
  )
}

const nameOf = (row: ChangeRow): string =>
  row.kind === 'thing' ? row.name : `${row.from.name} to ${row.to.name}`

function titleOf(row: ChangeRow): string {
  if (row.kind === 'edge') {
    const { from, to, declared } = row
    return `${wholeName(from)} → ${wholeName(to)}${declared ? `\n${declared.file}:${declared.line}` : ''}`
  }
  const downstream = row.impact ? `\nDownstream: ${reached(row.impact)}` : ''
  const fields = row.fields.map(({ name, base, head }) => `\n${name}: ${base} → ${head}`).join('')
  return `${row.name}, ${row.place}${fields}${downstream}`
}

const wholeName = ({ name, within }: Named): string => (within === undefined ? name : `${within}.${name}`)

const Thing = ({ row }: { row: ChangedThing }) => (
  <>
    <SortIcon sort={row.sort} />
    <bdi class={`name ${row.change ?? 'around'}`}>{row.name}</bdi>
    <span class="faint what">{whatOf(row)}</span>
    {row.impact && row.impact.things > 0 && (
      <span class="faint reached">{grouped(row.impact.things)} downstream</span>
    )}
  </>
)

function whatOf({ change, fields, inside, renamed }: ChangedThing) {
  if (change === null) return null
  if (fields.length > 0)
    return fields.map(({ name, base, head }, i) => (
      <span key={name}>
        {i > 0 && '; '}
        {name}: <bdi>{base}</bdi> → <bdi>{head}</bdi>
      </span>
    ))
  const within = inside > 0 ? `, with ${grouped(inside)} inside` : ''
  if (renamed === '') return `${change}${within}`
  return (
    <>
      {change === 'removed' ? 'looks renamed to ' : 'looks renamed from '}
      <bdi>{renamed}</bdi>
      {within}
    </>
  )
}

const Edge = ({ row: { from, to, change, declared, isRenamed } }: { row: ChangedEdge }) => (
  <>
    <span class={`name ends ${change ?? 'around'}`}>
      <End of={from} />
      <span class="faint">→</span>
      <End of={to} />
    </span>
    {isRenamed && <span class="faint what">between renamed ends</span>}
    {declared && (
      <span class="faint reached">
        {declared.file.split('/').at(-1)}:{declared.line}
      </span>
    )}
  </>
)

const End = ({ of }: { of: Named }) => (
  <>
    <SortIcon sort={of.sort} size={12} />
    <bdi>
      {of.within !== undefined && <span class="within">{of.within}.</span>}
      {of.name}
    </bdi>
  </>
)

const SIGNS = [
  ['added', '+'],
  ['removed', '−'],
  ['changed', '~'],
] as const

/** As the picture counts them: `+104 −35 ~1`. */
function Counts({ of }: { of: Readonly<Record<Changed, number>> }) {
  const there = SIGNS.filter(([change]) => of[change] > 0)
  if (there.length === 0) return null
  return (
    <span class="change-counts">
      {there.map(([change, sign]) => (
        <span key={change} class={change}>
          {sign}
          {grouped(of[change])}
          <span class="unseen"> {change} </span>
        </span>
      ))}
    </span>
  )
}

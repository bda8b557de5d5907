import { grouped } from '@lineagraph/core'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { lookOf } from '../tokens/looks.ts'
import type { Impact, ImpactFormat } from '../worker/answers/impact.ts'
import type { ImpactRow, ImpactWish } from '../worker/answers/impact-rows.ts'
import { Icon, SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { Rows } from './rows.tsx'
import { saveFile } from './save-file.ts'
import { counted } from './words.ts'
import './impact.css'

const ROW = 44
/** What the picture draws as one. */
const IS_STACK = /^stack:/
/** So many names of a way are written; the whole of it is in the row's title and in the files. */
const SHOWN = 4

/** All that what is chosen hangs on, or that hangs on it: what breaks when it goes. */
export function ImpactPanel() {
  const model = useModel()
  const { selection } = model.view.value
  const key = selection.at(-1)
  const find = useSignal('')
  const sorted = useSignal<Pick<ImpactWish, 'by' | 'isTurned'>>({ by: 'hop', isTurned: false })
  const window = useSignal({ from: 0, count: 40 })
  const impact = useSignal<Impact | null | undefined>(undefined)
  const asked = useRef(0)
  const wishOf = (chosen: string): ImpactWish => ({
    ...{ key: chosen, side: model.view.peek().side, find: find.peek(), ...sorted.peek() },
    shown: model.wish.peek(),
  })
  useSignalEffect(() => {
    const chosen = model.view.value.selection.at(-1)
    const turn = ++asked.current
    if (!model.run.value || chosen === undefined) {
      impact.value = undefined
      return
    }
    if (IS_STACK.test(chosen)) void model.wish.value // another picture may fold others under its name
    const wish = { ...wishOf(chosen), side: model.view.value.side, find: find.value, ...sorted.value }
    const { from, count } = window.value
    void model.ask('impact', wish, from, count).then((answer) => {
      if (turn === asked.current) impact.value = answer
    })
  })
  const save = async (format: ImpactFormat): Promise<void> => {
    const told = impact.peek()
    if (key === undefined || !told) return
    const parts = await model.ask('impactText', wishOf(key), format)
    const type = format === 'csv' ? 'text/csv' : 'application/json'
    saveFile(told.of.name, `-${told.side}stream.${format}`, new Blob([...parts], { type }))
    model.said.value = `Saved ${counted(told.total, 'row')} as ${format.toUpperCase()}`
  }

  if (key === undefined)
    return (
      <p class="hint">
        Choose a thing or a column: here stands all that it hangs on, and all that hangs on it.
      </p>
    )
  const shown = impact.value
  if (shown === undefined) return null
  if (!shown)
    return (
      <p class="hint">
        This run has nothing by the name that is chosen, and the picture draws nothing by it.
      </p>
    )
  const { side } = shown
  const way = side === 'up' ? 'upstream' : 'downstream'
  const sides = [
    { id: 'up', label: 'Upstream', count: shown.upstream },
    { id: 'down', label: 'Downstream', count: shown.downstream },
  ] as const
  return (
    <div class="impact">
      <div class="impact-head">
        <h2 class="impact-of">
          <SortIcon sort={shown.of.sort} size={16} />
          <bdi>{shown.of.name}</bdi>
        </h2>
        <div class="segments" role="group" aria-label="Which side">
          {sides.map(({ id, label, count }) => (
            <button
              key={id}
              type="button"
              class={side === id ? 'on' : ''}
              aria-pressed={side === id}
              onClick={() => model.change({ side: id })}
            >
              {label} <span class="faint">{grouped(count)}</span>
            </button>
          ))}
        </div>
        <div class="impact-tools">
          <input
            type="search"
            class="field"
            aria-label={`Filter what is ${way}`}
            placeholder="Filter by name, place or type"
            value={find.value}
            onInput={(event) => (find.value = event.currentTarget.value)}
          />
          {(['csv', 'json'] as const).map((format) => (
            <button
              key={format}
              type="button"
              class="button"
              title={`Save these ${counted(shown.total, 'row')} as ${format.toUpperCase()}`}
              onClick={() => void save(format)}
            >
              <Icon name="fileDown" />
              {format.toUpperCase()}
            </button>
          ))}
        </div>
      </div>
      <div
        class="impact-table"
        role="table"
        aria-label={`Everything ${way} of ${shown.of.name}`}
        aria-rowcount={shown.total + 1}
      >
        <div class="impact-row heads" role="row" aria-rowindex={1}>
          <Head by="hop" label="Hop" sorted={sorted} />
          <Head by="name" label="Name and path" sorted={sorted} />
          <Head by="sort" label="Type" sorted={sorted} />
        </div>
        {shown.total === 0 && (
          <p class="hint">
            {find.value.trim() === '' ? `Nothing is ${way} of it.` : 'Nothing of it answers to the filter.'}
          </p>
        )}
        <Rows
          slice={shown}
          rowHeight={ROW}
          role="rowgroup"
          onWindow={(from, count) => (window.value = { from, count })}
        >
          {(row, index) => <Row row={row} index={index} side={side} onChoose={() => model.show(row.key)} />}
        </Rows>
      </div>
    </div>
  )
}

interface HeadProps {
  readonly by: ImpactWish['by']
  readonly label: string
  readonly sorted: { value: Pick<ImpactWish, 'by' | 'isTurned'> }
}

/** The head of a column sorts by it, and turns round what is sorted so. */
function Head({ by, label, sorted }: HeadProps) {
  const isHere = sorted.value.by === by
  const { isTurned } = sorted.value
  return (
    <div role="columnheader" aria-sort={isHere ? (isTurned ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => (sorted.value = { by, isTurned: isHere && !isTurned })}>
        {label}
        {isHere && <Icon name={isTurned ? 'chevronDown' : 'chevronUp'} size={12} />}
      </button>
    </div>
  )
}

interface RowProps {
  readonly row: ImpactRow
  readonly index: number
  readonly side: 'up' | 'down'
  onChoose(): void
}

const Row = ({ row, index, side, onChoose }: RowProps) => (
  <div class="impact-row" role="row" aria-rowindex={index + 2} onClick={onChoose}>
    <div role="cell" class="hops">
      {side === 'up' ? '−' : '+'}
      {grouped(row.hop)}
    </div>
    <div role="cell" class="named">
      <button type="button" title={row.id || row.name}>
        <SortIcon sort={row.sort} />
        <bdi class="name">{row.name}</bdi>
        <bdi class="faint place">{row.place}</bdi>
      </button>
      <div class="way" title={row.path.join(' → ')}>
        <bdi>{shortWay(row.path)}</bdi>
      </div>
    </div>
    <div role="cell" class="faint">
      {lookOf(row.sort).one}
    </div>
  </div>
)

const shortWay = (path: readonly string[]): string =>
  (path.length > SHOWN ? [path[0]!, '…', ...path.slice(1 - SHOWN)] : path).join(' → ')

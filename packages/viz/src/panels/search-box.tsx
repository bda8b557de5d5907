import { grouped } from '@lineagraph/core'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Hit, Hits } from '../worker/answers/searcher.ts'
import { Icon, SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import './search-box.css'

/** Hits that the list under the field shows at once, around the one that one stands on. */
const SHOWN = 9

/** Finds things by name and id: typing lists them, Enter and the arrows go from one to the next. */
export function SearchBox() {
  const model = useModel()
  const text = useSignal('')
  const hits = useSignal<Hits | null>(null)
  /** The hit that one stands on, or -1 before the first. */
  const at = useSignal(-1)
  const isOpen = useSignal(false)
  const field = useRef<HTMLInputElement>(null)
  const asked = useRef(0)
  /** The answer that is on its way: who types fast and presses Enter means the hits of the whole word. */
  const loading = useRef(Promise.resolve())
  const version = model.run.value?.version

  const startOver = (): void => {
    at.value = -1
    loading.current = load(0)
  }
  useEffect(startOver, [version])
  useEffect(() => {
    if (model.isNarrow.peek()) field.current?.focus()
  }, [])

  const load = async (around: number): Promise<void> => {
    const turn = ++asked.current
    const from = Math.max(0, around - Math.floor(SHOWN / 2))
    const found =
      version === undefined || text.peek().trim() === ''
        ? null
        : await model.ask('search', text.peek(), from, SHOWN)
    if (turn === asked.current) hits.value = found
  }
  const go = async (step: 1 | -1): Promise<void> => {
    await loading.current
    const total = hits.peek()?.total ?? 0
    if (total === 0) return
    at.value = at.peek() < 0 && step < 0 ? total - 1 : (at.peek() + step + total) % total
    await load(at.peek())
    const slice = hits.peek()
    const hit = slice?.rows[at.peek() - slice.from]
    if (!hit) return
    model.show(hit.key)
    model.said.value = `Hit ${at.peek() + 1} of ${total}: ${hit.name}`
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void go(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown') void go(1)
    else if (event.key === 'ArrowUp') void go(-1)
    else if (event.key === 'Escape') {
      if (isOpen.value && text.value !== '') isOpen.value = false
      else {
        field.current?.blur()
        model.searchOpen.value = false
      }
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const slice = hits.value
  const total = slice?.total ?? 0
  const hasList = isOpen.value && text.value.trim() !== '' && slice !== null
  return (
    <search
      class="search"
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) isOpen.value = false
      }}
    >
      <div class="search-field">
        <Icon name="search" size={15} />
        <input
          ref={field}
          id="search"
          class={slice?.isSelector ? 'selector' : ''}
          type="text"
          role="combobox"
          aria-label="Search things by name or id, or by a selector such as 2+orders+1, type:chart"
          aria-expanded={hasList}
          aria-controls="hits"
          aria-autocomplete="list"
          aria-activedescendant={hasList && at.value >= 0 ? `hit-${at.value}` : undefined}
          placeholder="Search names and ids, or 2+orders+1"
          autocomplete="off"
          spellcheck={false}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
            isOpen.value = true
            startOver()
          }}
          onFocus={() => {
            isOpen.value = true
            // Names are made ready while somebody begins to type.
            if (version !== undefined) void model.ask('search', '', 0, 0)
          }}
          onKeyDown={onKeyDown}
        />
        {slice ? (
          <>
            <span class="found">
              {at.value < 0 ? grouped(total) : `${grouped(at.value + 1)} / ${grouped(total)}`}
            </span>
            <button
              type="button"
              class="icon-button small"
              aria-label="Previous hit"
              disabled={total === 0}
              onClick={() => void go(-1)}
            >
              <Icon name="chevronUp" />
            </button>
            <button
              type="button"
              class="icon-button small"
              aria-label="Next hit"
              disabled={total === 0}
              onClick={() => void go(1)}
            >
              <Icon name="chevronDown" />
            </button>
          </>
        ) : (
          <kbd>/</kbd>
        )}
      </div>
      {hasList && (
        <div id="hits" class="hits" role="listbox" aria-label="Hits">
          {total === 0 && <p class="hint">{slice.said || 'Nothing is called that.'}</p>}
          {slice.rows.map((hit, i) => (
            <HitRow
              key={hit.key}
              hit={hit}
              text={slice.isSelector ? '' : text.value.trim()}
              index={slice.from + i}
              isHere={slice.from + i === at.value}
              onChoose={() => {
                at.value = slice.from + i
                isOpen.value = false
                model.show(hit.key)
              }}
            />
          ))}
          {total > slice.rows.length && (
            <p class="hint">
              {grouped(slice.from + 1)} to {grouped(slice.from + slice.rows.length)} of {grouped(total)}
            </p>
          )}
        </div>
      )}
    </search>
  )
}

/** A name with the part of it that was looked for, if it is there as it was written. */
function Found({ of: name, text }: { of: string; text: string }) {
  const at = text === '' ? -1 : name.toLowerCase().indexOf(text.toLowerCase())
  if (at < 0) return <>{name}</>
  const end = at + text.length
  return (
    <>
      {name.slice(0, at)}
      <mark>{name.slice(at, end)}</mark>
      {name.slice(end)}
    </>
  )
}

interface HitRowProps {
  readonly hit: Hit
  /** What was looked for. */
  readonly text: string
  readonly index: number
  readonly isHere: boolean
  onChoose(): void
}

const HitRow = ({ hit, text, index, isHere, onChoose }: HitRowProps) => (
  <div
    id={`hit-${index}`}
    role="option"
    aria-selected={isHere}
    class={`hit ${isHere ? 'here' : ''}`}
    title={hit.id}
    tabIndex={-1}
    onClick={onChoose}
  >
    <SortIcon sort={hit.sort} />
    <bdi class="name">
      <Found of={hit.name} text={text} />
    </bdi>
    <bdi class="hit-place">{hit.place}</bdi>
  </div>
)

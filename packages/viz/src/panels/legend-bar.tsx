import { showLineage, showMap, toggleSort } from '../state/actions.ts'
import { lookOf } from '../tokens/looks.ts'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { number } from './words.ts'
import './legend-bar.css'

/** The legend is the filter: a chip is a sort of thing, how many there are, and a switch. */
export function LegendBar() {
  const { picture, view, act } = useModel()
  const { off } = view.value
  const legend = picture.value?.legend ?? []
  const isDeclared = (sort: string): boolean => !sort.startsWith('@')
  const chip = ({ sort, count }: { sort: string; count: number }) => {
    const isOff = off.includes(sort)
    const { one, many } = lookOf(sort)
    return (
      <button
        key={sort}
        type="button"
        class={`chip ${isOff ? 'off' : ''}`}
        aria-pressed={!isOff}
        aria-label={`${many}, ${number(count)}`}
        title={isOff ? `Show ${many}` : `Hide ${many}`}
        onClick={() => act((before) => toggleSort(before, sort))}
      >
        <SortIcon sort={sort} />
        <bdi>{one}</bdi>
        <span class="count">{number(count)}</span>
      </button>
    )
  }
  const declared = legend.filter(({ sort }) => isDeclared(sort))
  const others = legend.filter(({ sort }) => !isDeclared(sort))
  return (
    <div class="legend" role="group" aria-label="What is shown">
      {declared.map(chip)}
      {declared.length > 0 && others.length > 0 && <span class="part" />}
      {others.map(chip)}
    </div>
  )
}

/** The two views of one graph. Lineage is that of what is chosen, or of what it was about last. */
export function ViewControl() {
  const { act, view } = useModel()
  const { kind, selection, focus } = view.value
  const about = selection.at(-1) ?? focus
  return (
    <div class="segments" role="group" aria-label="View">
      <button
        type="button"
        class={kind === 'map' ? 'on' : ''}
        aria-pressed={kind === 'map'}
        onClick={() => act(showMap)}
      >
        Map
      </button>
      <button
        type="button"
        class={kind === 'lineage' ? 'on' : ''}
        aria-pressed={kind === 'lineage'}
        disabled={about === null}
        title={about === null ? 'Choose a thing first' : 'What feeds it and what it feeds'}
        onClick={() => about !== null && act((before) => showLineage(before, about))}
      >
        Lineage
      </button>
    </div>
  )
}

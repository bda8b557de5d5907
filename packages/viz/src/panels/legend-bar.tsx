import { lookOf, type Level } from '../tokens/looks.ts'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { number } from './words.ts'
import './legend-bar.css'

/** The legend is the filter: a chip is a sort of thing, how many there are, and a switch. */
export function LegendBar() {
  const { picture, view, change } = useModel()
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
        onClick={() => change({ off: isOff ? off.filter((one) => one !== sort) : [...off, sort] })}
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

const LEVELS = [
  { level: 0, label: 'Databases', title: 'Databases and dashboard groups' },
  { level: 1, label: 'Schemas', title: 'Schemas and dashboards' },
  { level: 2, label: 'Tables', title: 'Tables, dashboards and charts' },
] as const satisfies readonly { level: Level; label: string; title: string }[]

/** How much of the hierarchy is folded. */
export function LevelControl() {
  const { change, view } = useModel()
  const current = view.value.level
  return (
    <div class="segments" role="group" aria-label="Level">
      {LEVELS.map(({ level, label, title }) => {
        return (
          <button
            key={level}
            type="button"
            class={current === level ? 'on' : ''}
            aria-pressed={current === level}
            title={title}
            onClick={() =>
              current !== level && change({ level, camera: null, selection: view.value.selection })
            }
          >
            {label}
          </button>
        )
      })}
    </div>
  )
}

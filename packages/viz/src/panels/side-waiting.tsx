import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import './side-waiting.css'

/** What stands in the side panel while what it shows is on its way: the name of what is chosen, as far as the picture knows it, and where the rest will be. */
export function SideWaiting() {
  const { picture, view } = useModel()
  const [shown, key] = [picture.value, view.value.selection.at(-1)]
  const card = shown?.cardOfKey.get(key ?? '')
  return (
    <div class="side-waiting" aria-busy="true">
      <div class="part-to-come">
        {shown && card !== undefined ? (
          <h2>
            <SortIcon sort={shown.things.sorts[card]!} size={18} />
            <bdi>{shown.things.titles[card]!}</bdi>
          </h2>
        ) : (
          <Line of={8} isTitle />
        )}
        <Line of={11} />
      </div>
      {SECTIONS.map((lengths) => (
        <div key={lengths.join()} class="part-to-come">
          {lengths.map((length) => (
            <Line key={length} of={length} />
          ))}
        </div>
      ))}
      <span class="unseen">Details are being loaded</span>
    </div>
  )
}

/** How long the lines of each section are, in 16ths of the panel. */
const SECTIONS = [
  [4, 12, 9, 10],
  [5, 11, 13],
]

const Line = ({ of, isTitle = false }: { of: number; isTitle?: boolean }) => (
  <i class={`line-to-come ${isTitle ? 'title' : ''}`} style={{ width: `${(of / 16) * 100}%` }} />
)

import { grouped } from '@lineagraph/core'
import { longListOf } from '../scene/picture/column-list.ts'
import { toTransform } from '../scene/camera/camera.ts'
import { scrollColumns } from '../state/actions.ts'
import { useModel, type Model } from './model.ts'
import './column-search.css'

/** Under a chosen card whose list of columns is longer than the card: a field that searches in the list. */
export function ColumnSearch() {
  const model = useModel()
  const picture = model.picture.value
  const [thing] = model.chosen.value
  const transform = toTransform(model.camera.value, model.size.value)
  const list =
    picture && thing !== undefined ? longListOf(picture, model.view.value, thing, transform.k) : null
  if (!picture || thing === undefined || !list) return null
  const { things } = picture
  const { x, y, k } = transform
  const stay = (event: Event): void => event.stopPropagation()
  return (
    <>
      <div
        class="column-search"
        style={{
          left: `${things.x[thing]! * k + x}px`,
          top: `min(${(things.y[thing]! + things.height[thing]!) * k + y + 4}px, 100% - var(--chosen-foot, 0px) - ${FIELD}px)`,
          width: `${things.width[thing]! * k}px`,
        }}
        onClick={stay}
        onDblClick={stay}
        onPointerDown={stay}
        onMouseDown={stay}
        onTouchStart={stay}
      >
        <input
          type="search"
          value={list.find}
          placeholder="Find a column"
          aria-label={`Find in the columns of ${things.titles[thing]!}`}
          onInput={({ currentTarget }) => search(model, list.key, currentTarget.value)}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') search(model, list.key, '')
          }}
        />
        <span class="faint" aria-live="polite">
          {list.length === 0
            ? 'none'
            : `${grouped(list.from + 1)}–${grouped(list.from + list.rows)} of ${grouped(list.length)}`}
        </span>
      </div>
    </>
  )
}

/** The height of the field and what stays free below it, CSS pixels: it never lies below the window, nor under the bar at its foot. */
const FIELD = 38

function search(model: Model, key: string, text: string): void {
  model.hold(key)
  model.act((view) => scrollColumns(view, key, 0, text))
}

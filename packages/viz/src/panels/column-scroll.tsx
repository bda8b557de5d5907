import { scrollBars } from '../scene/picture/column-list.ts'
import { toTransform, windowOf } from '../scene/camera/camera.ts'
import { useModel } from './model.ts'
import './column-scroll.css'

/** In every card in which a list of columns scrolls: where the list stands. */
export function ColumnScroll() {
  const { picture, view, camera, size } = useModel()
  const shown = picture.value
  if (!shown) return null
  const window = windowOf(camera.value, size.value)
  const inWindow = shown.index.touching(window.x, window.y, window.x + window.width, window.y + window.height)
  const { x, y, k } = toTransform(camera.value, size.value)
  return (
    <>
      {scrollBars(shown, view.value, inWindow, k).map((bar) => (
        <i
          key={bar.key}
          class="column-scroll"
          style={{ left: `${bar.x * k + x - 6}px`, top: `${bar.y * k + y}px`, height: `${bar.height * k}px` }}
        />
      ))}
    </>
  )
}

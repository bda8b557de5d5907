import { Fragment } from 'preact'
import { toTransform } from '../scene/camera/camera.ts'
import { useModel } from './model.ts'
import { fitter } from './text-fitter.ts'
import { headingOf, spansOf } from './ruler-heading.ts'
import './hop-ruler.css'

/** Headings over the layers of the lineage view: what is drawn in it and what waits beyond. */
export function HopRuler() {
  const { picture, camera, size } = useModel()
  const shown = picture.value
  if (!shown?.ruler || shown.direction === 'down') return null
  const { x, k } = toTransform(camera.value, size.value)
  const focus = shown.focus >= 0 ? shown.things.titles[shown.focus]! : ''
  const seen = spansOf(shown.ruler)
    .map((layer) => ({ layer, left: layer.x * k + x, width: layer.width * k }))
    .filter(({ left, width }) => left + width >= 0 && left <= size.value.width && width >= LEAST)
  const ends = seen.map(({ left, width }, i) => {
    const next = seen[i + 1]
    return left + width + (next ? next.left - left - width : GAP * k) / 2
  })
  return (
    <div class="hop-ruler" aria-hidden="true">
      {seen.map(({ layer, left, width }, i) => {
        const [start, end] = [ends[i - 1] ?? left - (GAP * k) / 2, ends[i]!]
        // Over the middle of what is seen of its layer, as far as to the nearer of its ends.
        const middle = (Math.max(0, left) + Math.min(size.value.width, left + width)) / 2
        const room = 2 * Math.min(middle - Math.max(0, start), Math.min(size.value.width, end) - middle)
        const [words, counts] = headingOf(layer, focus, room - PAD, fitter())
        return (
          <Fragment key={layer.layer}>
            {i > 0 && <i class="between" style={{ left: `${ends[i - 1]!}px` }} />}
            <div
              class="hop"
              style={{ left: `${middle - room / 2}px`, width: `${room}px` }}
              title={headingOf(layer, focus, Infinity, fitter()).join(' ').trim()}
            >
              {words !== '' && <b class={layer.layer === 0 ? 'home' : ''}>{words}</b>}
              {counts !== '' && <span>{counts}</span>}
            </div>
          </Fragment>
        )
      })}
    </div>
  )
}

/** A narrower layer, in CSS pixels, has no heading. */
const LEAST = 40
/** Beside the first layer and the last, in units of the picture; and what is free between a heading and its ends, CSS pixels. */
const GAP = 58
const PAD = 12

import { Fragment } from 'preact'
import { toTransform } from '../scene/camera/camera.ts'
import { useModel } from './model.ts'
import { fitter } from './text-fitter.ts'
import { headingOf, spansOf, wholeHeading } from './ruler-heading.ts'
import './hop-ruler.css'

/** Headings beside the layers of the lineage view, over them or, where the data goes down, left of them: what is drawn in it and what waits beyond. */
export function HopRuler() {
  const { picture, camera, size, isNarrow } = useModel()
  const shown = picture.value
  const isDown = shown?.direction === 'down'
  if (!shown?.ruler || (isDown && isNarrow.value)) return null
  const { x, y, k } = toTransform(camera.value, size.value)
  const [from, whole, least] = isDown ? [y, size.value.height, LINE] : [x, size.value.width, LEAST]
  const focus = shown.focus >= 0 ? shown.things.titles[shown.focus]! : ''
  const seen = spansOf(shown.ruler)
    .map((layer) => ({ layer, start: layer.x * k + from, length: layer.width * k }))
    .filter(({ start, length }) => start + length >= 0 && start <= whole && length >= least)
  const ends = seen.map(({ start, length }, i) => {
    const next = seen[i + 1]
    return start + length + (next ? next.start - start - length : GAP * k) / 2
  })
  return (
    <div class={`hop-ruler ${isDown ? 'down' : ''}`} aria-hidden="true">
      {seen.map(({ layer, start, length }, i) => {
        const [begin, end] = [ends[i - 1] ?? start - (GAP * k) / 2, ends[i]!]
        // Beside the middle of what is seen of its layer, as far as to the nearer of its ends.
        const middle = (Math.max(0, start) + Math.min(whole, start + length)) / 2
        const room = 2 * Math.min(middle - Math.max(0, begin), Math.min(whole, end) - middle)
        const [words, counts] = headingOf(layer, focus, isDown ? WIDE : room - PAD, fitter())
        return (
          <Fragment key={layer.layer}>
            {i > 0 && <i class="between" style={{ [isDown ? 'top' : 'left']: `${ends[i - 1]!}px` }} />}
            <div
              class="hop"
              style={
                isDown
                  ? { top: `${middle - LINE / 2}px` }
                  : { left: `${middle - room / 2}px`, width: `${room}px` }
              }
              title={wholeHeading(layer, focus, fitter())}
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

/** A narrower layer, in CSS pixels, has no heading; nor has one that is lower than a line, where they stand below one another. */
const LEAST = 40
const LINE = 16
/** Beside the first layer and the last, in units of the picture; and what is free between a heading and its ends, CSS pixels. */
const GAP = 58
const PAD = 12
/** For the words of a heading left of its layer, CSS pixels. */
const WIDE = 112 - 10 - 6

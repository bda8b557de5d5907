import { toTransform } from '../scene/camera.ts'
import type { RulerLayer } from '../scene/picture.ts'
import { useModel } from './model.ts'
import { counted, number } from './words.ts'
import './hop-ruler.css'

/** A heading for each layer of the lineage view: what is drawn in it and what waits beyond. */
export function HopRuler() {
  const { picture, camera, size } = useModel()
  const shown = picture.value
  if (!shown?.ruler || shown.direction === 'down') return null
  const { x, k } = toTransform(camera.value, size.value)
  const focus = shown.focus >= 0 ? shown.things.titles[shown.focus]! : ''
  return (
    <div class="hop-ruler" aria-hidden="true">
      {shown.ruler.map((layer) => {
        const [left, width] = [layer.x * k + x, layer.width * k]
        if (left + width < 0 || left > size.value.width || width < 40) return null
        return (
          <div key={layer.layer} class="hop" style={{ left: `${left}px`, width: `${width}px` }}>
            <b class={layer.layer === 0 ? 'home' : ''}>
              {layer.layer === 0 ? focus : hopWords(layer, width)}
            </b>
            {width >= ROOMY && <span>{countWords(layer)}</span>}
          </div>
        )
      })}
    </div>
  )
}

/** A layer narrower than this, in CSS pixels, has room for its hops alone. */
const ROOMY = 150
const SHORT = 80

function hopWords({ layer, nearest, furthest }: RulerLayer, width: number): string {
  const side = layer < 0 ? 'up' : 'down'
  // What was opened at another card is on no way to the focus.
  if (nearest === 0) return ''
  const first = nearest < furthest ? `${number(nearest)}–` : ''
  return width < SHORT ? `${first}${number(furthest)} ${side}` : `${first}${counted(furthest, 'hop')} ${side}`
}

function countWords({ layer, drawn, outside, folded, waiting }: RulerLayer): string {
  const parts = [
    ...(layer === 0 && drawn === 1 ? [] : [number(drawn - outside)]),
    ...(outside > 0 ? [`${number(outside)} outside`] : []),
    ...(folded > 0 ? [`${number(folded)} folded`] : []),
  ]
  const waits = waiting > 0 ? `${parts.length > 0 ? ', ' : ''}${number(waiting)} more` : ''
  return parts.join(' + ') + waits
}

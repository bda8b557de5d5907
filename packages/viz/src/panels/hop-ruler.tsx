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
          <div key={layer.hop} class="hop" style={{ left: `${left}px`, width: `${width}px` }}>
            <b class={layer.hop === 0 ? 'home' : ''}>
              {layer.hop === 0 ? focus : hopWords(layer.hop, width)}
            </b>
            {width >= ROOMY && <span>{countWords(layer)}</span>}
          </div>
        )
      })}
    </div>
  )
}

/** A layer narrower than this, in CSS pixels, has room for its hop alone. */
const ROOMY = 150
const SHORT = 80

const hopWords = (hop: number, width: number): string =>
  width < SHORT
    ? `${number(Math.abs(hop))} ${hop < 0 ? 'up' : 'down'}`
    : `${counted(Math.abs(hop), 'hop')} ${hop < 0 ? 'up' : 'down'}`

function countWords({ hop, drawn, outside, folded, waiting }: RulerLayer): string {
  const parts = [
    ...(hop === 0 && drawn === 1 ? [] : [number(drawn - outside)]),
    ...(outside > 0 ? [`${number(outside)} outside`] : []),
    ...(folded > 0 ? [`${number(folded)} folded`] : []),
  ]
  const waits = waiting > 0 ? `${parts.length > 0 ? ', ' : ''}${number(waiting)} more` : ''
  return parts.join(' + ') + waits
}

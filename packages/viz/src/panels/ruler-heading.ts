import type { Fitter } from '../scene/marks/cut-text.ts'
import type { RulerLayer } from '../scene/picture/picture.ts'
import { counted, number } from './words.ts'

/** Between the hops and the counts, CSS pixels. */
const GAP = 6

/** Of what a layer is and how much is in it as much as it has room for: the counts get shorter before they go, and then the hops do. */
export function headingOf(
  layer: RulerLayer,
  focus: string,
  width: number,
  fitter: Pick<Fitter, 'width'>,
): readonly [words: string, counts: string] {
  const isHome = layer.layer === 0
  const [long, short] = isHome ? [focus, focus] : [hopWords(layer, false), hopWords(layer, true)]
  const all = countWords(layer)
  const few = isHome && layer.drawn === 1 ? '' : number(layer.drawn)
  const told = [
    [long, all],
    [long, few],
    [short, few],
    [short, ''],
  ] as const
  const needs = ([words, counts]: readonly [string, string]): number =>
    fitter.width(words, 11, 600) + (counts === '' ? 0 : GAP + fitter.width(counts, 11, 400))
  return told.find((one) => needs(one) <= width) ?? told[3]
}

function hopWords({ layer, nearest, furthest }: RulerLayer, isShort: boolean): string {
  const side = layer < 0 ? 'up' : 'down'
  // What was opened at another card is on no way to the focus.
  if (nearest === 0) return ''
  const first = nearest < furthest ? `${number(nearest)}–` : ''
  return isShort ? `${first}${number(furthest)} ${side}` : `${first}${counted(furthest, 'hop')} ${side}`
}

function countWords({ layer, nearest, drawn, outside, folded, waiting }: RulerLayer): string {
  const within = drawn - outside
  // Beside no hops a number alone would say nothing.
  const isAlone = layer !== 0 && nearest === 0
  const parts = [
    ...((layer === 0 && drawn === 1) || within === 0
      ? []
      : [isAlone ? counted(within, 'thing') : number(within)]),
    ...(outside > 0 ? [`${number(outside)} outside`] : []),
    ...(folded > 0 ? [`${number(folded)} folded`] : []),
  ]
  const waits = waiting > 0 ? `${parts.length > 0 ? ', ' : ''}${number(waiting)} more` : ''
  return parts.join(' + ') + waits
}

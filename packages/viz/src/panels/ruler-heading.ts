import { grouped } from '@lineagraph/core'
import type { Fitter } from '../scene/marks/cut-text.ts'
import type { RulerLayer } from '../scene/picture/picture.ts'
import { counted } from './words.ts'

/**
 * What stands in columns beside each other and is as far away has one heading over all of them: two that say the same would name two things
 * alike. @param ruler from left to right.
 */
export function spansOf(ruler: readonly RulerLayer[]): RulerLayer[] {
  const spans: RulerLayer[] = []
  for (const layer of ruler) {
    const last = spans.at(-1)
    if (!last || !isAsFar(last, layer)) {
      spans.push(layer)
      continue
    }
    spans[spans.length - 1] = {
      ...{ ...last, width: layer.x + layer.width - last.x },
      ...{ drawn: last.drawn + layer.drawn, outside: last.outside + layer.outside },
      ...{ folded: last.folded + layer.folded, waiting: last.waiting + layer.waiting },
    }
  }
  return spans
}

const isAsFar = (one: RulerLayer, other: RulerLayer): boolean =>
  one.nearest > 0 &&
  Math.sign(one.layer) === Math.sign(other.layer) &&
  one.nearest === other.nearest &&
  one.furthest === other.furthest &&
  one.isBothWays === other.isBothWays

/** Between the hops and the counts, CSS pixels. */
const GAP = 6

/** A name that is cut to less than this, in CSS pixels, is none. */
const LEAST_NAME = 24

/**
 * Of what a layer is and how much is in it the longest form that fits whole: the counts get shorter before they go, and then the hops do. A number
 * beside which something is folded or waits says that there is more. Only the name of what the lineage is about may have to be cut.
 */
export function headingOf(
  layer: RulerLayer,
  focus: string,
  width: number,
  fitter: Pick<Fitter, 'width'>,
): readonly [words: string, counts: string] {
  const isHome = layer.layer === 0
  const [long, short] = isHome ? [focus, focus] : [hopWords(layer, false), hopWords(layer, true)]
  const { drawn, folded, waiting } = layer
  const mine = isHome && drawn === 1 ? '' : grouped(drawn)
  const folds = folded > 0 ? `${mine} + ${grouped(folded)}`.trim() : mine
  const numbers = withWaiting(folds, waiting)
  const few = mine === '' || drawn === 0 ? '' : folded + waiting > 0 ? `${mine}+` : mine
  const last = isHome ? (width < LEAST_NAME ? '' : focus) : arrowedHops(layer)
  const told = [
    [long, countWords(layer)],
    [long, countWords({ ...layer, outside: 0 })],
    [long, numbers],
    [short, numbers],
    [long, few],
    [short, few],
    [short, ''],
    [last, ''],
  ] as const
  const needs = ([words, counts]: readonly [string, string]): number =>
    fitter.width(words, 11, 600) + (counts === '' ? 0 : GAP + fitter.width(counts, 11, 400))
  return told.find((one) => needs(one) <= width) ?? [isHome ? last : '', '']
}

/** All of a heading, and what two numbers of hops are. */
export function wholeHeading(layer: RulerLayer, focus: string, fitter: Pick<Fitter, 'width'>): string {
  const said = headingOf(layer, focus, Infinity, fitter).join(' ').trim()
  return layer.nearest < layer.furthest
    ? `${said} (by the shortest way – by the longest that is drawn)`
    : said
}

/** An arrow the way that the data is followed: a sign would say how many wait, as on a pill. */
function arrowedHops({ layer, nearest, furthest, isBothWays }: RulerLayer): string {
  if (nearest === 0) return ''
  if (isBothWays) return `↔${grouped(nearest)}`
  const hops = hopRange(nearest, furthest)
  return layer < 0 ? `←${hops}` : `${hops}→`
}

const hopRange = (nearest: number, furthest: number): string =>
  nearest < furthest ? `${grouped(nearest)}–${grouped(furthest)}` : grouped(furthest)

function hopWords({ layer, nearest, furthest, isBothWays }: RulerLayer, isShort: boolean): string {
  const side = isBothWays ? 'up and down' : layer < 0 ? 'up' : 'down'
  // What was opened at another card is on no way to the focus.
  if (nearest === 0) return ''
  const hops = hopRange(nearest, furthest)
  return isShort ? `${hops} ${side}` : `${hops} ${furthest === 1 ? 'hop' : 'hops'} ${side}`
}

function countWords({ layer, nearest, drawn, outside, folded, waiting }: RulerLayer): string {
  const within = drawn - outside
  // Beside no hops a number alone would say nothing.
  const isAlone = layer !== 0 && nearest === 0
  const parts = [
    ...((layer === 0 && drawn === 1) || within === 0
      ? []
      : [isAlone ? counted(within, 'thing') : grouped(within)]),
    ...(outside > 0 ? [`${grouped(outside)} outside`] : []),
    ...(folded > 0 ? [`${grouped(folded)} folded`] : []),
  ]
  return withWaiting(parts.join(' + '), waiting)
}

const withWaiting = (words: string, waiting: number): string =>
  waiting > 0 ? `${words}${words === '' ? '' : ', '}${grouped(waiting)} more` : words

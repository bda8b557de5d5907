import { computed, type ReadonlySignal } from '@preact/signals'
import { lightUp, lightUpCircle, lightUpLine, type Light } from '../scene/marks/light-up.ts'
import type { Met } from '../scene/meet.ts'
import { STROKES } from '../scene/picture/picture.ts'
import { lineBetween, type Prepared } from '../scene/picture/prepared.ts'
import type { View } from '../state/view.ts'

interface Sources {
  readonly picture: ReadonlySignal<Prepared | null>
  readonly selection: ReadonlySignal<View['selection']>
  readonly edge: ReadonlySignal<View['edge']>
  /** The things that show what is chosen. */
  readonly chosen: ReadonlySignal<ReadonlySet<number>>
  readonly hovered: ReadonlySignal<Met>
  /** The key of the circle that the open finding is about, or null. */
  readonly circle: ReadonlySignal<string | null>
}

/** What is lit: what is chosen locks the light, and where nothing is, the pointer leads it. */
export function startLight({ picture, selection, edge, chosen, hovered, circle }: Sources) {
  const chosenRows = computed<ReadonlySet<number>>(() => {
    const rows = selection.value.map((key) => picture.value?.rowOfKey.get(key))
    return new Set(rows.filter((row) => row !== undefined))
  })
  const locked = computed<Light | null>(() => {
    const [shown, edgeNow] = [picture.value, edge.value]
    if (!shown) return null
    const found = shown.circles.find(({ key }) => key === circle.value)
    if (found) return lightUpCircle(shown, found)
    if (edgeNow) {
      const line = lineBetween(shown, edgeNow.from, edgeNow.to)
      return line < 0 ? null : lightOfLine(shown, line)
    }
    // The card of a row that is chosen lights by the row alone.
    const withRow = new Set([...chosenRows.value].map((row) => shown.thingOfRow[row]!))
    const isChosen = (card: number): boolean =>
      !withRow.has(card) || selection.value.includes(shown.things.keys[card]!)
    const starts = [
      ...[...chosen.value].filter(isChosen).map((card) => ({ card, row: -1 })),
      ...[...chosenRows.value].map((row) => ({ card: shown.thingOfRow[row]!, row })),
    ]
    return starts.length > 0 ? lightUp(shown, starts) : null
  })
  const light = computed<Light | null>(() => {
    const [shown, met] = [picture.value, hovered.value]
    if (!shown || locked.value) return locked.value
    if (met.kind === 'line') return met.line < shown.lines.count ? lightUpLine(shown, met.line) : null
    return met.kind === 'thing' && met.thing < shown.things.count
      ? lightUp(shown, [{ card: met.thing, row: met.row }])
      : null
  })
  return { chosenRows, locked, light }
}

/** A line that closes a circle lights the circle. */
function lightOfLine(picture: Prepared, line: number): Light {
  const { circles, strokes } = picture.lines
  const circle = picture.circles[circles[line]!]
  return circle && STROKES[strokes[line]!] === 'back'
    ? lightUpCircle(picture, circle)
    : lightUpLine(picture, line)
}

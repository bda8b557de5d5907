import { computed, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import {
  lightReached,
  lightUp,
  lightUpCircle,
  lightUpLine,
  lightUpTrunk,
  type Light,
  type LitReach,
  type Start,
} from '../scene/marks/light-up.ts'
import { lightUpPath } from '../scene/marks/light-path.ts'
import type { Met } from '../scene/meet.ts'
import { STROKES } from '../scene/picture/picture.ts'
import { lineBetween, type Prepared } from '../scene/picture/prepared.ts'
import { lineKeys, trunkKeys } from '../scene/picture/targets.ts'
import { cardKey, isCardKey } from '../state/card-key.ts'
import { isWholePath, type EdgeKeys, type View } from '../state/view.ts'
import type { EdgeDetails } from '../worker/answers/details.ts'
import type { LitWish } from '../worker/answers/lit-reach.ts'
import { startReach } from './start-reach.ts'

interface Sources {
  readonly picture: ReadonlySignal<Prepared | null>
  readonly selection: ReadonlySignal<View['selection']>
  readonly edge: ReadonlySignal<View['edge']>
  readonly details: Model['details']
  /** The things that show what is chosen. */
  readonly chosen: ReadonlySignal<ReadonlySet<number>>
  readonly hovered: ReadonlySignal<Met>
  /** The key of the circle that the open finding is about, or null. */
  readonly circle: ReadonlySignal<string | null>
  readonly path: ReadonlySignal<View['path']>
  /** The keys of the way that is pointed at or chosen of several, or null. */
  readonly way: ReadonlySignal<readonly string[] | null>
  readonly ask: Model['ask']
}

/** What is lit: what is chosen locks the light, and where nothing is, the pointer leads it, or the path that is asked for is lit. */
export function startLight(sources: Sources) {
  const { picture, selection, edge, details, chosen, hovered, circle, path, way, ask } = sources
  /** The line that stands for the edge that is chosen: it may be folded. */
  const drawn = computed(() => {
    const [chosenEdge, told] = [edge.value, details.value]
    if (!chosenEdge || told?.kind !== 'edge' || !told.folds) return chosenEdge
    const isOfCards = isCardKey(chosenEdge.from)
    const keysOf = ({ from, to }: Pick<EdgeDetails, 'from' | 'to'>): EdgeKeys =>
      isOfCards ? { from: cardKey(from.key), to: cardKey(to.key) } : { from: from.key, to: to.key }
    const { from, to } = keysOf(told.folds)
    return from === chosenEdge.from && to === chosenEdge.to ? keysOf(told) : chosenEdge
  })
  const askLit = (number: number, wish: LitWish) => ask('lit', number, wish)
  const ofSelection = startReach(
    { picture, ask: askLit },
    computed(() => drawn.value ?? (selection.value.length > 0 ? { of: selection.value } : null)),
  )
  const ofHovered = startReach(
    { picture, ask: askLit },
    computed(() => {
      const [shown, met] = [picture.value, hovered.value]
      return !shown || selection.value.length > 0 || edge.value ? null : keysAt(shown, met)
    }),
  )
  const ofWay = startReach(
    { picture, ask: (number, keys: readonly string[]) => ask('litWay', number, keys) },
    way,
  )
  const chosenRows = computed<ReadonlySet<number>>(() => {
    const rows = selection.value.map((key) => picture.value?.rowOfKey.get(key))
    return new Set(rows.filter((row) => row !== undefined))
  })
  const ofChosen = computed<Light | null>(() => {
    const [shown, edgeNow, drawnNow] = [picture.value, edge.value, drawn.value]
    if (!shown) return null
    const line = drawnNow ? lineBetween(shown, drawnNow.from, drawnNow.to) : -1
    const found = shown.circles.find(
      ({ key, opening: { from, to } }) =>
        key === circle.value || (from === edgeNow?.from && to === edgeNow.to),
    )
    if (found) return lightUpCircle(shown, found, line)
    if (edgeNow && line < 0) return null
    if (edgeNow && isCardKey(edgeNow.from)) return lightUpTrunk(shown, line, ofSelection.value)
    if (edgeNow) return lightOfLine(shown, line, ofSelection.value)
    // The card of a row that is chosen lights by the row alone.
    const withRow = new Set([...chosenRows.value].map((row) => shown.thingOfRow[row]!))
    const isChosen = (card: number): boolean =>
      !withRow.has(card) || selection.value.includes(shown.things.keys[card]!)
    const starts = [
      ...[...chosen.value].filter(isChosen).map((card) => ({ card, row: -1 })),
      ...[...chosenRows.value].map((row) => ({ card: shown.thingOfRow[row]!, row })),
    ]
    if (starts.length === 0) return null
    if (ofSelection.value) return lightReached(shown, ofSelection.value, starts)
    const isDrawn = ({ card }: Start): boolean =>
      selection.value.includes(shown.things.keys[card]!) || withRow.has(card)
    return lightUp(shown, starts, starts.filter(isDrawn))
  })
  const ofPath = computed<Light | null>(() => {
    const [shown, asked] = [picture.value, path.value]
    if (!shown || !isWholePath(asked) || shown.view !== 'lineage') return null
    const on = (way.value && ofWay.value) ?? shown.path
    return on && lightUpPath(on)
  })
  const locked = computed(() => ofChosen.value ?? ofPath.value)
  const light = computed<Light | null>(() => {
    const [shown, met] = [picture.value, hovered.value]
    if (!shown || ofChosen.value) return ofChosen.value
    const reach = ofHovered.value
    if (met.kind === 'line' && met.line < shown.lines.count) return lightUpLine(shown, met.line, reach)
    if (met.kind === 'trunk' && met.line < shown.lines.count) return lightUpTrunk(shown, met.line, reach)
    if (met.kind !== 'thing' || met.thing >= shown.things.count) return ofPath.value
    const starts = [{ card: met.thing, row: met.row }]
    return reach ? lightReached(shown, reach, starts) : lightUp(shown, starts)
  })
  return { chosenRows, locked, light }
}

/** What the pointer is on, by its keys. */
function keysAt(picture: Prepared, met: Met): LitWish | null {
  if (met.kind === 'line' && met.line < picture.lines.count) return lineKeys(picture, met.line)
  if (met.kind === 'trunk' && met.line < picture.lines.count) return trunkKeys(picture, met.line)
  if (met.kind !== 'thing' || met.thing >= picture.things.count) return null
  return { of: [met.row < 0 ? picture.things.keys[met.thing]! : picture.rows.keys[met.row]!] }
}

/** A line that closes a circle lights the circle. */
function lightOfLine(picture: Prepared, line: number, reach: LitReach | null): Light {
  const { circles, strokes } = picture.lines
  const circle = picture.circles[circles[line]!]
  return circle && STROKES[strokes[line]!] === 'back'
    ? lightUpCircle(picture, circle, line)
    : lightUpLine(picture, line, reach)
}

import type { Placing } from '../../layout/placing/placing.ts'
import { FORMS, ROLES, type Lines, type RulerLayer, type Things } from '../../scene/picture/picture.ts'

/**
 * The layers of the lineage view, counted from the one in which the focus stands. What is one hop away can stand several layers away, where
 * other things lead to it too: a layer says how far what is in it is, by the shortest way and by the longest that is drawn. Where there are boxes, what stands in one column is
 * a layer.
 * @param hops how far things are, negative upstream: as (thing, hop) for each. @param lines as they lead, whichever way they run.
 * @returns null where what is around the focus stands in one column with it.
 */
export function rulerOf(
  things: Things,
  layersGiven: Placing['layer'],
  focus: number,
  given: Iterable<readonly [thing: number, hop: number]>,
  lines: Pick<Lines, 'from' | 'to'>,
): RulerLayer[] | null {
  const hops = [...given]
  const isBox = (thing: number): boolean => FORMS[things.forms[thing]!] === 'box'
  const isBoxed = [...things.forms.keys()].some(isBox)
  const layers = isBoxed ? columnsByPlace(things) : layersGiven
  if (
    isBoxed &&
    focus >= 0 &&
    (isBox(focus) || hops.some(([thing, hop]) => hop !== 0 && layers[thing] === layers[focus]))
  )
    return null
  const zero = focus < 0 ? 0 : Math.max(0, layers[focus]!)
  const layerOf = (thing: number): number => (layers[thing]! < 0 ? zero : layers[thing]!)
  const found = new Map<number, { -readonly [K in keyof RulerLayer]: RulerLayer[K] }>()
  const standing = new Map<number, number>()
  for (let thing = 0; thing < things.count; thing++) {
    if (isBox(thing)) continue
    const layer = layerOf(thing)
    const [left, right] = [things.x[thing]!, things.x[thing]! + things.width[thing]!]
    let here = found.get(layer)
    if (!here) {
      const place = { x: left, width: right - left, layer: layer - zero, nearest: 0, furthest: 0 }
      here = { ...place, isBothWays: false, drawn: 0, outside: 0, folded: 0, waiting: 0 }
      found.set(layer, here)
    }
    const end = Math.max(here.x + here.width, right)
    here.x = Math.min(here.x, left)
    here.width = end - here.x
    standing.set(layer, (standing.get(layer) ?? 0) + 1)
    if (FORMS[things.forms[thing]!] === 'stack') here.folded += things.inside[thing]!
    else {
      here.drawn++
      if (ROLES[things.roles[thing]!] === 'outside') here.outside++
    }
    here.waiting += things.waitsUp[thing]! + things.waitsDown[thing]!
  }
  const bothWays = leadingBothWays(lines, focus)
  const bothIn = new Map<number, number>()
  for (const thing of bothWays) bothIn.set(layerOf(thing), (bothIn.get(layerOf(thing)) ?? 0) + 1)
  for (const [layer, here] of found)
    here.isBothWays = here.layer !== 0 && bothIn.get(layer) === standing.get(layer)
  const tell = (here: { nearest: number; furthest: number }, shortest: number, longest: number): void => {
    here.nearest = here.nearest === 0 ? shortest : Math.min(here.nearest, shortest)
    here.furthest = Math.max(here.furthest, longest)
  }
  const told = new Set<number>()
  for (const [thing, hop] of hops) {
    const here = found.get(layerOf(thing))!
    // In a circle a thing can stand on the other side.
    if (Math.sign(hop) !== Math.sign(here.layer) && !(here.isBothWays && bothWays.has(thing))) continue
    tell(here, Math.abs(hop), Math.abs(hop))
    told.add(thing)
  }
  for (const side of ['up', 'down'] as const)
    for (const [thing, { shortest, longest }] of waysFrom(focus, lines, layerOf, side)) {
      const here = found.get(layerOf(thing))!
      if (!here.isBothWays) tell(here, told.has(thing) ? here.nearest : shortest, longest)
    }
  return [...found.values()].sort((one, other) => one.layer - other.layer)
}

/**
 * The columns of things that stand in boxes, as layers: what overlaps along the way of the data stands in one. A layer of a box says nothing of
 * what stands beside it. O(n log n).
 */
export function columnsByPlace({ x, width, forms, count }: Things): Int32Array {
  const layer = new Int32Array(count).fill(-1)
  let [column, end] = [-1, -Infinity]
  const cards = [...forms.keys()].filter((thing) => FORMS[forms[thing]!] !== 'box')
  for (const thing of cards.sort((one, other) => x[one]! - x[other]!)) {
    if (x[thing]! >= end) column++
    end = Math.max(end, x[thing]! + width[thing]!)
    layer[thing] = column
  }
  return layer
}

interface Ways {
  shortest: number
  longest: number
}

/**
 * How many hops things are from one on one side of it, along lines that lead to later layers alone: of those that run back none is a way there.
 * O(m log m).
 */
function waysFrom(
  focus: number,
  { from, to }: Pick<Lines, 'from' | 'to'>,
  layerOf: (thing: number) => number,
  side: 'up' | 'down',
): Map<number, Ways> {
  const [start, end, sign] = side === 'down' ? [from, to, 1] : [to, from, -1]
  const onwards = [...from.keys()]
    .filter((line) => layerOf(from[line]!) < layerOf(to[line]!))
    .sort((one, other) => sign * (layerOf(start[one]!) - layerOf(start[other]!)))
  const found = new Map<number, Ways>([[focus, { shortest: 0, longest: 0 }]])
  for (const line of onwards) {
    const here = found.get(start[line]!)
    if (!here) continue
    const there = found.get(end[line]!) ?? { shortest: Infinity, longest: 0 }
    there.shortest = Math.min(there.shortest, here.shortest + 1)
    there.longest = Math.max(there.longest, here.longest + 1)
    found.set(end[line]!, there)
  }
  found.delete(focus)
  return found
}

/** What a thing leads to and is led to from. */
function leadingBothWays({ from, to }: Pick<Lines, 'from' | 'to'>, thing: number): Set<number> {
  const leadsTo = new Set<number>()
  for (let line = 0; line < from.length; line++) if (from[line] === thing) leadsTo.add(to[line]!)
  const both = new Set<number>()
  for (let line = 0; line < from.length; line++)
    if (to[line] === thing && leadsTo.has(from[line]!)) both.add(from[line]!)
  return both
}

import { linesOf, type Adjacency } from './picture/adjacency.ts'
import { FORMS, type Lines, type Picture, type Things } from './picture/picture.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** What is walked in. */
interface Walked {
  readonly things: Things
  readonly lines: Lines
  readonly adjacency: Adjacency
  /** Which way the data goes. */
  readonly direction: 'right' | 'down'
}

/** Where arrows lead where the data goes to the right; where it goes downwards, they are turned with the picture. */
const TURNED: Readonly<Record<Direction, Direction>> = {
  up: 'left',
  down: 'right',
  left: 'up',
  right: 'down',
}

/**
 * The card that an arrow key leads to: against the data to what feeds it, with the data to what it feeds, whichever stands nearest; across
 * to the next card of the same column: of the same box, or, where that has none, what stands beyond it. The lines of an open box are its own,
 * or else those between its inside and the rest; with the data, one that nothing leads out of is entered. -1 where there is none.
 */
export function walk(
  { things, lines, adjacency, direction }: Walked,
  card: number,
  arrow: Direction,
): number {
  const isDown = direction === 'down'
  const [along, across, long] = isDown
    ? [things.y, things.x, things.height]
    : [things.x, things.y, things.width]
  const against = (from: number): number => {
    const next = nearest(across, from, linesOf(adjacency.in, from), lines.from)
    return next >= 0 ? next : beyond(things, across, from, lines.to, lines.from)
  }
  const onwards = (from: number): number => {
    const next = nearest(across, from, linesOf(adjacency.out, from), lines.to)
    if (next >= 0) return next
    const outside = beyond(things, across, from, lines.from, lines.to)
    return outside >= 0 ? outside : firstIn(things, along, across, from)
  }
  switch (isDown ? TURNED[arrow] : arrow) {
    case 'left':
      return against(card)
    case 'right':
      return onwards(card)
    case 'up':
      return neighbor(things, { along, across, long }, card, -1)
    case 'down':
      return neighbor(things, { along, across, long }, card, 1)
  }
}

function nearest(across: Float32Array, card: number, lines: Uint32Array, otherEnd: Uint32Array): number {
  let found = -1
  let least = Infinity
  for (const line of lines) {
    const other = otherEnd[line]!
    const distance = Math.abs(across[other]! - across[card]!)
    if (other === card || distance >= least) continue
    least = distance
    found = other
  }
  return found
}

/** What lines between the inside of an open box and the rest lead to: the nearest to where they leave the box. */
function beyond(
  things: Things,
  across: Float32Array,
  box: number,
  nearEnd: Uint32Array,
  farEnd: Uint32Array,
): number {
  if (FORMS[things.forms[box]!] !== 'box') return -1
  let found = -1
  let least = Infinity
  for (let line = 0; line < nearEnd.length; line++) {
    const [near, far] = [nearEnd[line]!, farEnd[line]!]
    const distance = Math.abs(across[far]! - across[near]!)
    if (distance >= least || far === box || !isIn(things, near, box) || isIn(things, far, box)) continue
    least = distance
    found = far
  }
  return found
}

/** Whether a thing stands in a box, or in one that does. */
function isIn({ box }: Things, thing: number, outer: number): boolean {
  let around = box[thing]!
  while (around >= 0 && around !== outer) around = box[around]!
  return around === outer
}

/** The first thing of the first layer in an open box, or -1. */
function firstIn({ count, box }: Things, along: Float32Array, across: Float32Array, outer: number): number {
  let found = -1
  for (let thing = 0; thing < count; thing++) {
    if (box[thing] !== outer) continue
    const ahead = found < 0 ? -1 : along[thing]! - along[found]! || across[thing]! - across[found]!
    if (ahead < 0) found = thing
  }
  return found
}

/** Where things stand along the data and across it, and how long they are along it. */
type Stand = Readonly<Record<'along' | 'across' | 'long', Float32Array>>

/** What overlaps along the data stands in one column. What a box holds is no neighbour of it. */
function neighbor(things: Things, { along, across, long }: Stand, card: number, sign: -1 | 1): number {
  const { count, box } = things
  let [found, beyond] = [-1, -1]
  let [least, leastBeyond] = [Infinity, Infinity]
  for (let other = 0; other < count; other++) {
    const distance = (across[other]! - across[card]!) * sign
    const isBeside = along[other]! < along[card]! + long[card]! && along[card]! < along[other]! + long[other]!
    if (distance <= 0 || !isBeside) continue
    if (box[other] === box[card]) {
      if (distance >= least) continue
      least = distance
      found = other
    } else if (distance < leastBeyond && !isIn(things, card, other) && !isIn(things, other, card)) {
      leastBeyond = distance
      beyond = other
    }
  }
  return found >= 0 ? found : beyond
}

/** The card whose middle is nearest to a point, or -1 in an empty picture. */
export function nearestTo({ count, x, y }: Things, at: { x: number; y: number }): number {
  let found = -1
  let least = Infinity
  for (let card = 0; card < count; card++) {
    const distance = (x[card]! - at.x) ** 2 + (y[card]! - at.y) ** 2
    if (distance >= least) continue
    least = distance
    found = card
  }
  return found
}

/**
 * Where an arrow key leads: from the thing that is chosen, or, where none is, from the focus of the lineage, and to it where nothing is that way.
 * Where there is no focus either, to what is nearest to a point.
 */
export function walkFrom(
  picture: Walked & Pick<Picture, 'focus'>,
  here: number | undefined,
  arrow: Direction,
  at: { x: number; y: number },
): number {
  if (here !== undefined) return walk(picture, here, arrow)
  const { focus } = picture
  if (focus < 0) return nearestTo(picture.things, at)
  const next = walk(picture, focus, arrow)
  return next >= 0 ? next : focus
}

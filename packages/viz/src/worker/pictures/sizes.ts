import { grouped } from '@lineagraph/core'
import { layerGap, LINEAGE_GAPS } from '../../layout/placing/gaps.ts'
import {
  BOX,
  CARD,
  CONTAINER,
  DETAIL,
  HOME,
  marksInRow,
  ROW,
  TILE,
  WAFFLE,
} from '../../scene/picture/measures.ts'
import {
  FORMS,
  type CardRows,
  type Form,
  type Lines,
  type Picture,
  type Waffles,
} from '../../scene/picture/picture.ts'
import type { NameRoom } from './name-rooms.ts'
import { textWidth } from './text-width.ts'
import type { ThingColumns } from './thing-columns.ts'
import { widthOfName } from './width-of-name.ts'

/** How large things are to be; of a box the least that it may be, and the room for its header. */
export interface Sizes {
  readonly width: Float64Array
  readonly height: Float64Array
  readonly head: Float64Array
  /** How wide a thing has use for where there is room: then its name is whole also where it is seen from afar. */
  readonly useful: Float64Array
  /** 1 for each box that holds one column of tiles and nothing else, as far as can be told before they are laid out. */
  readonly oneColumn: Uint8Array
}

/** The house, and what is free beside it. */
const HOUSE = 28

/** A large window shows so much more of a picture than a small one: there a name may have its icon before it. */
const LARGER = 1.2

/** A name where all is told: at 12 units of the picture. */
const titleWidth = (text: string): number => (textWidth(text, 600) * 12) / 11
const between = (least: number, width: number, most: number): number =>
  Math.ceil(Math.max(least, Math.min(most, width)))

/** A window of 1440 px with both panels open shows so many units at the scale 0.9, at which all is read well. */
const WINDOW = 1040
/** The same at the smallest scale at which cards say all that they have. */
const WIDEST = 1170
/** Where no window shows all layers, cards are as wide as so many of them can be. */
const SEEN = 3

/**
 * How wide cards may be, and the one that the view is about, so that a window shows as many layers of them as it can; never narrower than what tells
 * names apart. @param wanted what that one needs. @param nameRoom where there is any, cards are as wide as they may be.
 */
function roomForCards(
  { layers, lines }: LayersWish,
  wanted: number,
  nameRoom: NameRoom | null,
): { card: number; focus: number } {
  if (nameRoom) return { card: CARD.most, focus: between(CARD.width, wanted, HOME.most) }
  const { margin } = LINEAGE_GAPS
  const gap = layers > 1 ? layerGap(LINEAGE_GAPS, lines.from.length / (layers - 1)) : 0
  const roomOf = (count: number, units: number): number => units - 2 * margin - (count - 1) * gap
  const isSeenWhole = roomOf(layers, WIDEST) >= layers * CARD.width
  const focus = between(CARD.width, wanted, HOME.most)
  const count = isSeenWhole ? layers : SEEN
  const room = roomOf(count, WINDOW)
  const even = room / count
  const card = count > 1 && focus > even ? (room - focus) / (count - 1) : even
  const beside =
    isSeenWhole && count > 1 ? Math.floor((roomOf(count, WIDEST) - focus) / (count - 1)) : CARD.width
  const least = between(HOME.beside, beside, CARD.width)
  return { card: Math.max(least, Math.min(CARD.most, Math.floor(card))), focus }
}

/** How many layers of cards stand beside each other, with which lines between them. */
interface LayersWish {
  readonly layers: number
  readonly lines: Pick<Lines, 'from' | 'to'>
}

/** The layout puts so many tiles of a box below one another before it begins a second column: of those that lines lead to, and of the others. */
const COLUMN = { linked: 12, loose: 6 } as const

/** O(n + m). */
function boxesOfOneColumn(
  { count, forms, box }: ThingColumns,
  { from, to }: LayersWish['lines'],
): Uint8Array {
  const isLinked = new Uint8Array(count)
  const hasMore = new Uint8Array(count)
  const [linked, loose] = [new Uint32Array(count), new Uint32Array(count)]
  for (let line = 0; line < from.length; line++) {
    const [tail, head] = [from[line]!, to[line]!]
    isLinked[tail] = isLinked[head] = 1
    if (box[tail]! >= 0 && box[tail] === box[head]) hasMore[box[tail]!] = 1
  }
  for (let thing = 0; thing < count; thing++) {
    const around = box[thing]!
    if (around < 0) continue
    if (FORMS[forms[thing]!] !== 'tile') hasMore[around] = 1
    const counts = isLinked[thing] === 1 ? linked : loose
    counts[around]!++
  }
  return Uint8Array.from(forms, (form, own) =>
    FORMS[form] === 'box' &&
    hasMore[own] === 0 &&
    linked[own]! <= COLUMN.linked &&
    loose[own]! <= COLUMN.loose
      ? 1
      : 0,
  )
}

/**
 * All things of one form are equally wide: as wide as the longest of their names needs, between two bounds; the card that the view is about is as wide as
 * its own needs, where there is no such room for all. Tiles are so where they stand beside each
 * other, in a picture that leads down; where it leads to the right each is as wide as its own name needs, and the layout makes those equal
 * that stand below one another; where these are all that their box holds, they use the width that it has anyway, for names that are seen from afar. @param beside what stands beside each other: the more there is, the narrower are cards. @param focus a thing with the house on it, or -1.
 * @param partOf a picture in which none may be narrower.
 * @param nameRoom for the names of a picture that is seen from afar: then each tile and closed container of it is as wide as its own needs, whichever way it leads.
 */
export function sizesOf(
  things: ThingColumns,
  rows: CardRows,
  waffles: Waffles,
  beside: LayersWish,
  focus: number,
  direction: 'right' | 'down',
  partOf: Picture | null = null,
  nameRoom: NameRoom | null = null,
): Sizes {
  const { count } = things
  const widest = new Map<Form, number>()
  partOf?.things.forms.forEach((form, thing) => {
    if (thing !== partOf.focus) widest.set(FORMS[form]!, partOf.things.width[thing]!)
  })
  const formOf = (thing: number): Form => FORMS[things.forms[thing]!]!
  for (let thing = 0; thing < count; thing++) {
    const form = formOf(thing)
    widest.set(form, Math.max(widest.get(form) ?? 0, wantedWidth(thing, form)))
  }
  const wantedOfFocus =
    focus >= 0 && formOf(focus) === 'card'
      ? Math.max(
          partOf?.things.width[partOf.focus] ?? 0,
          42 + textWidth(things.titles[focus]!, 600) / DETAIL.full,
        )
      : 0
  const room = roomForCards(beside, wantedOfFocus, nameRoom)
  const cardWidth = between(
    Math.min(CARD.width, room.card),
    Math.max(widest.get('card') ?? 0, widest.get('stack') ?? 0),
    room.card,
  )
  // Few stand in a lineage: there they are as wide as cards, and have the room that those have.
  const mostOfContainers = focus < 0 ? Infinity : Math.max(CONTAINER.most, room.card)
  const widthOf: Readonly<Record<Exclude<Form, 'box'>, number>> = {
    container: between(
      focus < 0 ? CONTAINER.least : cardWidth,
      widest.get('container') ?? 0,
      mostOfContainers,
    ),
    tile: between(TILE.least, widest.get('tile') ?? 0, Infinity),
    card: cardWidth,
    stack: cardWidth,
  }
  const oneColumn = boxesOfOneColumn(things, beside.lines)
  const width = new Float64Array(count)
  const height = new Float64Array(count)
  const head = new Float64Array(count)
  const useful = new Float64Array(count)
  for (let thing = 0; thing < count; thing++) {
    const form = formOf(thing)
    width[thing] = form === 'box' || isOwn(form) ? ownWidth(thing, form) : widthOf[form]
    if (thing === focus && form === 'card') width[thing] = Math.max(cardWidth, room.focus)
    height[thing] = heightOf(thing, form, width[thing]!)
    head[thing] = form === 'box' ? BOX.head : 0
    useful[thing] = usefulWidth(thing, form, width[thing]!)
  }
  return { width, height, head, useful, oneColumn }

  function isOwn(form: Form): boolean {
    if (nameRoom) return form === 'tile' || (form === 'container' && focus < 0)
    return form === 'tile' && direction === 'right'
  }

  function ownWidth(thing: number, form: Form): number {
    const wanted = wantedWidth(thing, form)
    if (form === 'box') return wanted
    return form === 'tile'
      ? between(TILE.least, wanted, Infinity)
      : between(CONTAINER.least, wanted, mostOfContainers)
  }

  function usefulWidth(thing: number, form: Form, width: number): number {
    if (form === 'container') return between(width, widthOfName(things, thing, DETAIL.icon), CARD.most)
    const isInColumn = form === 'tile' && direction === 'right' && oneColumn[things.box[thing]!] === 1
    return isInColumn ? between(width, widthOfName(things, thing, DETAIL.icon), Infinity) : width
  }

  function wantedWidth(thing: number, form: Form): number {
    const [title, place] = [titleWidth(things.titles[thing]!), textWidth(things.places[thing]!)]
    switch (form) {
      case 'tile':
        return nameWidth(thing, TILE.most)
      case 'container': {
        const told = 20 + place + badgeRoom(thing)
        if (focus < 0) return Math.max(nameWidth(thing, CONTAINER.most), Math.min(CONTAINER.most, told))
        return Math.max(widthOfName(things, thing, DETAIL.full) + house(thing), told)
      }
      case 'box': {
        const named = Math.max(94 + title + (badgeRoom(thing) > 0 ? 30 : 0), nameWidth(thing, 0))
        // One in which nothing is left says so inside.
        return Math.min(400, Math.max(named, things.inside[thing] === 0 ? 24 + place : 0))
      }
      case 'stack':
        return Math.max(widthOfName(things, thing, DETAIL.full), 62 + place)
      case 'card': {
        // The house stands under the name, and a badge beside it.
        let wanted =
          thing === focus
            ? 42 + Math.max(title, place + badgeRoom(thing) + HOUSE)
            : Math.max(widthOfName(things, thing, DETAIL.full), 42 + place)
        for (let row = rows.starts[thing]!; row < rows.starts[thing + 1]!; row++)
          wanted = Math.max(wanted, 36 + textWidth(rows.titles[row]!) + textWidth(rows.types[row]!))
        return wanted
      }
    }
  }

  /**
   * What the name needs where there is to be room for it as it is seen from afar. One that needs more than that room is cut anyhow, and takes none of it from the
   * others. @param most that it has nearby.
   */
  function nameWidth(thing: number, most: number): number {
    if (nameRoom) {
      const { seenAt } = nameRoom
      const far = Math.max(...[seenAt, LARGER * seenAt].map((k) => widthOfName(things, thing, k)))
      if (far <= nameRoom.most) return far
    }
    return Math.min(most, widthOfName(things, thing, DETAIL.full))
  }

  function house(thing: number): number {
    return thing === focus ? HOUSE : 0
  }

  function badgeRoom(thing: number): number {
    const count = things.errors[thing]! || things.warnings[thing]! || things.infos[thing]!
    return count === 0 ? 0 : 26 + (count > 1 ? textWidth(grouped(count)) : 0)
  }

  function heightOf(thing: number, form: Form, ownWidth: number): number {
    switch (form) {
      case 'box':
        return 2 * BOX.head
      case 'tile':
        return TILE.height
      case 'stack':
        return CARD.height
      case 'container': {
        const marks = waffles.starts[thing + 1]! - waffles.starts[thing]!
        return CONTAINER.head + CONTAINER.foot + WAFFLE.step * Math.ceil(marks / marksInRow(ownWidth))
      }
      case 'card': {
        const lines = rows.starts[thing + 1]! - rows.starts[thing]! + (things.more[thing]! > 0 ? 1 : 0)
        return CARD.height + lines * ROW.height + (lines > 0 ? ROW.foot : 0)
      }
    }
  }
}

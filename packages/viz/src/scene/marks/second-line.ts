import { grouped } from '@lineagraph/core'
import { badgeOf, beforeBadge, HOUSE_ROOM, isHome } from './badge-of.ts'
import { changeCounts } from './change-counts.ts'
import { detailAt, drawnRect, formOf, isLow, tellsInside, tellsPlace, textScale } from './detail.ts'
import { emptiedWords } from './emptied-words.ts'
import { headerOf } from './header.ts'
import { INSIDE, WAFFLE } from '../picture/measures.ts'
import { nameLineOf } from './name-line.ts'
import type { Pen } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** Where a thing says where it is, or what is in it: under its name, or, of a box, beside it. CSS pixels of the window. */
export interface SecondLine {
  readonly x: number
  /** The base of its letters. */
  readonly y: number
  readonly room: number
  readonly size: number
}

/** Null where a thing says its name alone. */
export function secondLineOf(pen: Pen, thing: number): SecondLine | null {
  const { picture, transform, fitter } = pen
  const { k } = transform
  const detail = detailAt(k)
  const form = formOf(picture, thing)
  if (form === 'box') return headerOf(pen, thing)?.place ?? null
  if (detail === 'tile' || form === 'tile') return null
  const rect = drawnRect(picture, thing, detail)
  const [x, y, width] = [rect.x * k + transform.x, rect.y * k + transform.y, rect.width * k]
  if (form === 'container') {
    const scale = textScale(picture, k)
    const size = Math.max(11, 11 * scale)
    if (!tellsInside(k)) return null
    const [left, base] = [
      x + Math.max(picture.changes ? 6 : 4, WAFFLE.inside * k),
      detail === 'name' ? y + 29 : y + 39 * scale,
    ]
    return { x: left, y: base, size, room: x + width - Math.max(4, 10 * k) - badgeRoom(scale, size) - left }
  }
  if (detail === 'name') {
    if (!tellsPlace(picture, thing, k)) return null
    const { textX } = nameLineOf(pen, thing, x, width, rect.height * k)
    return { x: textX, y: y + INSIDE.placeY * k, size: 11, room: x + width - INSIDE.right * k - textX }
  }
  const size = Math.max(11, 11 * k)
  const badge = isHome(picture, thing) ? beforeBadge(pen, thing) : 0
  const taken = badge + (picture.focus === thing ? HOUSE_ROOM * k : form === 'stack' ? 20 * k : 0)
  const left = x + INSIDE.textX * k
  return { x: left, y: y + INSIDE.placeY * k, size, room: x + width - INSIDE.right * k - taken - left }

  function badgeRoom(scale: number, size: number): number {
    const badge = badgeOf(picture, thing)
    return badge ? 12 * Math.max(1, scale) + 7 + fitter.width(grouped(badge.count), size, 400) : 0
  }
}

/**
 * Of what is told about a thing as much as there is room for: all of it, how many things hold no others, that number alone where nothing else has one; else nothing, as where a
 * box says it inside. What is cut to some of its sorts would say that there is no more.
 */
export function placeText(pen: Pen, thing: number, line: SecondLine): string {
  const { picture, fitter } = pen
  const { size } = line
  const { places, inside } = picture.things
  const room = line.room - (changeCounts(pen, thing, line)?.taken ?? 0)
  const whole = places[thing]!
  const form = formOf(picture, thing)
  if (form === 'box' && emptiedWords(pen, thing)) return ''
  if (form !== 'box' && form !== 'container') return fitter.fit(whole, room, size, 400)
  const told = [whole]
  if (inside[thing]! > 0) {
    const count = grouped(inside[thing]!)
    const innermost = whole.slice(whole.lastIndexOf('·') + 1).trimStart()
    told.push(innermost.startsWith(`${count} `) ? innermost : `${count} things`)
    // Behind a badge a number alone would be that of its findings.
    const isBehindBadge = form === 'box' && isLow(pen.transform.k) && badgeOf(picture, thing) !== null
    if (!isBehindBadge) told.push(count)
  }
  return told.find((text) => fitter.width(text, size, 400) <= room) ?? ''
}

/** Where a thing is, or what is in it, before how much of that differs. */
export function drawSecondLine(sheet: Sheet, pen: Pen, thing: number): void {
  const line = secondLineOf(pen, thing)
  if (!line) return
  const { x, y, size } = line
  sheet.text({ x, y, size, weight: 400, fill: 'ink3', text: placeText(pen, thing, line) })
}

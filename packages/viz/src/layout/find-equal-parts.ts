import { csrOf, rowOf, strongComponents, weakComponents, type Csr } from '@lineagraph/core'
import type { Fan } from './find-fans.ts'

/** Larger parts are not compared: few of them are equal, and each is a picture of its own. */
const MOST = 32

/**
 * Finds what folds where at least `least` small parts have one shape, like twenty tables of which each feeds a table of its own: things of one sort
 * that stand at one place of such parts. Things that are alike but for a circle that they are in are told apart, so that the circle stays one.
 * In the order of their first members. O(m log m).
 * @param sort of each thing: only things of one sort stand at one place; a part with a thing below 0 never folds.
 */
export function equalParts(
  count: number,
  from: Uint32Array,
  to: Uint32Array,
  sort: Int32Array,
  least: number,
): Fan[] {
  const out = csrOf(count, from, to)
  const into = csrOf(count, to, from)
  const placesIn = placeFinder(out, into, sort)
  /** By shape: how many parts have it, and by place what stands there. */
  const shapes = new Map<string, { parts: number; readonly at: Map<number, number[]> }>()
  for (const things of smallParts(out)) {
    if (things.some((thing) => sort[thing]! < 0)) continue
    const places = placesIn(things)
    const name = places.toSorted((a, b) => a - b).join()
    let shape = shapes.get(name)
    if (!shape) shapes.set(name, (shape = { parts: 0, at: new Map() }))
    shape.parts++
    for (const [i, thing] of things.entries()) {
      const there = shape.at.get(places[i]!)
      if (there) there.push(thing)
      else shape.at.set(places[i]!, [thing])
    }
  }
  return [...shapes.values()]
    .filter(({ parts }) => parts >= least)
    .flatMap(({ at }) => [...at.values()])
    .map((members): Fan => ({ kind: 'fan', members: Uint32Array.from(members).sort() }))
    .sort((a, b) => a.members[0]! - b.members[0]!)
}

/** The parts of at most `MOST` things that hang together, things in rising order. */
function smallParts(out: Csr): number[][] {
  const { count, componentOf } = weakComponents(out)
  const parts = Array.from({ length: count }, (): number[] => [])
  for (const [thing, part] of componentOf.entries())
    if (part >= 0 && parts[part]!.length <= MOST) parts[part]!.push(thing)
  return parts.filter((things) => things.length <= MOST)
}

/**
 * Gives each thing of a part a number for its place there, the same in every part of the same shape, by refining colours: first by sort, then
 * again and again by the colours of the neighbours.
 */
function placeFinder(out: Csr, into: Csr, sort: Int32Array): (things: readonly number[]) => number[] {
  const circleOf = strongComponents(out).componentOf
  const numbers = new Map<string, number>()
  const numberOf = (text: string): number => {
    let number = numbers.get(text)
    if (number === undefined) numbers.set(text, (number = numbers.size))
    return number
  }
  const colour = new Int32Array(sort.length)
  const around = (csr: Csr, thing: number): string =>
    [...new Set(rowOf(csr, thing))]
      .map((other) => (other === thing ? -1 : colour[other]!))
      .sort((a, b) => a - b)
      .join()

  function refine(things: readonly number[]): void {
    for (let known = 0; ;) {
      const next = things.map((thing) =>
        numberOf(`${colour[thing]} ${around(out, thing)} ${around(into, thing)}`),
      )
      things.forEach((thing, i) => (colour[thing] = next[i]!))
      const found = new Set(next).size
      if (found === known) return
      known = found
    }
  }

  /** Of those of one colour in one circle, of the least such colour, the first; -1 where there are none. */
  function firstOfAlike(things: readonly number[]): number {
    const firsts = new Map<string, number>()
    let least = -1
    for (const thing of things) {
      const name = `${colour[thing]} ${circleOf[thing]}`
      const first = firsts.get(name)
      if (first === undefined) firsts.set(name, thing)
      else if (least < 0 || colour[first]! < colour[least]!) least = first
    }
    return least
  }

  return (things) => {
    for (const thing of things) colour[thing] = numberOf(`sort ${sort[thing]}`)
    refine(things)
    for (let alike = firstOfAlike(things); alike >= 0; alike = firstOfAlike(things)) {
      colour[alike] = numberOf(`first ${colour[alike]}`)
      refine(things)
    }
    return things.map((thing) => colour[thing]!)
  }
}

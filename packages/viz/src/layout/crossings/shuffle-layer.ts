import type { Order } from './order.ts'

/** Puts a range of one layer in another order, in place. @param random gives numbers from 0 up to 1. */
export function shuffleLayer(
  { vertices, place }: Order,
  start: number,
  end: number,
  random: () => number,
): void {
  for (let last = end - 1; last > start; last--) {
    const other = start + Math.floor(random() * (last - start + 1))
    const vertex = vertices[last]!
    vertices[last] = vertices[other]!
    vertices[other] = vertex
  }
  for (let at = start; at < end; at++) place[vertices[at]!] = at
}

/** Random numbers that are the same every time: a picture must not depend on chance. Source: Steele, Vigna 2021, doi:10.1002/spe.3030. */
export function repeatableRandom(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 0x915f77f5) + 1) >>> 0
    return state / 2 ** 32
  }
}

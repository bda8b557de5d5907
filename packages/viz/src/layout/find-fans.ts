import { csrOf, rowOf, strongComponents, type Csr } from '@lineagraph/core'
import { hashOfRow, isSameRow } from './crossings/same-rows.ts'

/** Things that are better drawn as one, with their count. */
export interface Fan {
  /** `fan`: all of them have the same neighbours. `circle`: each of them is led to from each other, by many edges. */
  readonly kind: 'fan' | 'circle'
  /** In rising order. */
  readonly members: Uint32Array
}

/** From this part of all pairs on that can be joined, a strongly connected part is too dense to be read. */
const DENSE = 0.5

/**
 * Finds what folds into stacks: at least `least` things of one sort that have the same neighbours, upstream and downstream, like the
 * thousand readers of a table; and at least `least` things in circles with one another, so many that half of all their pairs are joined.
 * Nothing is in two of them. In the order of their first members, whatever the order of the edges. O(n + m log m).
 * @param sort of each thing: only things of one sort make a fan, so it should tell type and box apart; below 0 for what never folds.
 */
export function fansOf(
  count: number,
  from: Uint32Array,
  to: Uint32Array,
  sort: Int32Array,
  least = 8,
): Fan[] {
  const out = csrOf(count, from, to)
  const into = csrOf(count, to, from)
  const circles = denseCircles(count, from, to, sort, least)
  const taken = new Uint8Array(count)
  for (const { members } of circles) for (const member of members) taken[member] = 1
  return [...circles, ...alike(out, into, sort, taken, least)].sort((a, b) => a.members[0]! - b.members[0]!)
}

/** What never folds, like what a view is about, stands beside the circle that it is in: the rest of that folds where it is dense by itself. */
function denseCircles(
  count: number,
  from: Uint32Array,
  to: Uint32Array,
  sort: Int32Array,
  least: number,
): Fan[] {
  const among = Uint32Array.from(from.keys()).filter((edge) => {
    const [one, other] = [from[edge]!, to[edge]!]
    return one !== other && sort[one]! >= 0 && sort[other]! >= 0
  })
  const out = csrOf(
    count,
    among.map((edge) => from[edge]!),
    among.map((edge) => to[edge]!),
  )
  const { count: parts, componentOf } = strongComponents(out)
  const size = new Uint32Array(parts)
  const pairs = new Uint32Array(parts)
  for (let thing = 0; thing < count; thing++) {
    const part = componentOf[thing]!
    size[part]!++
    for (let i = out.starts[thing]!; i < out.starts[thing + 1]!; i++) {
      const other = out.neighbors[i]!
      const isTwin = i > out.starts[thing]! && out.neighbors[i - 1] === other
      if (!isTwin && componentOf[other] === part) pairs[part]!++
    }
  }
  const members = new Map<number, number[]>()
  for (let thing = 0; thing < count; thing++) {
    const part = componentOf[thing]!
    if (size[part]! < least || pairs[part]! < (DENSE * size[part]! * (size[part]! - 1)) / 2) continue
    const found = members.get(part)
    if (found) found.push(thing)
    else members.set(part, [thing])
  }
  return [...members.values()].map((found) => ({ kind: 'circle', members: Uint32Array.from(found) }))
}

/** Sorts things by their neighbours, by a hash of them first, and compares those whose hashes are equal. */
function alike(out: Csr, into: Csr, sort: Int32Array, taken: Uint8Array, least: number): Fan[] {
  const hash = new Uint32Array(sort.length)
  const things: number[] = []
  for (let thing = 0; thing < sort.length; thing++) {
    if (taken[thing] || sort[thing]! < 0) continue
    const outs = rowOf(out, thing)
    // No stack can show an edge to itself.
    if (outs.includes(thing) || outs.length + rowOf(into, thing).length === 0) continue
    hash[thing] = Math.imul(hashOfRow(out, thing, 1), 31) + hashOfRow(into, thing, 2)
    things.push(thing)
  }
  things.sort((a, b) => sort[a]! - sort[b]! || hash[a]! - hash[b]! || a - b)

  const fans: Fan[] = []
  for (let start = 0, end = 0; start < things.length; start = end) {
    const first = things[start]!
    end = start + 1
    while (end < things.length && sort[things[end]!] === sort[first] && hash[things[end]!] === hash[first])
      end++
    if (end - start < least) continue
    const members = things
      .slice(start, end)
      .filter((thing) => isSameRow(out, first, thing) && isSameRow(into, first, thing))
    if (members.length >= least) fans.push({ kind: 'fan', members: Uint32Array.from(members) })
  }
  return fans
}

import { rowOf, type Csr } from '@lineagraph/core'

/** A hash of the neighbors of a node without repeats, which goes on from another. */
export function hashOfRow(csr: Csr, node: number, seed: number): number {
  const row = rowOf(csr, node)
  let hash = seed
  for (let i = 0; i < row.length; i++)
    if (i === 0 || row[i] !== row[i - 1]) hash = Math.imul(hash ^ row[i]!, 0x01000193) ^ (hash >>> 15)
  return hash >>> 0
}

/** Whether two nodes have the same neighbors, without repeats. */
export function isSameRow({ starts, neighbors }: Csr, one: number, other: number): boolean {
  let i = starts[one]!
  let j = starts[other]!
  const [iEnd, jEnd] = [starts[one + 1]!, starts[other + 1]!]
  while (i < iEnd && j < jEnd) {
    const neighbor = neighbors[i]!
    if (neighbors[j] !== neighbor) return false
    while (i < iEnd && neighbors[i] === neighbor) i++
    while (j < jEnd && neighbors[j] === neighbor) j++
  }
  return i === iEnd && j === jEnd
}

import type { Graph } from '../src/layout/placing/equal-cards.ts'

/** Random numbers from 0 up to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A graph as warehouses have them: nodes in 12 ranks, most edges from the rank before and near in its order, some from further up. */
export function warehouse(nodeCount: number, edgeCount: number, seed: number): Graph {
  const random = randomOf(seed)
  const size = nodeCount / 12
  const from = new Uint32Array(edgeCount)
  const to = new Uint32Array(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const head = Math.floor(size + random() * (nodeCount - size))
    const ranks = random() < 0.85 ? 1 : 1 + Math.floor(random() * Math.min(head / size, 4))
    const near = Math.round(head - size * ranks + (random() - 0.5) * 0.2 * size)
    from[edge] = Math.max(0, Math.min(near, head - 1))
    to[edge] = head
  }
  return { nodeCount, from, to }
}

/** A graph without any order in it, but for circles. */
export function random(nodeCount: number, edgeCount: number, seed: number): Graph {
  const next = randomOf(seed)
  const from = new Uint32Array(edgeCount)
  const to = new Uint32Array(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const one = Math.floor(next() * nodeCount)
    const other = (one + 1 + Math.floor(next() * (nodeCount - 1))) % nodeCount
    from[edge] = Math.min(one, other)
    to[edge] = Math.max(one, other)
  }
  return { nodeCount, from, to }
}

import type { Csr } from '@lineagraph/core'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/** The ends of the segments on one side of a layer: the rows of the vertices, with where their neighbours stand, from top to bottom. */
interface Ends {
  readonly rows: Csr
  readonly back: Csr
  readonly places: Uint32Array
  readonly weights: Uint32Array
  readonly total: Float64Array
}

/** Which of the swaps were made that save crossings: maybe not all. */
export type Switched = 'none' | 'some' | 'all'

/**
 * Makes the step that swaps vertices beside each other in their layer wherever that saves crossings, going over the layer until
 * nothing is saved or at most `passes` times. It works on `order` in place, O(s) a pass for s segments at the layer: what has just
 * been swapped waits for the next pass, so that no long row is gone through for each of its layer's vertices.
 * @param lane 1 for vertices that stand below all others of their layer.
 */
export function neighbourSwitcher(
  { vertexCount, layerStarts, out, into, weight }: Layered,
  { vertices, place }: Order,
  lane: Uint8Array,
) {
  const endsOf = (rows: Csr, back: Csr): Ends => ({
    rows,
    back,
    places: new Uint32Array(weight.length),
    weights: new Uint32Array(weight.length),
    total: new Float64Array(vertexCount),
  })
  const right = endsOf(out, into)
  const left = endsOf(into, out)
  const fill = new Uint32Array(vertexCount)

  /** Reads the places beside a layer, row by row in their order: no sorting is needed. */
  function collect({ rows, back, places, weights, total }: Ends, layer: number, beside: number): void {
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      fill[vertices[at]!] = rows.starts[vertices[at]!]!
      total[vertices[at]!] = 0
    }
    if (beside < 0 || beside + 1 >= layerStarts.length) return
    for (let at = layerStarts[beside]!; at < layerStarts[beside + 1]!; at++) {
      const vertex = vertices[at]!
      for (let i = back.starts[vertex]!; i < back.starts[vertex + 1]!; i++) {
        const neighbor = back.neighbors[i]!
        const slot = fill[neighbor]!++
        places[slot] = at
        total[neighbor]! += weights[slot] = weight[back.edges[i]!]!
      }
    }
  }

  /** How many crossings on one side are saved if the lower goes above the upper; below 0 what it costs. */
  function saved({ rows, places, weights, total }: Ends, upper: number, lower: number): number {
    let i = rows.starts[upper]!
    let j = rows.starts[lower]!
    const iEnd = rows.starts[upper + 1]!
    const jEnd = rows.starts[lower + 1]!
    if (i === iEnd || j === jEnd) return 0
    const all = total[lower]!
    if (places[iEnd - 1]! < places[j]!) return -total[upper]! * all
    let above = 0
    let difference = 0
    for (; i < iEnd; i++) {
      while (j < jEnd && places[j]! < places[i]!) above += weights[j++]!
      let level = 0
      for (let k = j; k < jEnd && places[k] === places[i]; k++) level += weights[k]!
      difference += weights[i]! * (above + above + level - all)
    }
    return difference
  }

  /** @param crossings in the gap after each layer, from which those are taken that it saves. */
  return (layer: number, passes: number, crossings: Float64Array): Switched => {
    const start = layerStarts[layer]!
    const end = layerStarts[layer + 1]!
    if (end - start < 2) return 'none'
    collect(right, layer, layer + 1)
    collect(left, layer, layer - 1)
    let swapped = true
    let pass = 0
    for (; pass < passes && swapped; pass++) {
      swapped = false
      for (let at = start; at + 1 < end; at++) {
        const upper = vertices[at]!
        const lower = vertices[at + 1]!
        if (lane[upper] !== lane[lower]) continue
        const onRight = saved(right, upper, lower)
        const onLeft = saved(left, upper, lower)
        if (onRight + onLeft <= 0) continue
        swapped = true
        crossings[layer]! -= onRight
        if (layer > 0) crossings[layer - 1]! -= onLeft
        vertices[at] = lower
        vertices[at + 1] = upper
        place[lower] = at
        place[upper] = ++at
      }
    }
    return swapped ? 'some' : pass > 1 ? 'all' : 'none'
  }
}

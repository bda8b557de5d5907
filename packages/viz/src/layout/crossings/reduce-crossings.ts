import { crossingCounter } from './count-crossings.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'
import { repeatableRandom, shuffleLayer } from './shuffle-layer.ts'
import { barycentreSorter } from './sort-by-barycentre.ts'
import { neighbourSwitcher } from './switch-neighbours.ts'

/** Vertices and segments to go over, all rounds together. */
const WORK = 200_000
const LEAST_ROUNDS = 8
const MOST_STARTS = 16
const PATIENCE = 5
const SWITCH_PASSES = 3
/** Where one round takes more than all the work, layers are only sorted, but for so many rounds, the last: that does nearly as much, and takes half the time. */
const LAST_ROUNDS = 2

/**
 * Reorders the layers so that fewer edges cross, each component for itself: rounds to the right and back, in which each layer is sorted
 * by barycentre and then neighbours are switched; from the order that is given, then from shuffled ones as far as the work allows.
 * The best order is kept: it never has more crossings than the one that was given. What has not changed since is neither counted nor switched
 * again. O((n + m) log n).
 * @param order is changed in place. @param lane 1 for vertices that stand below all others of their layer.
 * @param fixed 1 for each layer that keeps its order. @param share of the work that it may take. Gives up its turn before each round, so that it can be left unfinished.
 * Sources: Sugiyama, Tagawa, Toda 1981, doi:10.1109/TSMC.1981.4308636; Gansner, Koutsofios, North, Vo 1993, doi:10.1109/32.221135.
 */
export function* reduceCrossings(
  layered: Layered,
  order: Order,
  lane: Uint8Array,
  fixed: Uint8Array = new Uint8Array(layered.layerStarts.length - 1),
  share = 1,
): Generator<void, void> {
  const { layerStarts, componentStarts, out, into } = layered
  const { vertices, place } = order
  const countAfter = crossingCounter(layered, order)
  const sortLayer = barycentreSorter(layered, order, lane)
  const switchLayer = neighbourSwitcher(layered, order, lane)
  const best = vertices.slice()
  /** In the gap after each layer, where they are counted. */
  const crossings = new Float64Array(layerStarts.length)
  const isCounted = new Uint8Array(layerStarts.length)
  /** 1 for each layer in which switching neighbours saves nothing. */
  const isSettled = new Uint8Array(layerStarts.length)

  let workLeft = WORK * share
  let sizeLeft = layered.vertexCount + layered.weight.length
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const first = componentStarts[component]!
    const end = componentStarts[component + 1]!
    const size = sizeOf(first, end)
    const rounds = Math.max(LEAST_ROUNDS, Math.floor(workLeft / sizeLeft))
    workLeft -= size * (yield* reduce(first, end, rounds, size))
    sizeLeft -= size
  }

  /** @returns how many rounds it took. */
  function* reduce(first: number, end: number, mostRounds: number, size: number): Generator<void, number> {
    const start = layerStarts[first]!
    const stop = layerStarts[end]!
    const random = repeatableRandom()
    let least = count(first, end)
    let rounds = 0
    for (let run = 0; run < MOST_STARTS && rounds < mostRounds && least > 0; run++) {
      if (run > 0) shuffle(first, end, random)
      let leastOfRun = Infinity
      for (let idle = 0; idle < PATIENCE && rounds < mostRounds && least > 0; rounds++) {
        yield
        const switches = size <= WORK || rounds >= mostRounds - LAST_ROUNDS
        sweep(first, end, (run + rounds) % 2 === 0, rounds % 4 > 1, switches)
        if (!switches) continue
        const left = count(first, end)
        idle = left < leastOfRun ? 0 : idle + 1
        leastOfRun = Math.min(leastOfRun, left)
        if (left >= least) continue
        least = left
        best.set(vertices.subarray(start, stop), start)
      }
    }
    vertices.set(best.subarray(start, stop), start)
    for (let at = start; at < stop; at++) place[vertices[at]!] = at
    return rounds
  }

  function sweep(first: number, end: number, toRight: boolean, flip: boolean, switches: boolean): void {
    const forth = (step: (layer: number) => void): void => {
      for (let layer = first; layer < end; layer++) if (!fixed[layer]) step(layer)
    }
    const back = (step: (layer: number) => void): void => {
      for (let layer = end - 1; layer >= first; layer--) if (!fixed[layer]) step(layer)
    }
    if (toRight) {
      forth((layer) => layer > first && sortLayer(layer, layer - 1, into, flip) && forget(layer))
      if (switches) back(settle)
    } else {
      back((layer) => layer + 1 < end && sortLayer(layer, layer + 1, out, flip) && forget(layer))
      if (switches) forth(settle)
    }
  }

  /** Switches neighbours where edges of theirs cross, if that has not been tried on what stands there now. */
  function settle(layer: number): void {
    if (isSettled[layer]) return
    isSettled[layer] = 1
    if (crossingsAfter(layer) + (layer > 0 ? crossingsAfter(layer - 1) : 0) === 0) return
    const switched = switchLayer(layer, SWITCH_PASSES, crossings)
    if (switched !== 'none') unsettle(layer)
    if (switched === 'all') isSettled[layer] = 1
  }

  /** A layer has got another order. */
  function forget(layer: number): void {
    isCounted[layer] = 0
    if (layer > 0) isCounted[layer - 1] = 0
    unsettle(layer)
  }

  function unsettle(layer: number): void {
    isSettled.fill(0, Math.max(0, layer - 1), layer + 2)
  }

  function crossingsAfter(layer: number): number {
    if (!isCounted[layer]) crossings[layer] = countAfter(layer)
    isCounted[layer] = 1
    return crossings[layer]!
  }

  function count(first: number, end: number): number {
    let sum = 0
    for (let layer = first; layer + 1 < end; layer++) sum += crossingsAfter(layer)
    return sum
  }

  function shuffle(first: number, end: number, random: () => number): void {
    for (let layer = first; layer < end; layer++) {
      if (fixed[layer]) continue
      let stop = layerStarts[layer + 1]!
      while (stop > layerStarts[layer]! && lane[vertices[stop - 1]!]) stop--
      shuffleLayer(order, layerStarts[layer]!, stop, random)
      forget(layer)
    }
  }

  function sizeOf(first: number, end: number): number {
    let size = 0
    for (let at = layerStarts[first]!; at < layerStarts[end]!; at++) {
      const vertex = vertices[at]!
      size += 1 + out.starts[vertex + 1]! - out.starts[vertex]!
    }
    return size
  }
}

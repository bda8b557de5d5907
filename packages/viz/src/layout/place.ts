import { alignBoxes } from './align-boxes.ts'
import { alignCards } from './align-cards.ts'
import { boxGraphs } from './box-graph.ts'
import { boxPorts } from './box-ports.ts'
import { sidesOf } from './box-sides.ts'
import { bundleLinks } from './bundle-links.ts'
import { findChannels } from './find-channels.ts'
import { findCircles } from './find-circles.ts'
import { finish } from './finish.ts'
import { FAR } from './insert-dummies.ts'
import { keepLayers } from './keep-layers.ts'
import { contentOfBox, layoutMemory, type LayoutMemory } from './layout-memory.ts'
import { contentOf, type Content } from './memory.ts'
import { orderBox, type OrderedBox } from './order-box.ts'
import { placeAgain, placeFresh, type BoxInput, type PlacedBox } from './place-box.ts'
import { placeLane } from './place-lane.ts'
import type { Placing, PlacingInput } from './placing.ts'
import type { Rects } from './rects.ts'
import { roomAcross } from './room-across.ts'
import { routeEdges, type RoutedBox } from './route-edges.ts'
import { shareOfWork } from './share-work.ts'
import { BORDER, splitEdges } from './split-edges.ts'
import { inOrderBefore } from './stay-in-order.ts'
import { turnInput, turnPlacing } from './turn-round.ts'
import { BOX_ASPECT, WINDOW_ASPECT } from './aspects.ts'

/**
 * Places things and open boxes, each box a layered graph of its own, at any mix of levels. Circles are opened, things get layers, long
 * edges get places to pass, crossings are reduced, heights are found that keep long edges straight, and components are packed. From outside
 * in each box is put in an order that follows the order around it; from inside out each gets its size. The same input always gives the
 * same picture, in whatever order its edges come. O((n + m + pieces) log n), without recursion.
 */
export const place = (input: PlacingInput): Placing => finish(placeInSteps(input))

/**
 * The same in steps of some milliseconds, so that whoever takes them can do something else in between, or leave it unfinished.
 * @param memory of the pictures before: boxes that did not change since are not laid out again. The picture is the same without it.
 */
export function* placeInSteps(
  given: PlacingInput,
  memory: LayoutMemory = layoutMemory(),
): Generator<void, Placing> {
  const level = given.direction === 'down' ? turnInput(given) : given
  const kept = level.layer ? keepLayers(level, level.layer) : null
  const input = kept?.input ?? level
  const { count, box, isBox, lane, from, to, fromPort, toPort, weight, label, gaps } = input
  const before = input.before ?? null
  const pieces = splitEdges(input)
  const graphs = boxGraphs(input, pieces)
  const linkOf = new Uint32Array(pieces.edge.length)
  const localOf = new Uint32Array(count)
  for (const graph of graphs) {
    graph?.links.forEach((piece, link) => (linkOf[piece] = link))
    graph?.items.forEach((item, i) => (localOf[item] = i))
  }

  yield
  const ordered: (OrderedBox | undefined)[] = []
  const contents: Content[] = []
  const { across, extent } = roomAcross(input)
  const outsideIn = [count]
  for (const own of outsideIn) {
    const { items, singles, links, tail, head, cut } = graphs[own]!
    const ports = boxPorts(links, pieces, linkOf, ordered)
    const bundles = bundleLinks(graphs[own]!, pieces, input)
    const laneOf = pickFlags(lane, items)
    const share = shareOf(own)
    const wrap =
      across[own] === Infinity && !input.wraps
        ? null
        : {
            extent: pick(extent, items),
            most: across[own]!,
            gap: gaps.card,
            breadth: pick(input.width, items, -gaps.layer),
          }
    const layers = own === count && input.layer ? pickLayers(input.layer, items) : null
    const content = contentOf([
      [items.length, share, across[own]!],
      ...[
        tail,
        head,
        cut,
        ports.leftOf,
        ports.rightOf,
        bundles.of,
        bundles.atTail,
        laneOf,
        wrap?.extent ?? [],
        layers ?? [],
      ],
    ])
    const fresh =
      memory.orders.known(content) ??
      memory.orders.keep(content, yield* orderBox(graphs[own]!, ports, bundles, laneOf, share, wrap, layers))
    ordered[own] = before ? inOrderBefore(fresh, laneOf, pick(before.y, items)) : fresh
    contents[own] = contentOf([content, ordered[own].order.vertices])
    for (const vertex of ordered[own].order.vertices)
      if (vertex < items.length && isBox[items[vertex]!]) outsideIn.push(items[vertex]!)
    for (const single of singles) if (isBox[single]) outsideIn.push(single)
  }

  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const width = input.width.slice()
  const height = input.height.slice()
  /** Where each piece goes through the side of its box, below the top of that. */
  const heightAt = new Float64Array(pieces.edge.length)
  const placed: PlacedBox[] = []
  for (const own of outsideIn.toReversed()) {
    yield
    const { items, singles } = graphs[own]!
    const { layerOf } = ordered[own]!.layered
    alignBoxes(items, layerOf, isBox, width)
    if (input.direction === 'right') {
      alignCards(items, (i) => layerOf[i]!, isBox, width)
      alignCards(singles, () => 0, isBox, width)
    }
    const boxInput = inputOf(own)
    const content = contentOfBox(boxInput, contents[own]!)
    const fresh =
      memory.places.known(content) ?? memory.places.keep(content, placeFresh(ordered[own]!, boxInput))
    placed[own] = placeAgain(fresh, boxInput)
    const sides = sidesOf(input, own)
    if (own === count) continue
    measureEnds(own, sides.top)
    width[own] = Math.max(width[own]!, sides.left + placed[own].width + sides.right)
    height[own] = Math.max(height[own]!, sides.top + placed[own].height + sides.bottom)
  }

  yield
  const laneSingles = graphs[count]!.singles.filter((single) => lane[single])
  placed[count] = { ...placed[count]!, y: placed[count]!.y.slice() }
  const placedLane = placeLane(
    placed[count],
    pickFlags(lane, graphs[count]!.items),
    pick(width, graphs[count]!.items),
    pick(height, graphs[count]!.items),
    pick(width, laneSingles),
    pick(height, laneSingles),
    gaps,
  )
  const routed: (RoutedBox | undefined)[] = []
  for (const own of outsideIn) {
    const sides = sidesOf(input, own)
    const left = sides.left + (own === count ? 0 : x[own]!)
    const top = sides.top + (own === count ? 0 : y[own]!)
    const { items, singles } = graphs[own]!
    const { columns, y: tops, singles: apart } = placed[own]!
    items.forEach((item, i) => {
      x[item] = left + columns.left[i]!
      y[item] = top + tops[i]!
    })
    const inGrid = singles.filter((single) => !lane[single])
    inGrid.forEach((single, i) => {
      x[single] = left + apart.x[i]!
      y[single] = top + apart.y[i]!
    })
    routed[own] = {
      placed: placed[own]!,
      turned: ordered[own]!.turned,
      passed: ordered[own]!.passed,
      channelOf: findChannels(placed[own]!, pickFlags(lane, items), pickFlags(isBox, items)),
      left,
      top,
    }
  }
  laneSingles.forEach((single, i) => {
    x[single] = gaps.margin + placedLane!.grid.left + placedLane!.grid.x[i]!
    y[single] = gaps.margin + placedLane!.grid.top + placedLane!.grid.y[i]!
  })

  yield
  const boxOf = new Uint32Array(box.map((outer) => (outer < 0 ? count : outer)))
  const routes = routeEdges({
    ...{ from, to, pieces, linkOf, localOf, boxOf, boxes: routed, x, y, width, height },
    headsAhead: input.direction === 'down',
  })
  const layer = new Int32Array(count).fill(-1)
  for (const own of outsideIn)
    graphs[own]!.items.forEach((item, i) => {
      const { layer: all, componentOf, atBorder } = ordered[own]!.layers
      layer[item] = all[i]! - (componentOf[i] === atBorder && graphs[own]!.tail.includes(BORDER) ? 1 : 0)
    })
  const reversed = new Uint8Array(from.length)
  for (let piece = 0; piece < pieces.edge.length; piece++)
    if (ordered[pieces.box[piece]!]!.turned[linkOf[piece]!]) reversed[pieces.edge[piece]!] = 1
  const right = Math.max(placed[count]!.width, placedLane?.right ?? 0)
  const bottom = placedLane ? placedLane.foot + gaps.laneInside : placed[count]!.height
  const placing: Placing = {
    x,
    y,
    width,
    height,
    layer,
    reversed,
    circle: findCircles(count, from, to),
    routes,
    lane: placedLane && {
      x: gaps.margin - gaps.laneInside,
      y: gaps.margin + placedLane.top,
      width: right + 2 * gaps.laneInside,
      height: bottom - placedLane.top,
    },
    totalWidth: right + 2 * gaps.margin,
    totalHeight: bottom + 2 * gaps.margin,
  }
  const restored = kept ? kept.restore(placing) : placing
  return given.direction === 'down' ? turnPlacing(restored) : restored

  function shareOf(own: number): number {
    const { items, links } = graphs[own]!
    return shareOfWork(items.length + links.length, input.partOf ?? count + pieces.edge.length)
  }

  function inputOf(own: number): BoxInput {
    const { items, singles, links } = graphs[own]!
    const inGrid = singles.filter((single) => !lane[single])
    const endsAt = (isTail: boolean): Float64Array => {
      const [items, things, ports] = isTail ? [pieces.tail, from, fromPort] : [pieces.head, to, toPort]
      const next = isTail ? -1 : 1
      const at = new Float64Array(links.length)
      for (let link = 0; link < links.length; link++) {
        const piece = links[link]!
        const item = items[piece]!
        const edge = pieces.edge[piece]!
        at[link] = item === BORDER ? NaN : item === things[edge] ? ports[edge]! : heightAt[piece + next]!
      }
      return at
    }
    const { tail, head } = graphs[own]!
    return {
      width: pick(width, items),
      height: pick(height, items),
      isBox: pickFlags(isBox, items),
      lane: pickFlags(lane, items),
      singleWidth: pick(width, inGrid),
      singleHeight: pick(height, inGrid),
      singleIsBox: pickFlags(isBox, inGrid),
      leaving: { at: endsAt(true), item: tail },
      entering: { at: endsAt(false), item: head },
      weight: new Float64Array(links.length).map((_, link) => weight[pieces.edge[links[link]!]!]!),
      label: new Float64Array(links.length).map((_, link) => label?.[pieces.edge[links[link]!]!] ?? 0),
      atBorder: ordered[own]!.layers.atBorder,
      gaps,
      across: across[own]!,
      aspect: own === count ? WINDOW_ASPECT : BOX_ASPECT,
      share: shareOf(own),
      before: before && {
        ...beforeIn(own, before, items),
        singles: beforeIn(own, before, inGrid),
      },
    }
  }

  /** Where things stood in their box, from the left top of what it holds; NaN for all where the box itself is new. */
  function beforeIn(own: number, { x, y, width, height }: Rects, things: Uint32Array): Rects {
    const sides = sidesOf(input, own)
    const left = sides.left + (own === count ? 0 : x[own]!)
    const top = sides.top + (own === count ? 0 : y[own]!)
    return {
      x: pick(x, things, left),
      // The outside lane is at the foot of the picture, wherever that is.
      y: pick(y, things, top).map((value, i) => (lane[things[i]!] ? NaN : value)),
      width: pick(width, things),
      height: pick(height, things),
    }
  }

  /** Finds where pieces go through the sides of a box. */
  function measureEnds(own: number, head: number): void {
    const { links, tail: tails, head: heads } = graphs[own]!
    const { layered, y: tops, leavingAt, enteringAt, footOfLayer } = placed[own]!
    const { passed } = ordered[own]!
    links.forEach((piece, link) => {
      const isLeaving = heads[link] === BORDER
      if (!isLeaving && tails[link] !== BORDER) return
      const item = (isLeaving ? tails : heads)[link]!
      const first = layered.dummyStarts[link]!
      if (first === FAR) heightAt[piece] = head + footOfLayer[layered.layerOf[item]!]!
      else if (passed[link] === 0)
        heightAt[piece] = head + tops[item]! + (isLeaving ? leavingAt : enteringAt)[link]!
      else heightAt[piece] = head + tops[isLeaving ? first + passed[link]! - 1 : first]!
    })
  }
}

/** @param from what is taken from each. */
function pick(values: Float64Array, indexes: Uint32Array, from = 0): Float64Array {
  const picked = new Float64Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) picked[i] = values[indexes[i]!]! - from
  return picked
}

/** Layers of items, from 0. */
function pickLayers(layer: Int32Array, items: Uint32Array): Uint32Array {
  const picked = Int32Array.from(items, (item) => layer[item]!)
  const least = picked.reduce((one, other) => Math.min(one, other), Infinity)
  return new Uint32Array(picked.map((own) => own - least))
}

function pickFlags(flags: Uint8Array, indexes: Uint32Array): Uint8Array {
  const picked = new Uint8Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) picked[i] = flags[indexes[i]!]!
  return picked
}

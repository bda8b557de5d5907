import { expect, test } from 'vitest'
import { chainOf, graphOf } from './any-graph.ts'
import { inputOf } from './placing/equal-cards.ts'
import { MAP_GAPS } from './placing/gaps.ts'
import { place } from './place-at-once.ts'
import { cornersOf, pointsOf } from './placing/placing-points.ts'
import type { PlacingInput } from './placing/placing.ts'

test('place(chain) puts card after card, 58 apart, with straight edges', () => {
  const picture = place(inputOf(chainOf(3)))
  expect(cornersOf(picture)).toEqual([[37, 37], [267, 37], [497, 37]]) // prettier-ignore
  expect(pointsOf(picture, 0)).toEqual([[209, 59], [267, 59]]) // prettier-ignore
  expect(picture).toMatchObject({ totalWidth: 706, totalHeight: 118, lane: null })
  expect([...picture.layer]).toEqual([0, 1, 2])
})

test('place(two readers) puts them 24 apart, their source between', () => {
  expect(cornersOf(place(inputOf(graphOf(3, [[0, 1], [0, 2]]))))).toEqual([[37, 71], [267, 37], [267, 105]]) // prettier-ignore
})

test('place(long edge) leads it straight past the cards', () => {
  const picture = place(inputOf(graphOf(4, [[0, 1], [1, 2], [2, 3], [0, 3]]))) // prettier-ignore
  const heights = pointsOf(picture, 3).map(([, y]) => y)
  expect(new Set(heights).size).toBe(1)
  for (const card of [1, 2])
    expect(Math.abs(heights[0]! - picture.y[card]! - 22)).toBeGreaterThanOrEqual(22 + 14)
})

test('place(circle) turns one edge, which leaves at the right, passes below and enters at the left', () => {
  const picture = place(inputOf(graphOf(3, [[0, 1], [1, 2], [2, 0]]))) // prettier-ignore
  expect([...picture.reversed]).toEqual([0, 0, 1])
  const points = pointsOf(picture, 2)
  expect(points[0]).toEqual([picture.x[2]! + 172, picture.y[2]! + 22])
  expect(points.at(-1)).toEqual([picture.x[0], picture.y[0]! + 22])
  expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(picture.y[1]! + 44)
})

test('place(stack) leads what goes back below its sheets, and has room below them for what stands there', () => {
  const circle = inputOf(graphOf(3, [[0, 1], [1, 0], [0, 2]])) // prettier-ignore
  const footOf = (input: PlacingInput, thing: number): number => {
    const { y, height } = place(input)
    return y[thing]! + height[thing]!
  }
  const sheets = Float64Array.of(0, 8, 0)
  const back = Math.max(...pointsOf(place({ ...circle, sheets }), 1).map(([, y]) => y))
  expect(back).toBeGreaterThanOrEqual(footOf({ ...circle, sheets }, 1) + 8 + 4)

  const below = (input: PlacingInput): number => {
    const { y } = place(input)
    return Math.abs(y[2]! - y[1]!)
  }
  expect(below({ ...circle, sheets })).toBe(below(circle) + 8)
  const alone = { ...inputOf(graphOf(6, [])), gaps: MAP_GAPS }
  const third = (input: PlacingInput): number => place(input).y[2]!
  expect(third({ ...alone, sheets: Float64Array.of(8, 0, 0, 0, 0, 0) })).toBe(third(alone) + 8)
})

test('place(edge to itself) gives it no points', () => {
  const picture = place(inputOf(graphOf(2, [[0, 0], [0, 1]]))) // prettier-ignore
  expect(pointsOf(picture, 0)).toEqual([])
  expect([...picture.reversed]).toEqual([0, 0])
})

test('place(cards without edges) makes a grid, in their order, in no layer', () => {
  const picture = place(inputOf(graphOf(6, [])))
  expect(cornersOf(picture)).toEqual([[37, 37], [267, 37], [37, 105], [267, 105], [37, 173], [267, 173]]) // prettier-ignore
  expect([...picture.layer]).toEqual([-1, -1, -1, -1, -1, -1])
})

test('place(nothing) is a picture of margins', () => {
  expect(place(inputOf(graphOf(0, [])))).toMatchObject({ totalWidth: 74, totalHeight: 74, lane: null })
})

test('place(card in the outside lane) puts it at the foot, in the column of its layer, with a plumb line up', () => {
  const picture = place({ ...inputOf(graphOf(3, [[0, 1], [1, 2]])), lane: Uint8Array.of(1, 0, 0) }) // prettier-ignore
  expect(cornersOf(picture)).toEqual([[37, 145], [267, 37], [497, 37]]) // prettier-ignore
  expect(picture.lane).toEqual({ x: 16, y: 113, width: 260, height: 97 })
  expect(pointsOf(picture, 0)).toEqual([[209, 167], [238, 167], [238, 59], [267, 59]]) // prettier-ignore
})

test('place(cards in the outside lane) has it where they are, not as wide as the picture', () => {
  const chain = graphOf(7, [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [6, 3]]) // prettier-ignore
  const picture = place({ ...inputOf(chain), lane: Uint8Array.of(0, 0, 0, 0, 0, 0, 1) })
  const { x, width } = picture.lane!
  expect(x).toBe(picture.x[6]! - 21)
  expect(width).toBe(260)
  expect(picture.totalWidth).toBeGreaterThan(1000)
})

test('place(ports) lets edges meet the cards there, and levels them there', () => {
  const picture = place({
    ...inputOf(chainOf(2)),
    height: Float64Array.of(200, 44),
    fromPort: Float64Array.of(100),
    toPort: Float64Array.of(22),
  })
  expect([...picture.y]).toEqual([37, 115])
  expect(pointsOf(picture, 0)).toEqual([[209, 137], [267, 137]]) // prettier-ignore
})

test('place(free ends) spreads them around the middle of the side, in the order of the other ends', () => {
  const picture = place(inputOf(graphOf(4, [[0, 1], [0, 2], [0, 3]]))) // prettier-ignore
  const ends = [0, 1, 2].map((edge) => pointsOf(picture, edge)[0]![1] - picture.y[0]! - 22)
  expect(ends).toEqual([-6, 0, 6])
  expect([...picture.y].slice(1).toSorted((a, b) => a - b)).toEqual([...picture.y].slice(1))
})

test('place(busy gap) widens it by 4 for each edge after the twelfth', () => {
  const readers = Array.from({ length: 15 }, (_, i): [number, number] => [0, i + 1])
  expect(place(inputOf(graphOf(16, readers))).x[1]).toBe(37 + 172 + 58 + 3 * 4)
})

/** Two boxes, 0 with 1, 2, 3 and 4 with 5, 6, 7; and 8 outside. */
const inBoxes = (pairs: readonly (readonly [number, number])[]): PlacingInput => {
  const isBox = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0)
  return {
    ...inputOf(graphOf(9, pairs)),
    box: Int32Array.of(-1, 0, 0, 0, -1, 4, 4, 4, -1),
    isBox,
    width: Float64Array.from(isBox, (is) => (is ? 60 : 112)),
    height: new Float64Array(9).fill(30),
    head: Float64Array.from(isBox, (is) => is * 36),
    gaps: MAP_GAPS,
  }
}

test('place(open box) is as large as what is in it, with room at its sides and for its head', () => {
  const { width, height } = place(inBoxes([[1, 2], [2, 3]])) // prettier-ignore
  expect([width[0], height[0]]).toEqual([16 + 3 * 112 + 2 * 36 + 16, 36 + 30 + 16])
})

test('place(boxes) puts what is in one in the order of what it hangs on in the other', () => {
  const { y } = place(inBoxes([[1, 7], [2, 5], [3, 6]])) // prettier-ignore
  const sorted = (things: number[]) => things.toSorted((a, b) => y[a]! - y[b]!)
  expect(sorted([1, 2, 3]).map((thing) => ({ 1: 7, 2: 5, 3: 6 })[thing])).toEqual(sorted([5, 6, 7]))
})

test('place(edge from box to box) goes through their sides in one curve where nothing is beside it', () => {
  const picture = place(inBoxes([[1, 5]])) // prettier-ignore
  expect(pointsOf(picture, 0)).toHaveLength(2)
})

test('place(edge that leaves a box past another thing) leads it around that thing to the side', () => {
  const picture = place(inBoxes([[1, 2], [1, 8], [2, 8]])) // prettier-ignore
  const passing = pointsOf(picture, 1).filter(([x]) => x >= picture.x[2]! && x <= picture.x[2]! + 112)
  expect(passing.length).toBeGreaterThan(0)
  for (const [, y] of passing) expect(Math.abs(y - picture.y[2]! - 15)).toBeGreaterThanOrEqual(15 + 12)
})

test('place(edge between a box and what it holds) leads it nowhere, and makes the box no wider', () => {
  const picture = place(inBoxes([[0, 1], [2, 0]])) // prettier-ignore
  expect([pointsOf(picture, 0), pointsOf(picture, 1)]).toEqual([[], []])
  expect(picture.width[0]).toBe(place(inBoxes([])).width[0])
})

test('place(label of an edge) leaves it room between the layers, and between open boxes too', () => {
  const input = inBoxes([[1, 8]]) // prettier-ignore
  const gapOf = (label?: Float64Array): number => {
    const { x, width } = place({ ...input, ...(label && { label }) })
    const [from, to] = [input.box[1]! < 0 ? 1 : input.box[1]!, input.box[8]! < 0 ? 8 : input.box[8]!]
    return x[to]! - x[from]! - width[from]!
  }
  expect([gapOf(), gapOf(Float64Array.of(70))]).toEqual([36, 70])
})

test('place(labels of edges that share their way) leaves each room where it runs alone', () => {
  const readers = Array.from({ length: 9 }, (_, i) => i + 1)
  for (const isOut of [true, false]) {
    const fan = inputOf(graphOf(10, readers.map((other): [number, number] => (isOut ? [0, other] : [other, 0])))) // prettier-ignore
    fan.height.fill(66)
    const label = new Float64Array(9).fill(40)
    const { x, width } = place({ ...fan, label, gaps: MAP_GAPS, wraps: true })
    const columns = [...new Set(x)].sort((one, other) => one - other)
    expect(columns).toHaveLength(3)
    const gaps = columns.slice(1).map((left, i) => left - columns[i]! - width[0]!)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(40 / 0.45 - 1e-9)
  }
})

test('place(direction down) is the picture turned round: layers below one another', () => {
  const picture = place({ ...inBoxes([[1, 2], [2, 8]]), direction: 'down' }) // prettier-ignore
  expect(picture.y[2]).toBe(picture.y[1]! + 30 + 36)
  expect(picture.y[8]).toBeGreaterThan(picture.y[0]! + picture.height[0]!)
  expect(picture.y[1]).toBe(picture.y[0]! + 36)
})

test('place(ring of 100,000) comes to an end', { timeout: 60_000 }, () => {
  const ring = Array.from({ length: 100_000 }, (_, node): [number, number] => [node, (node + 1) % 100_000])
  const picture = place(inputOf(graphOf(100_000, ring)))
  expect(picture.reversed.indexOf(1)).toBe(99_999)
})

test('place(long chain whose nodes all feed the last one) leads what is too long round below', () => {
  const count = 2_000
  const chain = Array.from({ length: count - 1 }, (_, node): [number, number] => [node, node + 1])
  const audit = Array.from({ length: count - 2 }, (_, node): [number, number] => [node, count - 1])
  const picture = place(inputOf(graphOf(count, [...chain, ...audit])))
  const points = pointsOf(picture, chain.length)
  expect(points).toHaveLength(6)
  expect(points[2]![1]).toBeGreaterThan(Math.max(...picture.y) + 44)
})

test('place(complete graph of 100, both ways) comes to an end', () => {
  const edges = Array.from({ length: 10_000 }, (_, i): [number, number] => [i % 100, Math.floor(i / 100)])
  const picture = place(
    inputOf(
      graphOf(
        100,
        edges.filter(([from, to]) => from !== to),
      ),
    ),
  )
  expect(picture.reversed.filter(Boolean)).toHaveLength(4_950)
})

test('place(one heavy edge among light ones) keeps the heavy one level', () => {
  // 3 reads 0, 1 and 2, from one of them a hundred times.
  for (const heavy of [0, 1, 2]) {
    const graph = inputOf(graphOf(4, [[0, 3], [1, 3], [2, 3]])) // prettier-ignore
    const weight = Uint32Array.from([0, 1, 2], (edge) => (edge === heavy ? 100 : 1))
    const picture = place({ ...graph, weight })
    const points = pointsOf(picture, heavy)
    expect(points.at(-1)![1]).toBeCloseTo(points[0]![1])
  }
})

test('edges back that turn beside the same thing keep apart, so that their dashes are seen', () => {
  // 0 → 1 → 2 → 3, and 2 → 0 and 3 → 0 back; 4 beside 3 leads back to 0 too.
  const graph = graphOf(5, [
    [0, 1],
    [1, 2],
    [2, 3],
    [2, 4],
    [3, 0],
    [4, 0],
  ])
  // Each of the others weighs more than these two.
  const placing = place({ ...inputOf(graph), weight: Uint32Array.of(3, 3, 3, 3, 1, 1) })
  expect([...placing.reversed]).toEqual([0, 0, 0, 0, 1, 1])
  /** By x; where several cards stand above each other, lines beside them may turn at one x. */
  const uprights = (edge: number): [x: number, top: number, bottom: number][] => {
    const points = pointsOf(placing, edge)
    return points.flatMap(([x, y], i): [number, number, number][] => {
      const before = points[i - 1]
      return before && before[0] === x ? [[x, Math.min(y, before[1]), Math.max(y, before[1])]] : []
    })
  }
  expect(uprights(4)).toHaveLength(2)
  for (const [x, top, bottom] of uprights(4))
    for (const [otherX, otherTop, otherBottom] of uprights(5))
      if (Math.abs(x - otherX) < 4) expect(Math.max(top - otherBottom, otherTop - bottom)).toBeGreaterThan(8)
})

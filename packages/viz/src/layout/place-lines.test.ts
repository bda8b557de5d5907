// How lines run between things.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFans, anyInput as anyBoxes, graphOf } from './any-graph.ts'
import { place } from './place-at-once.ts'
import { inputOf } from './placing/equal-cards.ts'
import { MAP_GAPS } from './placing/gaps.ts'
import { pointsOf } from './placing/placing-points.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'
import { turnPlacing } from './turn-round.ts'

test('place(input) has only edges that look alike share their way', () => {
  const anyInput = fc.oneof(anyBoxes, anyFans)
  const anyLooks = fc.array(fc.constantFrom(0, 1), { minLength: 120, maxLength: 120 })
  fc.assert(
    fc.property(anyInput, anyLooks, (input, looks) => {
      const free = new Float64Array(input.from.length).fill(NaN)
      const look = Uint8Array.from(input.from, (_, edge) => looks[edge % looks.length]!)
      const picture = place({ ...input, look, fromPort: free, toPort: free })
      expect(sharedByOthers(picture, look)).toEqual([])
    }),
  )
})

/** Pieces of ways that edges of several looks have, without their ends: those come together where there are more than a side has room for. */
function sharedByOthers(picture: Placing, look: Uint8Array): string[] {
  const lookOf = new Map<string, number>()
  const shared: string[] = []
  for (let edge = 0; edge < look.length; edge++) {
    if (picture.reversed[edge]) continue
    const points = pointsOf(picture, edge).map((point) => point.map((value) => value.toFixed(3)).join())
    for (let i = 2; i < points.length - 1; i++) {
      if (points[i - 1] === points[i]) continue
      const piece = `${points[i - 1]} ${points[i]}`
      if ((lookOf.get(piece) ?? look[edge]) !== look[edge]) shared.push(piece)
      lookOf.set(piece, look[edge]!)
    }
  }
  return shared
}

test('place(input) has lines of one row turn together, and those of another row of that card elsewhere, those that fall the later the higher they begin', () => {
  // A card of four rows: the last feeds two others most, which stand beside it, and the first three feed them too.
  const pairs = [0, 1, 2, 3].flatMap(() => [1, 2].map((to): [number, number] => [0, to]))
  const input = { ...inputOf(graphOf(3, pairs)), gaps: MAP_GAPS }
  input.height.fill(60).fill(4000, 0, 1)
  input.fromPort.set([100, 100, 500, 500, 900, 900, 3900, 3900])
  input.weight.fill(100_000, 6)
  const picture = place(input)
  const turns = [0, 1, 2].map((row) =>
    [0, 1].map((i) => {
      const points = pointsOf(picture, 2 * row + i)
      return points.find(([x], at) => x === points[at - 1]?.[0])?.[0]
    }),
  )
  for (const [one, other] of turns) expect(one).toBe(other)
  const [first, second, third] = turns.map(([x]) => x)
  expect(first).toBeGreaterThan(second!)
  expect(second).toBeGreaterThan(third!)
})

/** One box of things that feed things in another, some of which feed each other. */
const anyTwoBoxes: fc.Arbitrary<PlacingInput> = fc
  .record({
    left: fc.integer({ min: 1, max: 4 }),
    right: fc.integer({ min: 1, max: 12 }),
    across: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 20 }),
    within: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 8 }),
    wraps: fc.boolean(),
    direction: fc.constantFrom('right' as const, 'down' as const),
  })
  .map(({ left, right, across, within, wraps, direction }) => {
    const count = 2 + left + right
    const pairs = [
      ...across.map(([from, to]): [number, number] => [2 + (from % left), 2 + left + (to % right)]),
      ...within
        .map(([a, b]): [number, number] => [a % right, b % right])
        .filter(([a, b]) => a !== b)
        .map(([a, b]): [number, number] => [2 + left + Math.min(a, b), 2 + left + Math.max(a, b)]),
    ]
    const edges = [...new Map(pairs.map((pair) => [pair.join(), pair] as const)).values()]
    const isBox = new Uint8Array(count).fill(1, 0, 2)
    return {
      ...inputOf(graphOf(count, edges)),
      isBox,
      head: Float64Array.from(isBox, (is) => is * 36),
      box: new Int32Array(count)
        .fill(-1)
        .fill(0, 2, 2 + left)
        .fill(1, 2 + left),
      height: new Float64Array(count).fill(120),
      gaps: MAP_GAPS,
      ...{ wraps, direction },
    }
  })

test('place(input) has no two lines of one thing cross each other on their way into another box', () => {
  fc.assert(
    fc.property(anyTwoBoxes, (input) => {
      const placing = place(input)
      const picture = input.direction === 'down' ? turnPlacing(placing) : placing
      expect(crossedOnTheWay(input, picture)).toEqual([])
    }),
  )
})

/** Lines from one thing in the first box of which one begins above the other and comes to the second box below it. */
function crossedOnTheWay({ from, box }: PlacingInput, picture: Placing): [number, number][] {
  const ways = [...from.keys()]
    .filter((edge) => box[from[edge]!] === 0)
    .map((edge) => {
      const points = pointsOf(picture, edge)
      return {
        edge,
        from: from[edge]!,
        begin: points[0]![1],
        end: points.find(([x]) => x >= picture.x[1]!)![1],
      }
    })
  return ways.flatMap((one) =>
    ways
      .filter(
        (other) => one.from === other.from && one.begin < other.begin - 1e-6 && one.end > other.end + 1e-6,
      )
      .map((other): [number, number] => [one.edge, other.edge]),
  )
}

test('place(input) has what leads back beyond the side of a box keep apart within it from what leads on', () => {
  // 2 in box 0 feeds 4 in box 1, in which 3 feeds 4; out of there 3 feeds 5 and, back, 2.
  const graph = inputOf(graphOf(6, [[2, 4], [3, 4], [3, 5], [3, 2]])) // prettier-ignore
  const input = {
    ...graph,
    isBox: Uint8Array.of(1, 1, 0, 0, 0, 0),
    box: Int32Array.of(-1, -1, 0, 1, 1, -1),
    cut: Uint8Array.of(0, 0, 0, 1),
  }
  const picture = place(input)
  expect([...picture.reversed]).toEqual([0, 0, 0, 1])
  const [ahead, back] = [2, 3].map((edge) => pointsOf(picture, edge)[0]!)
  expect(ahead![0]).toBe(back![0])
  expect(ahead![1]).not.toBe(back![1])
})

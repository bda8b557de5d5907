import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFans, anyInput as anyBoxes, graphOf } from './any-graph.ts'
import { inputOf } from './placing/equal-cards.ts'
import { LINEAGE_GAPS, MAP_GAPS } from './placing/gaps.ts'
import { finish } from './finish.ts'
import { layoutMemory, type LayoutMemory } from './boxes/layout-memory.ts'
import { placeInSteps } from './place.ts'
import { place } from './place-at-once.ts'
import type { PlacingInput } from './placing/placing.ts'

const anyInput = fc.oneof(anyBoxes, anyFans)

const cornersOf = (input: PlacingInput): [number, number][] => {
  const { x, y } = place(input)
  return [...x].map((left, thing) => [left, y[thing]!])
}

test('place(input, its own picture before) gives the same picture', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = place(input)
      expect(place({ ...input, before: picture })).toEqual(picture)
    }),
  )
})

/** 0 leads to 1, 2 and 3, which stand below one another. */
const threeReaders = inputOf(graphOf(4, [[0, 1], [0, 2], [0, 3]])) // prettier-ignore

test('place(one that has grown) keeps its left top corner, lets what is below slide down by as much, and leaves the rest', () => {
  const before = place(threeReaders)
  const height = threeReaders.height.slice()
  height[2] = 144
  const corners = cornersOf({ ...threeReaders, height, before })
  const was = cornersOf(threeReaders)
  expect(corners.slice(0, 3)).toEqual(was.slice(0, 3))
  expect(corners[3]).toEqual([was[3]![0], was[3]![1] + 100])
})

test('place(one that has grown and shrinks again) brings all back where it was', () => {
  const height = threeReaders.height.slice()
  height[2] = 144
  const grown = place({ ...threeReaders, height, before: place(threeReaders) })
  expect(cornersOf({ ...threeReaders, before: grown })).toEqual(cornersOf(threeReaders))
})

test('place(one that has grown far) leaves nothing empty for the sake of lines that pass it', () => {
  // Two are joined with two more by many lines through 1, at its middle, and by one each that passes it, above and below.
  const through = Array.from({ length: 4 }, () => [[0, 1], [3, 1], [1, 2], [1, 4]] as const).flat() // prettier-ignore
  const passed = inputOf(graphOf(5, [...through, [0, 2], [3, 4]]))
  const height = passed.height.slice()
  height[1] = 2000
  const atMiddle = (ends: Uint32Array): Float64Array =>
    Float64Array.from(ends, (end) => (end === 1 ? 1000 : NaN))
  const grown = { ...passed, height, toPort: atMiddle(passed.to), fromPort: atMiddle(passed.from) }
  const { totalHeight } = place({ ...grown, before: place(passed) })
  expect(totalHeight).toBeLessThan(2000 + 200)
})

test('place(one that has grown rows) makes room for lines that are steep from there, since what they lead to stays', () => {
  const pairs = Array.from({ length: 8 }, (): [number, number] => [0, 1])
  const small = { ...inputOf(graphOf(2, pairs)), gaps: MAP_GAPS }
  const before = place(small)
  const grown = { ...small, height: Float64Array.of(800, 44) }
  grown.fromPort = Float64Array.from(pairs, (_, row) => 400 + 50 * row)
  const { x, y, width } = place({ ...grown, before })
  expect(y[1]).toBe(before.y[1])
  expect(x[1]! - x[0]! - width[0]!).toBeGreaterThan(2 * MAP_GAPS.layer)
})

test('place(new reader) puts it among the others, which keep their order and do not move up', () => {
  const four = inputOf(graphOf(5, [[0, 1], [0, 2], [0, 3], [0, 4]])) // prettier-ignore
  const { x, y, width, height, layer, aspect } = place(threeReaders)
  const add = (values: Float64Array) => Float64Array.of(...values, NaN)
  const before = {
    x: add(x),
    y: add(y),
    width: add(width),
    height: add(height),
    layer: Int32Array.of(...layer, -1),
    aspect: add(aspect),
  }
  const corners = cornersOf({ ...four, before })
  expect(corners.slice(0, 4)).toEqual(cornersOf(threeReaders))
  expect(corners[4]![1]).toBeGreaterThan(corners[3]![1])
})

test('place(component that has grown) lets the others slide to make room, and brings them back', () => {
  // Two chains, and below them what has no edges.
  const chains = inputOf(graphOf(7, [[0, 1], [2, 3]])) // prettier-ignore
  const height = chains.height.slice()
  height[0] = 444
  const grown = place({ ...chains, height, before: place(chains) })
  const was = place(chains)
  expect([grown.x[0], grown.y[0], grown.x[1], grown.y[1]]).toEqual([was.x[0], was.y[0], was.x[1], was.y[1]])
  const moves = [2, 3, 4, 5, 6].map((thing) => [
    grown.x[thing]! - was.x[thing]!,
    grown.y[thing]! - was.y[thing]!,
  ])
  expect(moves).toEqual(moves.map(() => [0, 400]))
  expect(cornersOf({ ...chains, before: grown })).toEqual(cornersOf(chains))
})

/** 0 leads to 1 and 2; 3 to 8 stand below as a grid. */
const loose = inputOf(graphOf(9, [[0, 1], [0, 2]])) // prettier-ignore
/** The same with an edge from the last one. */
const joined = inputOf(graphOf(9, [[0, 1], [0, 2], [8, 1]])) // prettier-ignore

test('place(one without lineage that has some now) puts it by what it is linked with, for which all others make room together', () => {
  const was = cornersOf(loose)
  const is = cornersOf({ ...joined, before: place(loose) })
  const down = is[0]![1] - was[0]![1]
  expect(down).toBeLessThan(LINEAGE_GAPS.card + loose.height[8]!)
  expect(is.slice(0, 8)).toEqual(was.slice(0, 8).map(([x, y]) => [x, y + down]))
  expect(is[8]![0]).toBe(is[0]![0])
  expect(is[8]![1]).toBeLessThan(is[3]![1])
})

test('place(one that has lost its lineage again) brings all back where it was', () => {
  const before = place({ ...joined, before: place(loose) })
  expect(cornersOf({ ...loose, before })).toEqual(cornersOf(loose))
})

/** Another picture of the same things: one is larger, one is new, one edge leads elsewhere. */
const changed = (input: PlacingInput): PlacingInput => {
  const { x, y, width, height, layer, aspect } = place(input)
  const forget = (values: Float64Array) =>
    values.map((value, thing) => (thing === input.count - 1 ? NaN : value))
  return {
    ...input,
    height: input.height.map((value, thing) => (thing === 0 ? value + 70 : value)),
    to: input.to.map((thing, edge) => (edge === 0 ? input.count - 1 : thing)),
    before: {
      x: forget(x),
      y: forget(y),
      width: forget(width),
      height: forget(height),
      aspect: forget(aspect),
      layer: layer.map((own, thing) => (thing === input.count - 1 ? -1 : own)),
    },
  }
}

test(
  'place(changed input, the picture before) still keeps everything apart and inside its box',
  { timeout: 30_000 },
  () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { x, y, width, height } = place(changed(input))
        for (let thing = 0; thing < input.count; thing++) {
          for (let other = 0; other < thing; other++) {
            if (input.box[thing] !== input.box[other]) continue
            const apart = Math.max(
              x[thing]! - x[other]! - width[other]!,
              x[other]! - x[thing]! - width[thing]!,
              y[thing]! - y[other]! - height[other]!,
              y[other]! - y[thing]! - height[thing]!,
            )
            expect(apart).toBeGreaterThan(24 - 1e-6)
          }
          const outer = input.box[thing]!
          if (outer < 0) continue
          expect(x[thing]!).toBeGreaterThan(x[outer]!)
          expect(y[thing]!).toBeGreaterThan(y[outer]!)
          expect(x[thing]! + width[thing]!).toBeLessThan(x[outer]! + width[outer]!)
          expect(y[thing]! + height[thing]!).toBeLessThan(y[outer]! + height[outer]!)
        }
      }),
    )
  },
)

/** The same with one card open: a box with one card in it, which all its edges lead to and from. */
const openedAt = (input: PlacingInput, card: number): PlacingInput => {
  const { count, before } = input
  const add = (values: Float64Array, value: number) => Float64Array.of(...values, value)
  const end = (thing: number) => (thing === card ? count : thing)
  return {
    ...input,
    count: count + 1,
    box: Int32Array.of(...input.box, card),
    isBox: Uint8Array.of(...input.isBox.map((is, thing) => (thing === card ? 1 : is)), 0),
    lane: Uint8Array.of(...input.lane, 0),
    width: add(input.width, 216),
    height: add(input.height, 44),
    head: add(
      input.head.map((own, thing) => (thing === card ? 36 : own)),
      0,
    ),
    from: input.from.map(end),
    to: input.to.map(end),
    ...(before && {
      before: {
        x: add(before.x, NaN),
        y: add(before.y, NaN),
        width: add(before.width, NaN),
        height: add(before.height, NaN),
        layer: Int32Array.of(...before.layer, -1),
        aspect: add(before.aspect, NaN),
      },
    }),
  }
}

test(
  'place(one card open, the picture before) leaves all in their layers, and so does the picture with it closed again',
  { timeout: 30_000 },
  () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (any, which) => {
        const input = { ...any, across: Infinity, wraps: true }
        const cards = [...input.isBox.keys()].filter((thing) => !input.isBox[thing] && !input.lane[thing])
        if (cards.length === 0) return
        const card = cards[which % cards.length]!
        const closed = place(input)
        const open = place(openedAt({ ...input, before: closed }, card))
        expect([...open.layer.slice(0, -1)]).toEqual([...closed.layer])
        const { x, y, width, height, layer, aspect } = open
        const but = <Column extends Float64Array | Int32Array>(column: Column) =>
          column.slice(0, -1) as Column
        const places = { x: but(x), y: but(y), width: but(width), height: but(height) }
        const before = { ...places, layer: but(layer), aspect: but(aspect) }
        expect([...place({ ...input, before }).layer]).toEqual([...closed.layer])
      }),
    )
  },
)

const remembered = (input: PlacingInput, memory: LayoutMemory) => finish(placeInSteps(input, memory))

test('placeInSteps(input, memory of other pictures) gives the picture that there is without a memory', () => {
  const memory = layoutMemory(20_000)
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const one of [input, changed(input), { ...input, before: place(input) }, input])
        expect(remembered(one, memory)).toEqual(place(one))
      expect(memory.orders.size).toBeLessThanOrEqual(20_000)
      expect(memory.places.size).toBeLessThanOrEqual(20_000)
    }),
    { numRuns: 25 },
  )
})

test('placeInSteps(one box has changed, memory) lays out that box and those around it, and no other', () => {
  // Two boxes beside each other, each with a chain of two inside; then the first one has a thing more.
  const chains = inputOf(graphOf(7, [[2, 3], [4, 5]])) // prettier-ignore
  const boxed = { ...chains, isBox: Uint8Array.of(1, 1, 0, 0, 0, 0, 0) }
  const memory = layoutMemory()
  remembered({ ...boxed, box: Int32Array.of(-1, -1, 0, 0, 1, 1, -1) }, memory)
  const [orders, places] = [memory.orders.size, memory.places.size]
  remembered({ ...boxed, box: Int32Array.of(-1, -1, 0, 0, 1, 1, 0) }, memory)
  const other = layoutMemory()
  remembered({ ...boxed, box: Int32Array.of(-1, -1, 0, 0, 1, 1, 0) }, other)
  expect(memory.orders.size - orders).toBeLessThan(other.orders.size)
  expect(memory.places.size - places).toBeLessThan(other.places.size)
})

import { findGutters } from './find-gutters.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'

/** An input whose things have room for lines at their sides, and the way back from its placing. */
export interface LedToRows {
  readonly input: PlacingInput
  /** Things as wide as they are, and ways as far as the room beside them. */
  narrow(placing: Placing): Placing
  /** The same, and ways that go on to their rows. */
  restore(placing: Placing): Placing
}

/** The input with all ends free at the tops and feet of things. */
export const freeEnds = (input: PlacingInput): PlacingInput => ({
  ...input,
  fromPort: new Float64Array(input.fromPort.length).fill(NaN),
  toPort: new Float64Array(input.toPort.length).fill(NaN),
})

/**
 * Prepares what has edges to rows for an engine in which all edges meet tops and feet, the data going down: a thing is wider by the room in which they
 * run beside it, and they meet it there. In the end each goes on in that room to the side of its row. O(n + m log m + points).
 * @param seen where all stands otherwise, ways as far as tops and feet: by that sides are chosen.
 */
export function leadToRows(given: PlacingInput, seen: Placing): LedToRows {
  const gutters = findGutters(given, seen)
  const { left, right } = gutters
  const wider = (widths: Float64Array): Float64Array =>
    widths.map((width, thing) => width + left[thing]! + right[thing]!)
  /** Beside lines in gutters what meets no row meets the middle of its thing. */
  const port = (track: number, thing: number): number => {
    if (!Number.isNaN(track)) return left[thing]! + track
    return left[thing]! + right[thing]! > 0 ? left[thing]! + given.width[thing]! / 2 : NaN
  }
  const narrow = (placing: Placing): Placing => ({
    ...placing,
    x: placing.x.map((at, thing) => at + left[thing]!),
    width: placing.width.map((wide, thing) => wide - left[thing]! - right[thing]!),
  })
  const { before } = given
  return {
    narrow,
    input: {
      ...given,
      width: wider(given.width),
      fromPort: gutters.from.map((track, edge) => port(track, given.from[edge]!)),
      toPort: gutters.to.map((track, edge) => port(track, given.to[edge]!)),
      ...(before && {
        before: {
          ...before,
          x: before.x.map((x, thing) => x - left[thing]!),
          width: wider(before.width),
        },
      }),
    },
    restore(wide) {
      const placing = narrow(wide)
      const { x, y, width } = placing
      const { starts, points } = placing.routes
      const led: number[] = []
      const ends = new Uint32Array(starts.length)
      for (let edge = 0; edge + 1 < starts.length; edge++) {
        const way = points.slice(2 * starts[edge]!, 2 * starts[edge + 1]!)
        if (way.length > 0) {
          const begin = atRow(given.from[edge]!, gutters.from[edge]!, given.fromPort[edge]!)
          const end = atRow(given.to[edge]!, gutters.to[edge]!, given.toPort[edge]!)
          if (begin) meetTrack(way, begin.track, 0, 2)
          if (end) meetTrack(way, end.track, way.length - 2, -2)
          if (begin) led.push(begin.side, begin.y, begin.track, begin.y)
          for (const at of way) led.push(at)
          if (end) led.push(end.track, end.y, end.side, end.y)
        }
        ends[edge + 1] = led.length / 2
      }
      return { ...placing, routes: { starts: ends, points: Float64Array.from(led) } }

      function atRow(thing: number, track: number, row: number) {
        if (Number.isNaN(track)) return null
        const side = x[thing]! + (track < 0 ? 0 : width[thing]!)
        return { side, track: x[thing]! + track, y: y[thing]! + row }
      }
    },
  }
}

/** Brings the begin of a way, or its end, to its track: what enters beside others is led a little off where they leave. */
function meetTrack(way: Float64Array, track: number, first: number, step: 2 | -2): void {
  const at = way[first]!
  for (let i = first; i >= 0 && i < way.length && way[i] === at; i += step) way[i] = track
}

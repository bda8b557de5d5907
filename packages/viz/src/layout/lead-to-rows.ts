import { findTracks, roomsBeside } from './find-tracks.ts'
import type { Placing, PlacingInput, Tracks } from './placing/placing.ts'

/** How edges are led to rows, the data going down, by an engine in which all edges meet tops and feet. */
export interface LedToRows {
  /** Things wider by the room in which lines run beside them, and all ends free. */
  readonly free: PlacingInput
  /** The same with ends where their lines run beside their things. @param seen a placing before, by which sides are chosen. */
  choose(seen: Placing): Chosen
}

interface Chosen {
  readonly tracks: Tracks
  readonly input: PlacingInput
  /** Things as wide as they are, and ways that go on to their rows. */
  restore(placing: Placing): Placing
}

/** O(n + m log m + points). */
export function leadToRows(given: PlacingInput): LedToRows {
  const rooms = roomsBeside(given)
  const { from, to, fromPort, toPort, width, before, beside } = given
  const wider = (widths: Float64Array): Float64Array => widths.map((wide, thing) => wide + 2 * rooms[thing]!)
  const free: PlacingInput = {
    ...given,
    width: wider(width),
    fromPort: new Float64Array(from.length).fill(NaN),
    toPort: new Float64Array(to.length).fill(NaN),
    ...(beside && {
      beside: { ...beside, middle: beside.middle.map((at, thing) => at + rooms[thing]!) },
    }),
    ...(before && {
      before: { ...before, x: before.x.map((x, thing) => x - rooms[thing]!), width: wider(before.width) },
    }),
  }
  const narrow = (wide: Placing): Placing => ({
    ...wide,
    x: wide.x.map((at, thing) => at + rooms[thing]!),
    width: wide.width.map((own, thing) => own - 2 * rooms[thing]!),
  })
  /** Beside lines to rows what meets none meets the middle of its thing. */
  const port = (track: number, thing: number): number => {
    if (!Number.isNaN(track)) return rooms[thing]! + track
    return rooms[thing]! > 0 ? rooms[thing]! + width[thing]! / 2 : NaN
  }
  return {
    free,
    choose(seen) {
      const tracks = findTracks(given, rooms, narrow(seen))
      return {
        tracks,
        input: {
          ...free,
          fromPort: tracks.from.map((track, edge) => port(track, from[edge]!)),
          toPort: tracks.to.map((track, edge) => port(track, to[edge]!)),
        },
        restore(wide) {
          const placing = narrow(wide)
          const { starts, points } = placing.routes
          const led: number[] = []
          const ends = new Uint32Array(starts.length)
          for (let edge = 0; edge < from.length; edge++) {
            const way = points.slice(2 * starts[edge]!, 2 * starts[edge + 1]!)
            if (way.length > 0) {
              const begin = atRow(placing, from[edge]!, tracks.from[edge]!, fromPort[edge]!)
              const end = atRow(placing, to[edge]!, tracks.to[edge]!, toPort[edge]!)
              if (begin) meetTrack(way, begin.track, 0, 2)
              if (end) meetTrack(way, end.track, way.length - 2, -2)
              if (begin) led.push(begin.side, begin.y, begin.track, begin.y)
              for (const at of way) led.push(at)
              if (end) led.push(end.track, end.y, end.side, end.y)
            }
            ends[edge + 1] = led.length / 2
          }
          return { ...placing, tracks, routes: { starts: ends, points: Float64Array.from(led) } }
        },
      }
    },
  }
}

/** Where an end meets its row, and where its line runs; null where it meets none. */
function atRow({ x, y, width }: Placing, thing: number, track: number, row: number) {
  if (Number.isNaN(track)) return null
  const side = x[thing]! + (track < 0 ? 0 : width[thing]!)
  return { side, track: x[thing]! + track, y: y[thing]! + row }
}

/** Brings the begin of a way, or its end, to its track: what enters beside others is led a little off where they leave. */
function meetTrack(way: Float64Array, track: number, first: number, step: 2 | -2): void {
  const at = way[first]!
  for (let i = first; i >= 0 && i < way.length && way[i] === at; i += step) way[i] = track
}

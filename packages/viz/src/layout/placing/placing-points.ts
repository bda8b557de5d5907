// For tests only: what a picture says, as plain numbers.
import type { Placing } from './placing.ts'

export type Point = readonly [number, number]

/** The way of an edge. */
export const pointsOf = ({ routes }: Placing, edge: number): Point[] =>
  Array.from({ length: routes.starts[edge + 1]! - routes.starts[edge]! }, (_, i) => {
    const at = 2 * (routes.starts[edge]! + i)
    return [routes.points[at]!, routes.points[at + 1]!]
  })

export const cornersOf = ({ x, y }: Placing): Point[] => [...x].map((left, thing) => [left, y[thing]!])

/** What a thing fills: left, top, right, bottom. */
export const rectOf = ({ x, y, width, height }: Placing, thing: number) =>
  [x[thing]!, y[thing]!, x[thing]! + width[thing]!, y[thing]! + height[thing]!] as const

import type { Placing, PlacingInput } from './placing/placing.ts'

/** Lays the picture on its side, so that what leads downwards leads to the right: widths and heights change places. Ports are as far across as they were. */
export function turnInput(input: PlacingInput): PlacingInput {
  const { width, height, before } = input
  return {
    ...input,
    width: height,
    height: width,
    ...(before && {
      before: { ...before, x: before.y, y: before.x, width: before.height, height: before.width },
    }),
  }
}

/** Stands the picture up again. */
export function turnPlacing(placing: Placing): Placing {
  const { x, y, width, height, routes, lane, totalWidth, totalHeight } = placing
  const points = new Float64Array(routes.points.length)
  for (let i = 0; i < points.length; i += 2) {
    points[i] = routes.points[i + 1]!
    points[i + 1] = routes.points[i]!
  }
  return {
    ...placing,
    x: y,
    y: x,
    width: height,
    height: width,
    routes: { starts: routes.starts, points },
    lane: lane && { x: lane.y, y: lane.x, width: lane.height, height: lane.width },
    totalWidth: totalHeight,
    totalHeight: totalWidth,
  }
}

import type { Camera } from '../../state/view.ts'
import type { Size } from './camera.ts'

/** How readily a flight looks from further away at what is far off: √2, as people like it best. Here are its square and its fourth power. */
const [RHO2, RHO4] = [2, 4]
/** Middles closer than this part of what is seen are one. */
const NEAR = 1e-6

/**
 * The shortest way from one camera to another as somebody sees it: for what is far off it goes back first and comes near again.
 * After J. J. van Wijk and W. A. A. Nuij, Smooth and efficient zooming and panning, 2003.
 * @returns the camera by the part of the way, from 0 to 1.
 */
export function flightBetween(from: Camera, to: Camera, { width, height }: Size): (part: number) => Camera {
  const across = Math.max(width, height)
  const [w0, w1] = [across / from.k, across / to.k]
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const distance = Math.hypot(dx, dy)
  if (distance < NEAR * Math.min(w0, w1))
    return (part) => ({ x: from.x + part * dx, y: from.y + part * dy, k: from.k * (to.k / from.k) ** part })
  const turn = (w: number, side: number): number =>
    Math.asinh((w0 * w0 - w1 * w1 - side * RHO4 * distance * distance) / (2 * w * RHO2 * distance))
  const [r0, r1] = [turn(w0, 1), turn(w1, -1)]
  return (part) => {
    const r = r0 + part * (r1 - r0)
    const way = ((w0 / RHO2) * (Math.cosh(r0) * Math.tanh(r) - Math.sinh(r0))) / distance
    return { x: from.x + way * dx, y: from.y + way * dy, k: (from.k * Math.cosh(r)) / Math.cosh(r0) }
  }
}

import { FORMS, type Picture, type Things } from './picture.ts'
import { SHEETS } from './measures.ts'
import { roomForPill } from './room-for-pill.ts'

/** How far the pills of things may reach. */
export function pillEnds(
  { count, x, y, width, height, forms, waitsUp, waitsDown }: Things,
  direction: Picture['direction'],
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let thing = 0; thing < count; thing++) {
    const [up, down] = [waitsUp[thing]!, waitsDown[thing]!]
    if (up === 0 && down === 0) continue
    const sheets = FORMS[forms[thing]!] === 'stack' ? SHEETS : 0
    const [ofUp, ofDown] = [roomForPill(up), roomForPill(down)]
    if (direction === 'down') {
      if (up > 0) top = Math.min(top, y[thing]! - ofUp.beyond)
      if (down > 0) bottom = Math.max(bottom, y[thing]! + height[thing]! + sheets + ofDown.beyond)
      continue
    }
    if (up > 0) left = Math.min(left, x[thing]! - ofUp.beside)
    if (down > 0) right = Math.max(right, x[thing]! + width[thing]! + sheets + ofDown.beside)
    top = Math.min(top, y[thing]! - ofUp.above)
  }
  return { left, right, top, bottom }
}

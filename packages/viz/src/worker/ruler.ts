import type { Placing } from '../layout/placing.ts'
import { FORMS, ROLES, type RulerLayer, type Things } from '../scene/picture.ts'

/** The layers of the lineage view, counted from the one in which the focus stands. */
export function rulerOf(things: Things, layers: Placing['layer'], focus: number): RulerLayer[] {
  const zero = focus < 0 ? 0 : Math.max(0, layers[focus]!)
  const found = new Map<number, { -readonly [K in keyof RulerLayer]: RulerLayer[K] }>()
  for (let thing = 0; thing < things.count; thing++) {
    const layer = layers[thing]! < 0 ? zero : layers[thing]!
    const [left, right] = [things.x[thing]!, things.x[thing]! + things.width[thing]!]
    let here = found.get(layer)
    if (!here) {
      here = { x: left, width: right - left, hop: layer - zero, drawn: 0, outside: 0, folded: 0, waiting: 0 }
      found.set(layer, here)
    }
    const end = Math.max(here.x + here.width, right)
    here.x = Math.min(here.x, left)
    here.width = end - here.x
    here.drawn++
    if (ROLES[things.roles[thing]!] === 'outside') here.outside++
    if (FORMS[things.forms[thing]!] === 'stack') here.folded += things.inside[thing]!
    here.waiting += things.waitsUp[thing]! + things.waitsDown[thing]!
  }
  return [...found.values()].sort((one, other) => one.hop - other.hop)
}

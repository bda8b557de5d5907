import type { Trunks } from '../picture/trunks.ts'
import type { Light } from './light-up.ts'

/** The light where lines are drawn as one: that is lit where any of them is. */
export function lightOnTrunks(light: Light, { drawn }: Trunks): Light {
  const lines = new Uint8Array(light.lines.length)
  light.lines.forEach((isLit, line) => {
    const one = drawn[line]!
    if (isLit !== 0 && lines[one] !== 1) lines[one] = isLit
  })
  return { ...light, lines, line: light.line < 0 ? -1 : drawn[light.line]! }
}

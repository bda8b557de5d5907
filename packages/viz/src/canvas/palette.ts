import { COLOURS, type Palette } from '../tokens/colours.ts'

/** Reads the tokens as they stand: again whenever the light changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const colours = Object.fromEntries(COLOURS.map((name) => [name, token(name)]))
  return {
    ...colours,
    font: token('font'),
    hull: Number(token('hull')),
    dim: Number(token('dim')),
  } as Palette
}

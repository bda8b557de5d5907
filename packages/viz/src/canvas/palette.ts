const NAMES = [
  ...(['canvas', 'surface', 'line', 'line2', 'ink1', 'ink2', 'ink3', 'edge', 'accent', 'hatch'] as const),
  ...([
    'database',
    'schema',
    'table',
    'column',
    'group',
    'dashboard',
    'chart',
    'external',
    'missing',
  ] as const),
  ...(['error', 'warning', 'info'] as const),
] as const

/** The colours that the canvas draws with, by the names that tokens.css gives them, and its font. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>> & { readonly font: string }

/** Reads the tokens as they stand: again whenever the light changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const colours = Object.fromEntries(NAMES.map((name) => [name, token(name)]))
  return { ...colours, font: token('font') } as Palette
}

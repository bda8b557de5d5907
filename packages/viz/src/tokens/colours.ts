/** The colours that a picture is drawn with, by the names that tokens.css gives them. */
export const COLOURS = [
  ...(['canvas', 'surface', 'box1', 'box2', 'line', 'line2', 'ink1', 'ink2', 'ink3'] as const),
  ...(['edge', 'accent', 'accent-bg', 'hatch', 'error', 'error-bg', 'warning', 'info'] as const),
  ...(['database', 'schema', 'table', 'column', 'group', 'dashboard', 'chart'] as const),
  ...(['external', 'missing', 'added', 'removed', 'changed'] as const),
] as const

export type Colour = (typeof COLOURS)[number]

/** How each colour looks in the light of the moment, and the font of all text. */
export type Palette = Readonly<Record<Colour, string>> & {
  readonly font: string
  /** How strong the ground of a circle's hull is. */
  readonly hull: number
  /** How strong all is that is not lit. */
  readonly dim: number
}

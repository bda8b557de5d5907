/** What can be saved of what is drawn. */
export const SAVED = [
  { label: 'SVG, whole picture', form: 'svg', area: 'whole' },
  { label: 'SVG, what is in the window', form: 'svg', area: 'window' },
  { label: 'PNG, whole picture', form: 'png', area: 'whole' },
  { label: 'PNG, what is in the window', form: 'png', area: 'window' },
  { label: 'JSON, the picture’s data', form: 'json', area: 'whole' },
  { label: 'JSON for graphology', form: 'graphology.json', area: 'whole' },
] as const
export type Saved = (typeof SAVED)[number]

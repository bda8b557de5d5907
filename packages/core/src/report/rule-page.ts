import { PRESETS, type Rule } from '../check/rule.ts'
import type { Example } from '../check/page.ts'

/** How a preset takes a rule, in words: `error in recommended and strict, off in minimal`. */
export function severityText({ severity }: Rule): string {
  const [first] = PRESETS
  if (PRESETS.every((preset) => severity[preset] === severity[first]))
    return `${severity[first]} in every preset`
  return PRESETS.map((preset) => `${severity[preset]} in ${preset}`).join(', ')
}

/** What switches a rule off: in lineagraph.config.json. */
export const switchedOff = ({ id }: Rule): string => `{ "rules": { ${JSON.stringify(id)}: "off" } }`

/** A file of an example as a page shows it. */
export interface ShownFile {
  readonly name: string
  readonly lines: readonly string[]
  /** Whether the example before has the same file. */
  readonly isAsAbove: boolean
}

/** The files of an example, its catalogs last. */
export const shownFiles = (example: Example, before?: Example): ShownFile[] => [
  ...shown(example.files, before?.files),
  ...shown(example.workspace, before?.workspace, '--workspace '),
]

const shown = (files: Example['files'] = {}, before: Example['files'] = {}, prefix = ''): ShownFile[] =>
  Object.entries(files).map(([name, lines]) => ({
    name: `${prefix}${name}`,
    lines,
    isAsAbove: before[name]?.join('\n') === lines.join('\n'),
  }))

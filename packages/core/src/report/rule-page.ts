import { BASELINE_FILE } from '../check/check-example.ts'
import { optionsOf } from '../check/rule-options.ts'
import { PRESETS, type Rule } from '../check/rule.ts'
import type { Example } from '../check/page.ts'

/** How the presets take a rule, in words: `off in minimal, warning in recommended, error in strict`. */
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

/** The files of an example, then its catalogs and its baseline. */
export const shownFiles = (example: Example, before?: Example): ShownFile[] => [
  ...shown(example.files, before?.files),
  ...shown(example.workspace, before?.workspace, '--workspace '),
  ...shown(baselineOf(example), before && baselineOf(before), '--baseline '),
]

const baselineOf = ({ baseline }: Example): Example['files'] | undefined =>
  baseline && { [BASELINE_FILE]: baseline }

const shown = (files: Example['files'] = {}, before: Example['files'] = {}, prefix = ''): ShownFile[] =>
  Object.entries(files).map(([name, lines]) => ({
    name: `${prefix}${name}`,
    lines,
    isAsAbove: before[name]?.join('\n') === lines.join('\n'),
  }))

/** How options are set, by the defaults as an example: `{ "rules": { "graph/fan-out": ["info", { "max": 500 }] } }`. */
export function optionsSet(rule: Rule): string {
  const level =
    PRESETS.map((preset) => rule.severity[preset]).find((severity) => severity !== 'off') ?? 'error'
  const options = optionsOf(rule).map(
    ({ name, default: value }) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  )
  return `{ "rules": { ${JSON.stringify(rule.id)}: [${JSON.stringify(level)}, { ${options.join(', ')} }] } }`
}

import { RULES } from '../check/registry.ts'
import { exampleFinding } from './example-finding.ts'
import { pageMarkdown } from './page-markdown.ts'

/** Where a page stands in the document. */
export const anchorOf = (id: string): string => id.replace('/', '-')

/** The pages of all rules as one document, in the order of their ids, with what each finds in its bad example. */
export async function* rulesDocument(): AsyncGenerator<string> {
  const rules = [...RULES].sort((one, other) => (one.id < other.id ? -1 : 1))
  yield '# The rules\n\n'
  yield '<!-- Written by `pnpm run docs` from packages/core/src/check/rules and pages: change them there. -->\n\n'
  yield 'Each rule as `lineagraph explain <rule>` shows it. The presets are minimal, recommended (the default) and strict.\n\n'
  yield '| rule | finds |\n| --- | --- |\n'
  for (const { id, summary } of rules) yield `| [${id}](#${anchorOf(id)}) | ${summary} |\n`
  for (const rule of rules) {
    yield `\n<a id="${anchorOf(rule.id)}"></a>\n\n## ${rule.id}\n\n`
    yield* pageMarkdown(rule, { found: await exampleFinding(rule) })
  }
}

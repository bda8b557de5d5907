import type { RunDiff } from '../compare/run-diff.ts'
import { TOOL } from '../model/tool.ts'
import type { DiffOptions } from './diff-sections.ts'
import { jsonList } from './json-list.ts'

/** The version of the form: it grows when a field changes its meaning or goes. */
export const DIFF_FORM = 1

/**
 * The difference as JSON, piece by piece: one change a line. Ends with a line end. Its schema is `schema/diff.schema.json`.
 */
export function* diffJson(diff: RunDiff, { base, head }: DiffOptions): Generator<string> {
  const side = (name: string, { summary }: RunDiff['base']): string => JSON.stringify({ name, summary })
  yield `{\n"version": ${DIFF_FORM},\n"tool": ${JSON.stringify(TOOL)},\n`
  yield `"base": ${side(base, diff.base)},\n"head": ${side(head, diff.head)},\n`
  yield `"summary": ${JSON.stringify(diff.summary)}`
  const parts = {
    resources: {
      added: diff.added(),
      removed: diff.removed(),
      changed: diff.changed(),
      moved: diff.moved(),
      renamed: diff.renamed(),
    },
    edges: { added: diff.addedEdges(), removed: diff.removedEdges() },
    findings: { new: diff.newFindings(), fixed: diff.fixedFindings() },
  }
  for (const [part, lists] of Object.entries(parts)) {
    let separator = `,\n"${part}": {\n`
    for (const [name, items] of Object.entries<Iterable<unknown>>(lists)) {
      yield `${separator}"${name}": `
      yield* jsonList(items)
      separator = ',\n'
    }
    yield '\n}'
  }
  yield '\n}\n'
}

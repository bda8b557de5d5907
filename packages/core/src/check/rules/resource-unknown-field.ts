import { RESOURCE_FIELDS, type ResourceField } from '../../model/resource.ts'
import type { Evidence } from '../evidence.ts'
import { fieldOwner } from '../field-owner.ts'
import { isAskedOf, isMissing } from '../missing-field.ts'
import { page } from '../pages/resource-unknown-field.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'
import type { UnknownField } from '../unknown-fields.ts'

/**
 * `data`: `field`; `nearest`: the known field that it was most likely meant to be, or null; `missing`: whether the resource lacks that
 * one though a rule asks for it, and so has a finding for that as well.
 */
export const unknownField = defineRule({
  id: 'resource/unknown-field',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary: 'a field that Secoda does not know',
  why: 'Secoda drops a field that it does not know without a word, and what was written in it is lost.',
  page,
  run(evidence) {
    const ownerOf = fieldOwner(evidence)
    const withoutId = new Set(Array.from(evidence.problems('missing-id'), lineKey))
    return problemMistakes(evidence, 'unknown-field', (problem) => {
      const { file, line, offset, field, beyond } = problem
      const { name, about } = ownerOf(problem)
      const near = evidence.unknownFields.nearest(field)
      const missing = near !== undefined && lacks(evidence, problem, near, withoutId)
      const more = beyond > 0 ? `, and ${beyond} more` : ''
      return {
        ...about,
        message: `${name} has the unknown field ${quote(field)}${more}`,
        help: near
          ? `did you mean '${near}'?${missing ? ` The resource has no ${near}, and Secoda asks for it.` : ''}`
          : `take it out: a resource has ${RESOURCE_FIELDS.join(', ')}.`,
        places: [{ file, line, offset, name: [field], label: 'not a field that Secoda knows' }],
        data: { field, nearest: near ?? null, missing },
      }
    })
  },
})

/** Whether the owner of the unknown field has a finding for missing the known one. */
function lacks(
  evidence: Evidence,
  { id, file, line }: UnknownField,
  near: ResourceField,
  withoutId: ReadonlySet<string>,
): boolean {
  if (id === undefined) return near === 'databuilder_id' && withoutId.has(lineKey({ file, line }))
  const { graph } = evidence
  const node = graph.nodeOfId(id)!
  return isAskedOf(graph.typeOf(node), near) && isMissing(evidence, node, near)
}

const lineKey = ({ file, line }: { readonly file: number; readonly line: number }): string =>
  `${file} ${line}`

import { nearestName } from '../../graph/nearest-name.ts'
import { IDENTIFIER_FIELDS, IDENTIFIER_TYPES, type IdentifierType } from '../../model/identifier.ts'
import { describe } from '../../read/describe.ts'
import type { IdentifierFault } from '../../read/problem.ts'
import { page } from '../pages/lineage-invalid-identifier.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

export const invalidIdentifier = defineRule({
  id: 'lineage/invalid-identifier',
  severity: always('error'),
  summary: 'an end of an edge that is missing, has an unknown type, or lacks a field that its type takes',
  why: 'An end that the SDK does not understand stops the integration; in an uploaded file the edge is lost.',
  page,
  run(evidence) {
    return problemMistakes(evidence, 'invalid-identifier', ({ file, line, offset, fault, from, to }) => {
      const { what, help } = wordsFor(fault)
      return {
        message: `the ${fault.end} end of an edge ${what}`,
        help,
        subject: { kind: 'lineage', from: from ?? null, to: to ?? null },
        identity: JSON.stringify([fault.end, from ?? null, to ?? null]),
        places: [{ file, line, offset, paths: [fault.path], label: what }],
        data: { end: fault.end, reason: fault.reason },
      }
    })
  },
})

/** What is wrong with the end, to follow "the from end of an edge", and how to mend it. */
function wordsFor(fault: IdentifierFault): { what: string; help: string } {
  switch (fault.reason) {
    case 'missing':
      return { what: 'is missing', help: `an edge has two ends. ${howToWrite('internal_resource')}` }
    case 'not-an-object':
      return { what: `is ${fault.is}, not an identifier`, help: howToWrite('internal_resource') }
    case 'unknown-type':
      return wordsForType(fault.given)
    case 'wrong-fields': {
      const article = fault.type === 'tables_from_query' ? 'a' : 'an'
      const wrong = fault.fields.map(({ field, state, is }) => {
        if (state === 'of a wrong type') return `${is} as its ${field}`
        return `${state === 'absent' ? 'no' : 'an empty'} ${field}`
      })
      return { what: `is ${article} ${fault.type} with ${wrong.join(' and ')}`, help: howToWrite(fault.type) }
    }
  }
}

function wordsForType(given: unknown): { what: string; help: string } {
  const allowed = `the types are ${IDENTIFIER_TYPES.join(', ')}.`
  if (given === undefined) return { what: 'has no type', help: allowed }
  if (typeof given !== 'string' || given === '')
    return { what: `has ${describe(given)} as its type`, help: allowed }
  const near = nearestName(given, IDENTIFIER_TYPES)
  return {
    what: `has the unknown type ${quote(given)}`,
    help: near ? `did you mean '${near}'? ${howToWrite(near)}` : allowed,
  }
}

function howToWrite(type: IdentifierType): string {
  const { required, optional } = IDENTIFIER_FIELDS[type]
  const may = optional.length > 0 ? `, and may have ${optional.join(', ')}` : ''
  const strings = required.length + optional.length > 1 ? 'strings' : 'a string'
  return `${type} takes ${required.join(' and ')}${may}: ${strings}, not empty.`
}

import { nearestName } from '../../graph/nearest-name.ts'
import { IDENTIFIER_FIELDS, IDENTIFIER_TYPES, type IdentifierType } from '../../model/identifier.ts'
import type { IdentifierFault } from '../../read/problem.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

export const invalidIdentifier = defineRule({
  id: 'lineage/invalid-identifier',
  severity: always('error'),
  why: 'An end that the SDK does not understand stops the integration; in an uploaded file the edge is lost.',
  *run(evidence) {
    for (const { file, line, offset, fault, from, to } of evidence.problems('invalid-identifier')) {
      const { what, help } = wordsFor(fault)
      yield {
        message: `the ${fault.end} end of an edge ${what}`,
        help,
        subject: { kind: 'lineage', from: from ?? null, to: to ?? null },
        identity: JSON.stringify([fault.end, from ?? null, to ?? null]),
        places: [{ file, line, offset, paths: [fault.path], label: what }],
        data: { end: fault.end, reason: fault.reason },
      }
    }
  },
})

function wordsFor(fault: IdentifierFault): { what: string; help: string } {
  switch (fault.reason) {
    case 'missing':
      return { what: 'is missing', help: `an edge has two ends. ${howToWrite('internal_resource')}` }
    case 'not-an-object':
      return { what: `is ${fault.is}, not an identifier`, help: howToWrite('internal_resource') }
    case 'unknown-type': {
      const near = fault.given === undefined ? undefined : nearestName(fault.given, IDENTIFIER_TYPES)
      const allowed = `the types are ${IDENTIFIER_TYPES.join(', ')}.`
      return {
        what:
          fault.given === undefined
            ? `has ${fault.is === 'absent' ? 'no type' : `${fault.is} as its type`}`
            : `has the unknown type ${quote(fault.given)}`,
        help: near ? `did you mean '${near}'? ${howToWrite(near as IdentifierType)}` : allowed,
      }
    }
    case 'wrong-fields': {
      const wrong = fault.fields.map(({ field, is }) =>
        is === 'absent'
          ? `no ${field}`
          : is === 'an empty string'
            ? `an empty ${field}`
            : `${is} as its ${field}`,
      )
      return { what: `(${fault.type}) has ${wrong.join(' and ')}`, help: howToWrite(fault.type) }
    }
  }
}

function howToWrite(type: IdentifierType): string {
  const { required, optional } = IDENTIFIER_FIELDS[type]
  const may = optional.length > 0 ? `, and may have ${optional.join(', ')}` : ''
  return `${type} takes ${required.join(' and ')}${may}: strings, not empty.`
}

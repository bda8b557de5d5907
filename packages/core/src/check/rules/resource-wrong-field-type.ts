import { FIELD_TYPES } from '../../model/resource.ts'
import { always, defineRule } from '../rule.ts'
import { quote } from '../quote.ts'
import { unreadableLine } from '../unreadable-line.ts'

export const wrongFieldType = defineRule({
  id: 'resource/wrong-field-type',
  severity: always('error'),
  why: 'The SDK refuses a field of another type and stops the integration there; in an uploaded file the field is lost.',
  *run(evidence) {
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('wrong-field-type')) {
      const { file, line, offset, id, field, is } = problem
      const places = [{ file, line, offset, paths: [[field]], label: `must be ${FIELD_TYPES[field]}` }]
      const help = `write ${FIELD_TYPES[field]}.`
      const message = `${field} ${id === undefined ? 'of a resource' : `of ${quote(id)}`} is ${is}, not ${FIELD_TYPES[field]}`
      const about =
        id === undefined
          ? identify(problem)
          : { subject: { kind: 'resource' as const, id }, identity: JSON.stringify([id, field, is]) }
      yield { ...about, message, help, places, data: { field } }
    }
  },
})

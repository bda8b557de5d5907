import { FIELD_TYPES } from '../../model/resource.ts'
import { fieldOwner } from '../field-owner.ts'
import { page } from '../pages/resource-wrong-field-type.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { always, defineRule } from '../rule.ts'

/** `data`: `field`. */
export const wrongFieldType = defineRule({
  id: 'resource/wrong-field-type',
  severity: always('error'),
  summary: 'a field of a type that the SDK refuses',
  why: 'The SDK refuses a field of another type and stops the integration there; in an uploaded file the field is lost.',
  page,
  run(evidence) {
    const ownerOf = fieldOwner(evidence)
    return problemMistakes(evidence, 'wrong-field-type', (problem) => {
      const { file, line, offset, field, is } = problem
      const { name, about } = ownerOf(problem, is)
      return {
        ...about,
        message: `${field} of ${name} is ${is}, not ${FIELD_TYPES[field]}`,
        help: `write ${FIELD_TYPES[field]}.`,
        places: [{ file, line, offset, paths: [[field]], label: `must be ${FIELD_TYPES[field]}` }],
        data: { field },
      }
    })
  },
})

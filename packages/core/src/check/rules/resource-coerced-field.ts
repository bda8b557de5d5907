import { FIELD_TYPES } from '../../model/resource.ts'
import { describe } from '../../read/describe.ts'
import { fieldOwner } from '../field-owner.ts'
import { page } from '../pages/resource-coerced-field.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { defineRule } from '../rule.ts'

/** `data`: `field`; `becomes`: what the SDK makes of the value, null where that is beyond what it can hold. */
export const coercedField = defineRule({
  id: 'resource/coerced-field',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary: 'a field of a type that the SDK converts, such as "4" for 4 or "true" for true',
  why: 'The SDK converts a value of a type that is near enough, so Secoda gets something else than what was written, and nothing says that an uploaded file is converted alike.',
  page,
  run(evidence) {
    const ownerOf = fieldOwner(evidence)
    return problemMistakes(evidence, 'coerced-field', (problem) => {
      const { file, line, offset, field, is, becomes } = problem
      const { name, about } = ownerOf(problem, is)
      const made = typeof becomes === 'string' ? becomes : describe(becomes)
      return {
        ...about,
        message:
          becomes === null
            ? `${field} of ${name} is ${is}, beyond all times that the SDK can hold`
            : `${field} of ${name} is ${is}, of which the SDK makes ${made}`,
        help:
          becomes === null
            ? `write ${FIELD_TYPES[field]}.`
            : `write ${JSON.stringify(becomes)}, if that is what is meant.`,
        places: [{ file, line, offset, paths: [[field]], label: `should be ${FIELD_TYPES[field]}` }],
        data: { field, becomes },
      }
    })
  },
})

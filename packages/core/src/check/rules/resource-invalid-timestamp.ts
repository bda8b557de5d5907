import type { DateTimeFault } from '../../model/date-time.ts'
import { fieldOwner } from '../field-owner.ts'
import { page } from '../pages/resource-invalid-timestamp.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { defineRule } from '../rule.ts'

const REASONS: Readonly<Record<DateTimeFault, string>> = {
  number: 'a number and no date',
  'no-such-date': 'a date that no calendar has',
  'no-such-time': 'a time or an offset that no clock has',
  'other-form': 'no ISO date or date-time',
}

/** `data`: `field`; `reason`: `number`, `no-such-date`, `no-such-time` or `other-form`. */
export const invalidTimestamp = defineRule({
  id: 'resource/invalid-timestamp',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary: 'an external_updated_at that is no ISO date or date-time',
  why: 'The SDK reads ISO 8601 alone. It refuses other text and stops the integration there, or takes a number for seconds since 1970.',
  page,
  run(evidence) {
    const ownerOf = fieldOwner(evidence)
    return problemMistakes(evidence, 'invalid-timestamp', (problem) => {
      const { file, line, offset, field, is, reason, taken } = problem
      const { name, about } = ownerOf(problem, is)
      const misread = taken === null ? '' : ` The SDK takes this for ${taken}.`
      return {
        ...about,
        message: `${field} of ${name} is ${is}, ${REASONS[reason]}`,
        help: `write a date as 2026-01-31, or a date-time as 2026-01-31T09:30:00Z.${misread}`,
        places: [{ file, line, offset, paths: [[field]], label: REASONS[reason] }],
        data: { field, reason },
      }
    })
  },
})

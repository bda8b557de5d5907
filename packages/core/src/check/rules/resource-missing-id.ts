import { page } from '../pages/resource-missing-id.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { always, defineRule } from '../rule.ts'
import { quote } from '../quote.ts'
import { unreadableLine } from '../unreadable-line.ts'

/** `data`: `unknown_field`: the unknown field that was most likely meant to be the id, or null. */
export const missingId = defineRule({
  id: 'resource/missing-id',
  severity: always('error'),
  summary: 'a resource without a databuilder_id, or with an empty one',
  why: 'The databuilder_id is what Secoda knows a resource by. Without one it cannot be stored, and nothing can name it.',
  page,
  run(evidence) {
    const identify = unreadableLine(evidence)
    return problemMistakes(evidence, 'missing-id', (problem) => {
      const { file, line, offset, title, path } = problem
      const renaming = evidence.unknownFields.renaming(problem, 'databuilder_id')
      return {
        ...identify(problem),
        message: title
          ? `the resource ${quote(title)} has no databuilder_id`
          : 'a resource has no databuilder_id',
        help: `${renaming ?? 'give it a databuilder_id that is unique and stays the same from run to run'}.`,
        places: [{ file, line, offset, paths: [path], label: 'a databuilder_id is missing here' }],
        data: { unknown_field: evidence.unknownFields.meantAs(problem, 'databuilder_id') ?? null },
      }
    })
  },
})

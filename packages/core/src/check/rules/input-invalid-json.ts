import { always, defineRule } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

export const invalidJson = defineRule({
  id: 'input/invalid-json',
  severity: always('error'),
  why: 'Secoda reads one JSON object a line. A line that is broken is lost, with the resource or the edge on it.',
  *run(evidence) {
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('invalid-json')) {
      const { file, line, offset, at, expected, found, python, byte } = problem
      yield {
        ...identify(problem),
        message: python
          ? 'the line is a Python dict, not JSON'
          : `the ${byte === undefined ? 'line' : 'document'} is not JSON: expected ${expected}, found ${found}${byte === undefined ? '' : ` at byte ${byte}`}`,
        help: python
          ? 'Python prints a dict with single quotes: print json.dumps(…) in place of the dict, or let declare_resource print it.'
          : byte === undefined
            ? 'mend the line at the marked place; json.dumps writes it right.'
            : 'let the tool that wrote the file write it again, to its end; a catalog of lines has each JSON object on one line.',
        places: [
          { file, line, offset, at, label: python ? 'JSON wants double quotes' : `expected ${expected}` },
        ],
      }
    }
  },
})

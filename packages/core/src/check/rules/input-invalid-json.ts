import { grouped } from '../grouped.ts'
import { BYTE_ORDER_MARK, isNameOfInvisible } from '../../read/character.ts'
import type { PythonText } from '../../read/input-problem.ts'
import { page } from '../pages/input-invalid-json.ts'
import { problemMistakes } from '../problem-mistakes.ts'
import { always, defineRule } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

export const invalidJson = defineRule({
  id: 'input/invalid-json',
  severity: always('error'),
  summary: 'a line that begins as JSON and is none, such as a printed Python dict',
  why: 'Secoda reads one JSON object a line. A line that is broken is lost, with the resource or the edge on it.',
  page,
  run(evidence) {
    const identify = unreadableLine(evidence)
    return problemMistakes(evidence, 'invalid-json', (problem) => {
      const { file, line, offset, at } = problem
      const { message, help, label } = wordsFor(problem)
      return { ...identify(problem), message, help, places: [{ file, line, offset, at, label }] }
    })
  },
})

interface Fault {
  readonly expected: string
  readonly found: string
  readonly python: PythonText | undefined
  readonly byte?: number
}

function wordsFor({ expected, found, python, byte }: Fault): {
  message: string
  help: string
  label: string
} {
  switch (python) {
    case 'dict':
      return {
        message: 'the line is a Python dict, not JSON',
        help: 'Python prints a dict with single quotes: print json.dumps(…) in place of the dict, or let declare_resource print it.',
        label: 'JSON wants double quotes',
      }
    case 'object':
      return {
        message: 'the line is a Python object as print shows it, not JSON',
        help: 'let declare_resource or declare_lineage print it, or print its model_dump_json() in place of the object.',
        label: 'JSON wants an object in braces',
      }
    case 'constant':
      return {
        message: 'the line is not JSON: it has None, True or False as Python writes them',
        help: 'JSON has null, true and false: print json.dumps(…), or let declare_resource print it.',
        label: 'null, true or false in JSON',
      }
    case 'no-number':
      return {
        message: 'the line is not JSON: it has a value such as NaN, which JSON does not know',
        help: 'give None in its place, which becomes null: json.dumps writes NaN as it is.',
        label: 'no number in JSON',
      }
    case undefined:
      if (byte !== undefined)
        return {
          message: `the document is not JSON: expected ${expected}, found ${found} at byte ${grouped(byte + 1)}`,
          help: 'let the tool that wrote the file write it again, to its end; a catalog of lines has each JSON object on one line.',
          label: `expected ${expected}`,
        }
      return {
        message: `the line is not JSON: expected ${expected}, found ${found}`,
        help: helpFor(found),
        label: `expected ${expected}`,
      }
  }
}

function helpFor(found: string): string {
  if (found === BYTE_ORDER_MARK)
    return 'take it out: it stands at the head of a file only, and comes into the middle where files are joined, as by cat or by >> in PowerShell.'
  return isNameOfInvisible(found)
    ? 'take it out at the marked place, where it cannot be seen; json.dumps writes the line right.'
    : 'mend the line at the marked place; json.dumps writes it right.'
}

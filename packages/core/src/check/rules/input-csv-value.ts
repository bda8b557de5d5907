import type { RowFault } from '../../read/input-problem.ts'
import { quote } from '../quote.ts'
import { always, defineRule, type Discovery } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

export const csvValue = defineRule({
  id: 'input/csv-value',
  severity: always('error'),
  why: 'Secoda makes its names out of database, schema, name and col_name, with periods between: a row that lacks one of them fails, and a period inside one makes another name of it.',
  counted: 'rows',
  *run(evidence) {
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('csv-value')) {
      const { file, line, offset, fault, cell } = problem
      const { message, help, label } = wordsFor(fault)
      yield {
        ...('id' in fault ? aboutResource(fault) : identify(problem)),
        message,
        help,
        places: [{ file, line, offset, ...(cell !== undefined && { cell }), label }],
        data: { fault },
      }
    }
  },
})

/** A database with a period in its name is one mistake, however many rows are in it. */
const aboutResource = (
  fault: Extract<RowFault, { readonly id: string }>,
): Pick<Discovery, 'subject' | 'identity'> => ({
  subject: { kind: 'resource', id: fault.id },
  identity: JSON.stringify([fault.reason, fault.column, fault.value, fault.id]),
})

function wordsFor(fault: RowFault): { message: string; help: string; label: string } {
  switch (fault.reason) {
    case 'empty': {
      const columns = inWords(fault.columns)
      return {
        message: `${columns} ${fault.columns.length > 1 ? 'are' : 'is'} empty`,
        help: 'fill it in, or leave the row out: without it the row declares nothing.',
        label: 'required',
      }
    }
    case 'period':
      return {
        message: `the ${fault.column} ${quote(fault.value)} holds a period`,
        help: 'Secoda allows none in database, schema, name and col_name: give each part its own column, or write the name without.',
        label: 'a period',
      }
    case 'wrong-type': {
      const must = fault.column === 'sort_order' ? 'an integer' : 'true or false'
      return {
        message: `${fault.column} is ${quote(fault.value)}, not ${must}`,
        help: `write ${must}, or leave it empty; it counts as empty now.`,
        label: `must be ${must}`,
      }
    }
    case 'too-many-cells':
      return {
        message: `the row has ${fault.cells} cells, and the header ${fault.expected}`,
        help: 'put text that holds commas in double quotes; what the cells mean is not known, so the row declares nothing.',
        label: 'more than the header has',
      }
    case 'unclosed-quote':
      return {
        message: 'a quote is opened and never closed',
        help: 'close it at the end of the text; a quote inside quoted text is written twice. The text is taken to end with its line.',
        label: 'opened here',
      }
    case 'text-after-quote':
      return {
        message: 'text stands behind a closing quote',
        help: 'end the quotes at the end of the text; a quote inside quoted text is written twice.',
        label: 'quoted in part',
      }
  }
}

/** `database, schema and name`. */
const inWords = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

import { nearestName } from '../../graph/nearest-name.ts'
import {
  ALSO_CALLED,
  isUploadColumn,
  REQUIRED_COLUMNS,
  UPLOAD_COLUMNS,
  type UploadColumn,
} from '../../model/upload-csv.ts'
import type { HeaderFault } from '../../read/input-problem.ts'
import { namesInRun } from '../names-in-run.ts'
import type { Place } from '../place.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

const ALL = UPLOAD_COLUMNS.join(', ')

export const csvHeader = defineRule({
  id: 'input/csv-header',
  severity: always('error'),
  why: 'Secoda finds the columns of the upload CSV by their names. A required one that is missing fails the upload, and one that it does not know is dropped.',
  *run(evidence) {
    const names = namesInRun(evidence.graph.run)
    for (const { file, line, offset, fault, given } of evidence.problems('csv-header')) {
      const { message, help, mark } = wordsFor(fault, given)
      yield {
        message,
        help,
        subject: { kind: 'file', file: evidence.graph.run.files[file]!.name },
        identity: JSON.stringify([names[file], fault.reason, nameIn(fault)]),
        places: [{ file, line, offset, ...mark }],
        data: { fault },
      }
    }
  },
})

/** What is missing, unknown or there twice: where it stands in the header does not matter. */
const nameIn = (fault: HeaderFault): string =>
  'column' in fault ? fault.column : 'given' in fault ? fault.given : ''

/** The column that a name which is none was most likely meant to be. */
const meantBy = (given: string): UploadColumn | undefined =>
  (Object.hasOwn(ALSO_CALLED, given.toLowerCase()) ? ALSO_CALLED[given.toLowerCase()] : undefined) ??
  nearestName(given, UPLOAD_COLUMNS)

interface Words {
  readonly message: string
  readonly help: string
  readonly mark: Pick<Place, 'cell' | 'label'>
}

function wordsFor(fault: HeaderFault, given: readonly string[]): Words {
  switch (fault.reason) {
    case 'missing': {
      const { column } = fault
      const strange = given.filter((name) => !isUploadColumn(name))
      const meant = strange.find((name) => meantBy(name) === column)
      return {
        message: `the column ${column} is missing`,
        help:
          meant === undefined
            ? `add it: each row needs ${REQUIRED_COLUMNS.join(', ')}.`
            : `is it the one called ${quote(meant)}? Call it ${column}.`,
        mark: { label: `no ${column} here` },
      }
    }
    case 'unknown': {
      const near = meantBy(fault.given)
      return {
        message: `${quote(fault.given)} is no column of Secoda's upload CSV`,
        help: near
          ? `did you mean ${near}? Call it so, or leave it out.`
          : `leave it out; the columns are ${ALL}.`,
        mark: { cell: fault.cell, label: 'unknown' },
      }
    }
    case 'twice':
      return {
        message: `the column ${fault.column} is there twice`,
        help:
          fault.column === 'sort_order'
            ? 'keep one of them; sort_order and col_sort_order are the same column, and the first one is read.'
            : 'keep one of them; the first one is read.',
        mark: { cell: fault.cell, label: 'again' },
      }
    case 'none':
      return {
        message: "the first row is no header of Secoda's upload CSV",
        help: `begin the file with the names of its columns: ${ALL}. If it is another kind of file, do not give it here.`,
        mark: { label: 'none of the columns is named' },
      }
    case 'delimiter':
      return {
        message: `the cells are separated by ${fault.delimiter === '\t' ? 'tabs' : quote(fault.delimiter)}, not by commas`,
        help: 'write the file with commas, as Secoda reads it, and quote the texts that hold some.',
        mark: { label: 'separated otherwise' },
      }
  }
}

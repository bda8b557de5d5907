import { nearestName } from '../graph/nearest-name.ts'
import { TABLE_COLUMNS } from '../read/catalog/csv-columns.ts'
import type { CatalogFault } from '../read/problem.ts'
import { LONGEST_LINE } from '../read/split-lines.ts'
import type { Place } from './place.ts'
import { quote } from './quote.ts'

/** What a finding says of a fault in a catalog: what is wrong, how to mend it, and what to mark on the line. */
export interface CatalogFaultText {
  readonly message: string
  readonly help: string
  readonly mark: Pick<Place, 'paths' | 'cell' | 'label'>
}

const FORMS =
  'a catalog is another integration’s run, JSONL or CSV of {cluster?, database?, schema?, table, columns?}, dbt’s manifest.json or catalog.json, or a CSV of information_schema'
const LINE = '{"database": "shop", "schema": "public", "table": "orders", "columns": ["id"]}'

export function catalogFaultText(fault: CatalogFault): CatalogFaultText {
  switch (fault.reason) {
    case 'no-table':
      return {
        message: `the catalog names no table here: it is ${fault.what}`,
        help:
          instead(fault.fields, ['table']) ??
          `write ${LINE}, or a resource of another integration; leave out what is no table.`,
        mark: { label: 'no table' },
      }
    case 'wrong-field':
      return {
        message: `${fieldName(fault.path)} in a catalog is ${fault.is}, and must be ${fault.must}`,
        help: `write ${fault.must}; until then it counts as not given.`,
        mark: { paths: [fault.path], label: `must be ${fault.must}` },
      }
    case 'no-table-column':
      return {
        message: `no column of the catalog is for tables: the header is ${shown(fault.header)}`,
        help:
          instead(fault.header, TABLE_COLUMNS) ??
          `name the column ${TABLE_COLUMNS.map(quote).join(' or ')}; ${FORMS}.`,
        mark: { label: 'no column for tables' },
      }
    case 'unknown-document':
      return {
        message: `the JSON document is no catalog that is known: it has ${fault.fields.length === 0 ? 'no fields' : `the fields ${shown(fault.fields)}`}`,
        help:
          instead(fault.fields, ['nodes', 'sources']) ??
          `${FORMS}; a table of the second form is ${LINE}, on a line of its own.`,
        mark: { label: 'neither nodes nor sources in it' },
      }
    case 'wrong-quote':
      return {
        message: fault.unclosed
          ? 'a quote in the catalog is never closed: it is passed over'
          : 'text stands behind a closing quote in the catalog: it is taken as a part of the cell',
        help: 'put a cell that holds a comma, a quote or a line break in double quotes, and write a quote inside as "".',
        mark: { cell: fault.cell, label: fault.unclosed ? 'opened here' : 'this cell' },
      }
    case 'too-long':
      return {
        message: `the value is longer than the ${LONGEST_LINE >> 20} MiB that are read; it is passed over`,
        help: 'of dbt’s files, give catalog.json, which has no code in it; write other tables one on a line.',
        mark: { label: 'the value begins on this line' },
      }
  }
}

/** What was most likely meant, where a name that is there is near to one that is wanted. */
function instead(given: readonly string[], wanted: readonly string[]): string | undefined {
  for (const name of given) {
    const near = nearestName(name, wanted)
    if (near !== undefined && near !== name) return `did you mean '${near}' in place of ${quote(name)}?`
  }
  return undefined
}

const shown = (names: readonly string[]): string => names.map(quote).join(', ')

const fieldName = (path: readonly (string | number)[]): string =>
  quote(path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join(''))

import type { UploadColumn } from '../../model/upload-csv.ts'
import { quote } from '../quote.ts'
import { MOST_PLACES, type Place } from '../place.ts'
import { defineRule } from '../rule.ts'

export const csvDisagreement = defineRule({
  id: 'input/csv-disagreement',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  why: 'In the upload CSV every row of a table says again what the table is. Where rows disagree, which one stands in Secoda depends on their order.',
  counted: 'rows',
  *run(evidence) {
    const tables = new Map<
      string,
      { readonly columns: Set<UploadColumn>; readonly places: Place[]; count: number }
    >()
    for (const { file, line, offset, table, columns, cell, first } of evidence.problems('csv-disagreement')) {
      let found = tables.get(table)
      if (found === undefined) tables.set(table, (found = { columns: new Set(), places: [], count: 1 }))
      found.count++
      for (const column of columns) found.columns.add(column)
      if (found.places.length >= MOST_PLACES) continue
      const mark = cell === undefined ? {} : { cell }
      found.places.push({ file, line, offset, ...mark, label: 'says something else' })
      if (found.places.length === 1)
        found.places.push({ ...first, ...mark, label: 'the first row, which stands' })
    }
    for (const [id, { columns, places, count }] of tables) {
      const named = [...columns].sort()
      yield {
        message: `rows of the table ${quote(id)} disagree on ${named.join(', ')}`,
        help: 'write the same in each row of a table; the first row stands.',
        subject: { kind: 'resource', id },
        identity: id,
        places,
        count,
        data: { columns: named },
      }
    }
  },
})

import { expect, test } from 'vitest'
import { tablesFromQuery } from './tables-from-query.ts'

test.each([
  ['SELECT * FROM {{ x }} t', 'the name of this table comes from a template or a parameter', '{{ x }}'],
  [
    'SELECT * FROM {{ s }}.t',
    'the schema or database of this table comes from a template or a parameter',
    '{{ s }}.t',
  ],
  ["SELECT * FROM a, {{ ref('b', x) }}", 'what this ref names is not written out in plain strings', 'ref('],
  [
    'WITH a AS ({{ x() }}) SELECT * FROM a',
    'this query is made by a template, so its tables are not known',
    '{{ x() }}',
  ],
  ['SELECT * FROM #t', 'this temporary table is not made in this text', '#t'],
  ['SELECT * FROM @t', 'this variable is not declared in this text, so what it holds is not known', '@t'],
  ['EXEC dbo.p', 'what is run here may read tables that the text does not show', 'EXEC'],
  ['DO $$ BEGIN END $$', 'the code in this string is not looked into', '$$'],
  [
    "SELECT * FROM EXTERNAL_QUERY('a', 'b')",
    'what this call reads in another system is not known',
    'EXTERNAL_QUERY',
  ],
  ['SELECT * FROM a; hello b', 'no known statement begins with this word', 'hello'],
  ["SELECT * FROM a WHERE b = 'c", 'this quote is never closed', "'c"],
  ['SELECT * FROM a WHERE (b = 1', 'this parenthesis is never closed', '(b'],
  ['SELECT * FROM a) b', 'this parenthesis was never opened', ')'],
  ['SELECT * FROM a JOIN s. ON x', 'this name breaks off', 's.'],
  ['SELECT * FROM a JOIN WHERE b', 'a table is missing here', 'WHERE'],
])('tablesFromQuery(%s) warns: %s, at %s', (sql, message, written) => {
  expect(tablesFromQuery(sql).warnings).toEqual([{ message, at: sql.indexOf(written) }])
})

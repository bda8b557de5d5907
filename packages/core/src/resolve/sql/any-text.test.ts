import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SQL_DIALECTS } from './dialect-names.ts'
import { tablesFromQuery, type QueryOptions } from './tables-from-query.ts'

const dialects = [undefined, ...SQL_DIALECTS]
const aDialect = fc.constantFrom(...dialects)

/** Words and signs of all the languages, whole and halved. */
const PIECES = [
  ...`SELECT FROM WHERE JOIN LEFT CROSS APPLY ON USING GROUP BY UNION ALL EXCEPT MINUS WITH RECURSIVE AS MATERIALIZED TABLE VALUES
  INSERT INTO UPDATE SET DELETE MERGE WHEN MATCHED THEN CREATE ALTER DROP TEMP VIEW FUNCTION PROCEDURE TRIGGER LIKE CLONE BEGIN
  END IF CASE ELSE LOOP FOR IN DO DECLARE CURSOR EXEC EXECUTE CALL PREPARE COPY UNLOAD CACHE SHOW DESCRIBE EXPLAIN SUMMARIZE
  LATERAL VIEW UNNEST PIVOT UNPIVOT MATCH_RECOGNIZE IDENTIFIER ONLY STREAM OFFSET ORDINALITY LIMIT FETCH ORDER HAVING QUALIFY
  WINDOW OVER ARRAY GLOBAL ANY ASOF FINAL SAMPLE PREWHERE FORMAT SETTINGS OUTPUT OPTION NOLOCK TOP VERSION TIMESTAMP OF AT
  SEARCH CYCLE RETURNING CONFLICT DUPLICATE KEY OVERWRITE DIRECTORY DELIMITER GO DISTINCT IS TRIM EXTRACT POSITION OJ INFILE
  a b t1 s.t x.y.z a.. .. 1 1.5 1e5 2024_t p-1 e_* v$ t# #t ##t @v @@v @a.b/c @~/x $1 $$ $a$ :p ? &v &&v. %s %(a)s \${a} {a}
  {a:B} #{a} @{a} $(a) <%=a%> [[ ]] [br] "q" \`b.t\` [ ] { } ( ) , ; . : :: = * - + / | |> -> ->> => := < > ! ~ ^ % # @ & \\
  ' '' ''' " "" """ \` \`\` 'str' 'a.b' N' E' q'[ ]' U&" R' -- /* */ /*! /*+ // {{ }} {% %} {# #}`.split(
    /\s+/,
  ),
  ' ',
  '\n',
  '\r\n',
  '\n/\n',
  '\nGO\n',
  '{% if x %}',
  '{% else %}',
  '{% endif %}',
  '{% set q %}',
  '{% endset %}',
  "{{ ref('m') }}",
  "{{ source('a', 'b') }}",
  '{{ x }}',
  "{{ ref('m'",
  "'{{ ' }}'",
]
const aSoup = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), fc.constantFrom(' ', ' ', ''))
  .map(([pieces, between]) => pieces.join(between))

const aText = fc.oneof(
  aSoup,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => String.fromCharCode(...bytes)),
)

/** What is wrong with the answer in itself, whatever the text. */
function faultsOf(sql: string, dialect: string | undefined): string[] {
  const { tables, complete, warnings } = tablesFromQuery(sql, { dialect })
  const faults: string[] = []
  let last = -1
  for (const { table, places } of tables) {
    if (table === '') faults.push('a table without a name')
    if (places[0]!.start <= last) faults.push('tables out of the order of their first places')
    last = places[0]!.start
    let end = 0
    for (const place of places) {
      if (place.start < end || place.end <= place.start) faults.push('places out of order, or empty')
      end = place.end
      const written = sql.slice(place.start, place.end)
      if (/^[\w\s.]+$/.test(written) && written.split('.').at(-1)?.trim() !== table)
        faults.push(`'${table}' is not where it is said to be`)
    }
    if (end > sql.length) faults.push('a place behind the end')
  }
  let before = 0
  for (const { at } of warnings) {
    if (at < before || at > sql.length) faults.push('warnings out of order, or outside the text')
    before = at
  }
  if (complete !== (warnings.length === 0)) faults.push('warnings and completeness contradict each other')
  return faults
}

test('tablesFromQuery(sql) gives a well-formed answer to every text', () => {
  fc.assert(
    fc.property(aText, aDialect, (sql, dialect) => {
      expect(faultsOf(sql, dialect)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('tablesFromQuery(sql) gives the same answer to a dialect that is not known as to none', () => {
  fc.assert(
    fc.property(
      aText,
      fc.constantFrom('', 'no such', '__proto__', 'constructor', 'toString'),
      (sql, dialect) => {
        expect(tablesFromQuery(sql, { dialect })).toEqual(tablesFromQuery(sql))
      },
    ),
  )
})

test.each([undefined, null, 5, true, {}, ['SELECT * FROM t'], Symbol('t'), () => 'SELECT * FROM t'])(
  'tablesFromQuery(%j) of untyped JavaScript gives no table and says so',
  (sql: unknown) => {
    expect(tablesFromQuery(sql as string)).toEqual({
      tables: [],
      complete: false,
      warnings: [{ message: 'this is no text', at: 0 }],
    })
  },
)

test.each([null, 'snowflake', 5, { dialect: null }, { dialect: 5 }, { dialect: ['snowflake'] }])(
  'tablesFromQuery(sql, %j) takes options that are none as none',
  (options: unknown) => {
    const sql = 'SELECT * FROM s.t'
    expect(tablesFromQuery(sql, options as QueryOptions)).toEqual(tablesFromQuery(sql))
  },
)

test('tablesFromQuery(sql) gives the same answer twice', () => {
  fc.assert(
    fc.property(aText, aDialect, (sql, dialect) => {
      expect(tablesFromQuery(sql, { dialect })).toEqual(tablesFromQuery(sql, { dialect }))
    }),
  )
})

describe('wherever it is cut off, tablesFromQuery(sql) gives a well-formed answer', () => {
  test.each([
    `WITH RECURSIVE a (x) AS (SELECT 'it''s' FROM s."t 1" UNION ALL SELECT * FROM a, b.c) SELECT DISTINCT a.* FROM a LEFT JOIN LATERAL (SELECT 1 FROM u) l ON TRUE WHERE x IN (1, 2) ORDER BY 1`,
    "{{ config(pre_hook=\"delete from {{ this }}\") }}\n{% set q %}select 1 from {{ ref('m') }}{% endset %}\nselect * from {{ source('a', 'b') }} {% if x %} join `p-1.d.t` {% else %} join [c] {% endif %} on 1 = 1 -- end",
    "DECLARE @t TABLE (k int)\nMERGE dbo.a AS x USING (SELECT * FROM [b c].d WITH (NOLOCK)) y ON x.k = y.k WHEN MATCHED THEN UPDATE SET v = N'é' OUTPUT $action INTO @t;\nGO\nSELECT * FROM #x CROSS APPLY OPENJSON(doc) WITH (id int '$.id') j",
    'CREATE TEMP FUNCTION f() AS ((SELECT 1)); FROM `p.d.t_*` |> JOIN ds.u, UNNEST([1, 2]) WITH OFFSET o |> AGGREGATE COUNT(*); SELECT r\'\'\'x\'\'\', """y""" FROM ML.PREDICT(MODEL m, TABLE ds.v)',
    "COPY INTO @~/a/b.csv FROM (SELECT $1:a::int FROM @s (FILE_FORMAT => 'f')); UNLOAD ('select ''a'' from s.t') TO 's3://b'; SELECT $$ x $$, q'[y]' FROM TABLE('a.\"b\"'), IDENTIFIER($v) /* /* */ */",
  ])('%s', (sql) => {
    const cuts = dialects.flatMap((dialect) =>
      Array.from(sql, (_, end) => ({ dialect, text: sql.slice(0, end) })),
    )
    expect(cuts.filter(({ dialect, text }) => faultsOf(text, dialect).length > 0)).toEqual([])
  })
})

const DEEP = 100_000
const around = (open: string, inside: string, close: string): string =>
  open.repeat(DEEP) + inside + close.repeat(DEEP)

describe(
  'tablesFromQuery(sql) comes to the end of what nests a hundred thousand times',
  { timeout: 30_000 },
  () => {
    test.each([
      ['parentheses', `SELECT * FROM t WHERE ${around('(', '1', ')')} = 1`, 't'],
      ['parentheses around a table', `SELECT * FROM ${around('(', 't', ')')}`, 't'],
      ['parentheses around a query', around('(', 'SELECT * FROM t', ')'), 't'],
      ['subqueries', `${around('SELECT * FROM (', 'SELECT * FROM t', ') x ')}`, 't'],
      ['CTEs', around('WITH a AS (', 'SELECT * FROM t', ') SELECT * FROM a'), 't'],
      ['joins', `SELECT * FROM ${around('(', 't', ' JOIN u ON 1 = 1)')}`, 't, u'],
      ['CASE', `SELECT ${around('CASE WHEN a THEN ', '1', ' ELSE 2 END')} FROM t`, 't'],
      ['arrays', `SELECT ARRAY${around('[', '1', ']')} FROM t`, 't'],
      ['calls', `SELECT ${around('f(', '1', ')')} FROM t`, 't'],
      ['comments', `SELECT 1 ${around('/* ', '', '*/ ')} FROM t`, 't'],
      ['branches of templates', around('{% if a %}', 'SELECT * FROM t', '{% endif %}'), 't'],
      ['bodies of templates', around('{% set q %}', 'SELECT * FROM t', '{% endset %}'), 't'],
      ['blocks', around('BEGIN ', 'SELECT * FROM t; ', 'END; '), 't'],
      ['a name of many parts', `SELECT * FROM \`${'a.'.repeat(DEEP)}t\``, undefined],
      ['parentheses that are never closed', `SELECT * FROM t WHERE ${'('.repeat(DEEP)}`, 't'],
      ['parentheses that were never opened', `SELECT * FROM t ${')'.repeat(DEEP)}`, 't'],
    ])('%s', (_, sql, reads) => {
      const names = tablesFromQuery(sql).tables.map(({ table }) => table)
      if (reads === undefined) expect(names).toHaveLength(1)
      else expect(names.join(', ')).toBe(reads)
    })
  },
)

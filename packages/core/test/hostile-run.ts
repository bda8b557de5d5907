import fc from 'fast-check'
import { edge, query, resource, type Files } from './run-of.ts'

/** Texts that some form has trouble with. */
export const HOSTILE = [
  '__proto__',
  'a,b;c|d',
  '"quoted" \'twice\'',
  'back\\slash\\',
  'two\nlines\r\nand\rmore',
  ' blanks\tat the ends ',
  '<b>&amp;</b>]]>',
  '\u0000\u0001\u001b[31m\u007f\u0085',
  '\ud800 half, \udfff other half',
  '\ufffe\uffff\ufffd\ufeff',
  '_x0041_ and _x005F_',
  '\u2028\u2029\u202e',
  '=cmd()',
  '😀 Größe 数',
  '#35; #quot; `code`',
  '${x} {{y}} %s',
  '-->',
  'end',
] as const

const name = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom('a', 'b', 'orders'),
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
)
const maybe = fc.option(name, { nil: undefined })
const TYPES = ['database', 'schema', 'table', 'table', 'column', 'column', 'dashboard', 'chart']

const place = { cluster: maybe, database: maybe, schema: maybe, table: name }
const external = fc.record(place).map((parts) => ({ type: 'external_table', ...parts }))
const column = fc.record({ ...place, column: name }).map((parts) => ({ type: 'external_column', ...parts }))
const sql = fc
  .array(fc.constantFrom('a', 'b', 'orders', '"x y"', '"q""q"'), { minLength: 1, maxLength: 3 })
  .map((tables) => query(`select * from ${tables.join(', ')}`))

const endOf = (ids: readonly string[]) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...ids, 'gone')
        .map((databuilder_id) => ({ type: 'internal_resource', databuilder_id })),
    },
    external,
    column,
    sql,
  )

/** A run of any shape, with any characters in its names. */
export const hostileRun: fc.Arbitrary<Files> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 10 })
  .chain((ids) =>
    fc.record({
      resources: fc.tuple(
        ...ids.map((id) =>
          fc
            .record({
              entity_type: fc.constantFrom(...TYPES),
              title: fc.option(name, { nil: '' }),
              database: maybe,
              schema: maybe,
              description: maybe,
              parent_databuilder_id: fc.option(fc.constantFrom(...ids, 'lost'), { nil: null }),
            })
            .map(({ entity_type, ...more }) => resource(id, entity_type, more)),
        ),
      ),
      lineage: fc.array(
        fc.tuple(endOf(ids), endOf(ids)).map(([from, to]) => edge(from, to)),
        { maxLength: 14 },
      ),
    }),
  )
  .map(({ resources, lineage }) => ({ 'run.jsonl': [...resources, ...lineage] }))

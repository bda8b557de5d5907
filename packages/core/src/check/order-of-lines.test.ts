import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { column, edge, external, internal, query, reportOf } from '../../test/run-of.ts'

describe('the order of lines', () => {
  const REQUIRED = { 'resource/missing-required-field': 'warning' } as const
  const CATALOG = [
    { cluster: 'c', schema: 's', table: 'ORDERS', columns: ['ID'] },
    { schema: 'S', table: 'users' },
  ]
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'A', '__proto__')
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  /** What Secoda drops: equal declarations may differ in it. */
  const unknown = fc.constantFrom({}, {}, { parent_id: 'a' }, { parent: 'b', titel: 'x' }, { titel: 'y' })
  /** One declaration an id, so that none conflicts. */
  const resources = fc
    .uniqueArray(
      fc.record({
        entity_type: fc.constantFrom(
          'database',
          'schema',
          'table',
          'column',
          'dashboard',
          'chart',
          'tabel',
          7,
        ),
        databuilder_id: id,
        parent_databuilder_id: maybe(fc.oneof(id, fc.constant(5))),
        title: maybe(fc.constantFrom('orders', 'Orders', 'users')),
        schema: maybe(fc.constantFrom('s', 'S', '')),
        sort_order: maybe(fc.constantFrom<unknown>(1, '1', 2, 'one')),
        external_updated_at: maybe(fc.constantFrom<unknown>('2026-01-31', 'today', 'now', 5)),
      }),
      { selector: ({ databuilder_id }) => databuilder_id },
    )
    .chain((all) => fc.shuffledSubarray(all).map((repeats) => [...all, ...repeats]))
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.array(unknown, { minLength: all.length, maxLength: all.length })),
    )
    .map(([all, fields]) => all.map((declared, i) => ({ ...declared, ...fields[i] })))
  const end = fc.oneof(
    id.map(internal),
    fc
      .tuple(fc.constantFrom('orders', 'ORDERS', 'x'), maybe(fc.constantFrom('s', 'z')))
      .map(([table, schema]) => external(table, schema)),
    fc.constantFrom('orders', 'id').map((name) => column(name, 'orders')),
    fc
      .constantFrom('select 1', 'select * from orders, S.ORDERS', 'select * from Users u join X on (')
      .map(query),
    fc.constantFrom<unknown>({ type: 'tabel' }, null, { type: 'external_table' }),
  )
  const lineage = fc.array(
    fc.tuple(end, end).map(([from, to]) => edge(from, to)),
    { maxLength: 12 },
  )
  const other = fc.constantFrom<unknown>(
    {},
    [],
    5,
    'text',
    { databuilder_id: '' },
    { entity_type: 'table', id: 'x' },
  )
  const shuffled = fc
    .tuple(resources, lineage, fc.array(other, { maxLength: 3 }))
    .map((parts) => parts.flat() as unknown[])
    .chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
      ),
    )

  test(
    'the same lines in another order give the same findings but for their places',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(shuffled, fc.boolean(), async ([lines, otherOrder], hasCatalog) => {
          const around = hasCatalog ? { catalog: CATALOG } : {}
          const placeless = async (run: readonly unknown[]) =>
            (await reportOf({ 'run.jsonl': run }, { preset: 'strict', rules: REQUIRED }, around)).findings
              .map(({ locations, ...finding }) => JSON.stringify({ ...finding, places: locations.length }))
              .sort()
          expect(await placeless(otherOrder)).toEqual(await placeless(lines))
        }),
        { numRuns: 300 },
      )
    },
  )

  test('the order in which files are given changes nothing at all', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines]) => {
        const files = {
          'b.jsonl': lines.slice(0, 5),
          'a.jsonl': lines.slice(5),
          'Z.jsonl': lines.slice(2, 4),
        }
        const reversed = Object.fromEntries(Object.entries(files).reverse())
        const one = await reportOf(files)
        const two = await reportOf(reversed)
        expect([two.findings, two.summary]).toEqual([one.findings, one.summary])
      }),
    )
  })
})

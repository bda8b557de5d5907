import { describe, expect, test } from 'vitest'
import { column, edge, external, internal, query, reportOf, resource } from '../../test/run-of.ts'
import { compareRuns } from './compare-runs.ts'

const compared = async (base: readonly unknown[], head: readonly unknown[]) =>
  compareRuns(await reportOf({ 'run.jsonl': base }), await reportOf({ 'run.jsonl': head }))

const idsOf = (resources: Iterable<{ readonly id: string }>): string[] =>
  Array.from(resources, ({ id }) => id)

describe('compareRuns(base, head)', () => {
  const shop = [
    resource('orders', 'table', { schema: 'public', database: 'shop' }),
    resource('orders.id', 'column', { parent_databuilder_id: 'orders', title: 'id' }),
    resource('orders.total', 'column', { parent_databuilder_id: 'orders', title: 'total' }),
    resource('sales', 'dashboard', { group: 'g' }),
    resource('sales.chart', 'chart', { parent_databuilder_id: 'sales', product: 'p' }),
    edge(internal('orders.total'), internal('sales.chart')),
    edge(external('refunds', 'public'), internal('sales.chart')),
  ]

  test('finds nothing where nothing differs', async () => {
    const diff = await compared(shop, [...shop].reverse())
    expect(diff.summary).toEqual({
      same: true,
      resources: { added: 0, removed: 0, changed: 0, moved: 0, renamed: 0 },
      edges: { added: 0, removed: 0, renamed: 0 },
      findings: { new: 0, fixed: 0 },
      impact: { dashboards: 0, charts: 0, tables: 0, things: 0 },
    })
  })

  test('tells what changed field by field, read again from its lines, and takes unset for what it is', async () => {
    const base = [
      resource('a', 'table', { description: 'old', owners: ['x'], hidden: false, native_type: 'view' }),
    ]
    const head = [resource('a', 'table', { description: 'new', owners: ['x'], schema: '', is_pk: true })]
    const [changed, ...others] = (await compared(base, head)).changed()
    expect(others).toEqual([])
    expect(changed!.fields).toEqual([
      { field: 'description', base: 'old', head: 'new' },
      { field: 'native_type', base: 'view', head: null },
      { field: 'is_pk', base: null, head: true },
    ])
  })

  test('tells a move from a change, and both of what is moved and changed', async () => {
    const base = [resource('a', 'schema'), resource('b', 'schema'), ...below('a', 'x', 'y')]
    const head = [
      resource('a', 'schema'),
      resource('b', 'schema'),
      ...below('b', 'x'),
      resource('y', 'table', { parent_databuilder_id: null, title: 'Y' }),
    ]
    const diff = await compared(base, head)
    expect([...diff.moved()].map(({ id, base, head }) => [id, base, head])).toEqual([
      ['x', 'a', 'b'],
      ['y', 'a', null],
    ])
    expect([...diff.changed()].map(({ id, fields }) => [id, fields])).toEqual([
      ['y', [{ field: 'title', base: 'y', head: 'Y' }]],
    ])
  })

  test('counts what is downstream of something removed and still there', async () => {
    const head = shop.filter((line) => !JSON.stringify(line).includes('orders'))
    const diff = await compared(shop, head)
    expect(diff.summary.impact).toEqual({ dashboards: 1, charts: 1, tables: 0, things: 1 })
    const impact = {
      dashboards: 1,
      charts: 1,
      tables: 0,
      things: 1,
      examples: [
        { type: 'dashboard', id: 'sales', title: 'sales' },
        { type: 'chart', id: 'sales.chart', title: 'sales.chart' },
      ],
    }
    const nothing = { ...impact, dashboards: 0, charts: 0, things: 0, examples: [] }
    expect([...diff.removed()].map(({ id, impact }) => [id, impact])).toEqual([
      ['orders', impact], // by the column inside it
      ['orders.id', nothing],
      ['orders.total', impact],
    ])
    expect([...diff.removedEdges()].map((one) => one.impact)).toEqual([impact])
  })

  test('finds the impact of a change beyond what stands between', async () => {
    const lines = [
      ...['a', 'b', 'c'].map((id) => resource(id)),
      edge(internal('a'), internal('b')),
      edge(internal('b'), internal('c')),
      edge(internal('c'), internal('a')),
    ]
    const diff = await compared(lines, [resource('a', 'table', { description: 'x' }), ...lines.slice(1)])
    expect([...diff.changed()].map(({ impact }) => impact!.tables)).toEqual([3]) // the circle leads back to it
    expect(diff.summary.impact.tables).toBe(3)
  })

  test('tells a renamed table, its columns and their edges as one', async () => {
    const renamed = JSON.parse(
      JSON.stringify(shop)
        .replaceAll('"orders', '"orders_v2')
        .replace('"title":"orders_v2"', '"title":"orders"'),
    )
    const diff = await compared(shop, renamed)
    expect([...diff.renamed()]).toEqual([
      { id: 'orders', type: 'table', title: 'orders', to: 'orders_v2', inside: 2 },
    ])
    expect(diff.summary.resources).toMatchObject({ added: 3, removed: 3, renamed: 3, changed: 0 })
    expect(diff.summary.edges).toEqual({ added: 1, removed: 1, renamed: 1 })
    expect([...diff.removed()].map(({ id, renamedTo }) => [id, renamedTo])).toEqual([
      ['orders', 'orders_v2'],
      ['orders.id', 'orders_v2.id'],
      ['orders.total', 'orders_v2.total'],
    ])
    expect([...diff.added()].map(({ renamedFrom }) => renamedFrom)).toEqual([
      'orders',
      'orders.id',
      'orders.total',
    ])
    expect([...diff.addedEdges()].map(({ renamed }) => renamed)).toEqual([true])
  })

  test('suggests no rename where two would do, and none of what agrees but stands elsewhere', async () => {
    const alike = (...ids: string[]) => ids.map((id) => resource(id, 'table', { title: 't' }))
    expect([...(await compared(alike('a', 'b'), alike('c'))).renamed()]).toEqual([])
    expect([...(await compared(alike('a'), alike('c', 'd'))).renamed()]).toEqual([])
    const schemas = [resource('s', 'schema'), resource('z', 'schema')]
    const inside = (id: string, parent: string) =>
      resource(id, 'table', { title: 't', parent_databuilder_id: parent })
    const diff = await compared([...schemas, inside('a', 's')], [...schemas, inside('b', 'z')])
    expect([...diff.renamed()]).toEqual([])
  })

  test('tells new findings from fixed ones by what is wrong, not by where', async () => {
    const wrong = edge(internal('gone'), internal('orders'))
    const other = edge(internal('lost'), internal('orders'))
    const diff = await compared([wrong, ...shop], [...shop, other])
    expect([...diff.newFindings()].map(({ subject }) => subject)).toEqual([{ kind: 'resource', id: 'lost' }])
    expect([...diff.fixedFindings()].map(({ subject }) => subject)).toEqual([
      { kind: 'resource', id: 'gone' },
    ])
    const same = await compared([wrong, ...shop], [...shop, wrong])
    expect(same.summary.findings).toEqual({ new: 0, fixed: 0 })
  })

  test('takes a resource that is only mentioned now for removed', async () => {
    const diff = await compared(shop, shop.slice(1))
    expect(idsOf(diff.removed())).toEqual(['orders'])
    expect(idsOf(diff.moved())).toEqual([])
    expect(diff.summary.edges).toMatchObject({ added: 0, removed: 0 })
  })

  test('compares the resources of which ids are hostile', async () => {
    const ids = [
      '__proto__',
      'constructor',
      '',
      '\u0000',
      '\ud800',
      'a,"b"\n',
      '\u001b[31m',
      '<b>',
      'é',
      'e\u0301',
    ]
    const lines = ids.map((id) => resource(id))
    expect((await compared(lines, [...lines].reverse())).summary.same).toBe(true)
    for (const [i, id] of ids.entries()) {
      if (id === '') continue // stands for no id
      const diff = await compared(lines, lines.toSpliced(i, 1))
      expect([idsOf(diff.removed()), idsOf(diff.added())]).toEqual([[id], []])
    }
  })

  test(
    'takes a chain of 20,000 tables, changed everywhere, and says what it did not count',
    { timeout: 60_000 },
    async () => {
      const chain = (more: object) => {
        const lines: unknown[] = []
        for (let i = 0; i < 20_000; i++) {
          lines.push(resource(`t${i}`, 'table', more))
          if (i > 0) lines.push(edge(internal(`t${i - 1}`), internal(`t${i}`)))
        }
        return lines
      }
      const started = performance.now()
      const diff = await compared(chain({}), chain({ description: 'x' }))
      const impacts = [...diff.changed()].map(({ impact }) => impact?.tables)
      expect(performance.now() - started).toBeLessThan(30_000)
      expect(diff.summary.impact.tables).toBe(19_999)
      expect(impacts[0]).toBe(19_999)
      expect(impacts).toContain(undefined)
    },
  )
})

const below = (parent: string, ...ids: string[]) =>
  ids.map((id) => resource(id, 'table', { parent_databuilder_id: parent }))

test('compareRuns(base, head) takes tables of other integrations, columns and queries for what they mean', async () => {
  const target = resource('t')
  const base = [
    target,
    edge(external('orders', 'public'), internal('t')),
    edge(query('select * from public.orders, other'), internal('t')),
    edge(column('id', 'orders', 'public'), internal('t')),
  ]
  const diff = await compared(base, [
    base[0],
    base[3],
    base[1],
    edge(query('select * from other'), internal('t')),
  ])
  expect(diff.summary.same).toBe(true)
  const without = await compared(base, [target, ...base.slice(2)])
  expect(without.summary.edges).toMatchObject({ added: 0, removed: 0 }) // the query names it still
  const renamed = await compared(base, [...base, edge(external('other', 's'), internal('t'))])
  expect([...renamed.addedEdges()].map(({ from }) => from)).toEqual([
    { type: 'external_table', schema: 's', table: 'other' },
  ])
})

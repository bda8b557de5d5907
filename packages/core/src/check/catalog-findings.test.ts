import { expect, test } from 'vitest'
import { column, edge, external, internal, query, reportOf, resource } from '../../test/run-of.ts'
import type { CatalogTable } from '../../test/with-catalog.ts'

/** The findings of lines that all lead to one thing, beside a catalog. */
const findingsOf = async (
  catalog: readonly CatalogTable[] | undefined,
  froms: readonly object[],
  declared: readonly object[] = [],
) => {
  const lines = froms.map((from) => edge(from, internal('end')))
  const files = { 'run.jsonl': [...declared, resource('end', 'dashboard'), ...lines] }
  const { findings } = await reportOf(files, { preset: 'strict' }, catalog ? { catalog } : {})
  return findings.filter(({ rule }) => rule.startsWith('lineage/'))
}

test('tables of a catalog that an ambiguous mention fits are named by their parts, those of the run by their ids', async () => {
  const [finding] = await findingsOf(
    [
      { cluster: 'eu', database: 'crm', schema: 'public', table: 'orders' },
      { schema: 'public', table: 'orders' },
    ],
    [external('orders', 'public'), query('select * from public.orders')],
    [resource('table.7', 'table', { title: 'orders', schema: 'public', database: 'shop' })],
  )
  expect(finding).toMatchObject({
    rule: 'lineage/ambiguous-external',
    data: { candidates: ['eu.crm.public.orders', 'public.orders', 'table.7'], candidate_count: 3, count: 2 },
  })
})

test('columns of a catalog that an ambiguous mention fits are named with their table', async () => {
  const findings = await findingsOf(
    [{ database: 'crm', schema: 'public', table: 'orders', columns: ['ID', 'Id'] }],
    [column('id', 'orders', 'public', 'crm')],
  )
  expect(findings.map(({ rule, data }) => [rule, data['candidates']])).toEqual([
    ['lineage/ambiguous-external', ['crm.public.orders.ID', 'crm.public.orders.Id']],
  ])
})

test('beside a catalog nothing is unresolved, and without one nothing is unknown in it', async () => {
  const froms = [external('a', 's', 'd'), query('select * from d.s.b')]
  const rules = async (catalog?: readonly CatalogTable[]) =>
    (await findingsOf(catalog, froms)).map(({ rule, severity }) => `${severity} ${rule}`)
  expect(await rules()).toEqual(['info lineage/unresolved-external'])
  expect(await rules([])).toEqual(['error lineage/unknown-in-catalog', 'error lineage/unknown-in-catalog'])
})

test('the nearest table is looked for among the run and the catalogs, by the parts that are given', async () => {
  const nearest = async (from: object) =>
    (
      await findingsOf(
        [{ database: 'shop', schema: 'public', table: 'orders', columns: ['amount'] }],
        [from],
        [resource('1', 'table', { title: 'customers', schema: 'crm' })],
      )
    ).find(({ rule }) => rule === 'lineage/unknown-in-catalog')!.data['nearest']
  expect(await nearest(external('order'))).toBe('orders')
  expect(await nearest(external('orders', 'publik', 'shop'))).toBe('shop.public.orders')
  expect(await nearest(query('select * from crm.custmers'))).toBe('crm.customers')
  expect(await nearest(column('amout', 'orders'))).toBe('amount')
  expect(await nearest(external('nothing_like_it', 'anywhere'))).toBe(null)
})

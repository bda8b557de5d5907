import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { statsOf } from '../src/index.ts'
import { checkRun } from '../src/node/index.ts'

/** Runs made from public metadata, each with figures that another program counted. They are not part of this repository. */
const REAL_DATA = fileURLToPath(new URL('../../../../shared/realdata', import.meta.url))
const sets = existsSync(REAL_DATA)
  ? readdirSync(REAL_DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : []

test('there are real runs to check', ({ skip }) => {
  skip(sets.length === 0, 'the folder of real runs is not beside this checkout')
  expect(sets.length).toBeGreaterThan(0)
})

test.for(sets.map(({ name }) => name))(
  'the figures of %s are those that another program counted',
  async (name) => {
    const folder = `${REAL_DATA}/${name}`
    const expected: Record<string, unknown> = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
    const { summary, graph } = await checkRun(folder)
    const figures: Record<string, unknown> = { ...summary, ...statsOf(graph) }
    const counted = Object.keys(expected).filter((name) => expected[name] !== null) // null: needs SQL to be read
    for (const name of counted) expect({ [name]: figures[name] }).toEqual({ [name]: expected[name] })
    expect(counted.length).toBeGreaterThan(10)
  },
)

test('the queries of openmetadata_sample read tables of the run', async ({ skip }) => {
  const name = 'openmetadata_sample'
  skip(!sets.some((set) => set.name === name), `${name} is not beside this checkout`)
  const { graph, findings } = await checkRun(`${REAL_DATA}/${name}`)
  const read = Array.from({ length: graph.edgeCount }, (_, edge) => edge)
    .filter((edge) => graph.readsOf(edge).length > 0)
    .map((edge) => `${graph.idOf(graph.fromOf(edge))} → ${graph.idOf(graph.toOf(edge))}`)
  const shop = 'sample_data.ecommerce_db.shopify'
  expect(read).toEqual([
    `${shop}.raw_customer → ${shop}.dim_address`,
    `${shop}.raw_order → ${shop}."dim.product"`,
    `${shop}.raw_order → ${shop}."dim.product.variant"`,
    `${shop}.raw_customer → ${shop}."dim.product"`,
    `${shop}.raw_customer → ${shop}."dim.product.variant"`,
    `${shop}.dim_address → ${shop}.dim_address_clean`,
  ])
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('lineage/query'))).toEqual([])
})

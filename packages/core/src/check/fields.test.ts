import { describe, expect, test } from 'vitest'
import { graphOf, internal, edge, external, resource, reportOf, type Files } from '../../test/run-of.ts'
import { Evidence } from './evidence.ts'
import { manyEdges } from './rules/graph-fan-out.ts'
import { locationMismatch } from './rules/hierarchy-location-mismatch.ts'

const ALL = { rules: { 'resource/missing-required-field': 'warning' } } as const
const found = async (files: Files, rule: string) =>
  (await reportOf(files, ALL)).findings.filter((finding) => finding.rule === rule)
const rulesOf = async (files: Files) => (await reportOf(files, ALL)).findings.map(({ rule }) => rule)

describe('an unknown field and the field that it was meant to be', () => {
  test('are two findings, each naming the other', async () => {
    const run = {
      'run.jsonl': [resource('t', 'dashboard', { group: 'g' }), resource('c', 'column', { parent_id: 't' })],
    }
    const [unknown] = await found(run, 'resource/unknown-field')
    expect(unknown!.data).toMatchObject({
      field: 'parent_id',
      nearest: 'parent_databuilder_id',
      missing: true,
    })
    expect(unknown!.help).toBe(
      "did you mean 'parent_databuilder_id'? The resource has no parent_databuilder_id, and Secoda asks for it.",
    )
    const [missing] = await found(run, 'hierarchy/missing-parent')
    expect(missing!.help).toBe("rename its unknown field 'parent_id' to parent_databuilder_id.")
    expect(missing!.data).toMatchObject({ unknown_field: 'parent_id' })
  })

  test('resource/missing-required-field names it beside what else is missing, in one finding', async () => {
    const run = { 'run.jsonl': [resource('t', 'table', { shema: 's' })] }
    const [missing] = await found(run, 'resource/missing-required-field')
    expect(missing!.message).toBe("the table 't' has no schema and no database")
    expect(missing!.help).toBe(
      "rename its unknown field 'shema' to schema, and set database to the name of the database that it is in.",
    )
    expect(missing!.data).toMatchObject({
      fields: ['schema', 'database'],
      unknown_fields: { schema: 'shema' },
    })
    expect((await found(run, 'resource/unknown-field'))[0]!.data).toMatchObject({
      field: 'shema',
      missing: true,
    })
  })

  test('resource/missing-title names it', async () => {
    const run = { 'run.jsonl': [{ entity_type: 'schema', databuilder_id: 's', titel: 's' }] }
    expect((await found(run, 'resource/missing-title'))[0]!.data).toMatchObject({ unknown_field: 'titel' })
  })

  test('resource/missing-id names it, on its own line alone', async () => {
    const run = {
      'run.jsonl': [
        { entity_type: 'schema', id: 's' },
        { entity_type: 'schema', title: 's' },
      ],
    }
    expect((await found(run, 'resource/missing-id')).map(({ data }) => data['unknown_field'])).toEqual([
      'id',
      null,
    ])
    expect((await found(run, 'resource/unknown-field'))[0]!.data).toMatchObject({
      field: 'id',
      missing: true,
    })
  })

  test('resource/unknown-entity-type names it', async () => {
    const run = { 'run.jsonl': [{ entitytype: 'schema', databuilder_id: 's', title: 's' }] }
    expect((await found(run, 'resource/unknown-entity-type'))[0]!.help).toContain("'entitytype'")
  })

  test('are one finding where the known field is set, is refused, or is asked of other types', async () => {
    const declared = [
      resource('a', 'schema', { parent_id: 'x' }),
      resource('b', 'schema', { titel: 'x' }),
      { entity_type: 'schema', databuilder_id: 'c', title: 5, titel: 'x' },
    ]
    const unknown = await found({ 'run.jsonl': declared }, 'resource/unknown-field')
    expect(unknown.map(({ data }) => data['missing'])).toEqual([false, false, false])
  })

  test('where nothing is near, the help lists what a resource has', async () => {
    const [unknown] = await found(
      { 'run.jsonl': [resource('a', 'schema', { tags: [] })] },
      'resource/unknown-field',
    )
    expect(unknown!.data).toMatchObject({ nearest: null, missing: false })
    expect(unknown!.help).toContain('entity_type, databuilder_id, parent_databuilder_id')
  })
})

test('the same field at fault in several declarations of an id is one finding', async () => {
  const run = { 'run.jsonl': [1, 2].map(() => resource('a', 'schema', { tags: [], is_pk: 'no' })) }
  expect(await rulesOf(run)).toEqual([
    'resource/coerced-field',
    'resource/unknown-field',
    'resource/repeated-declaration',
  ])
  for (const rule of ['resource/coerced-field', 'resource/unknown-field'])
    expect((await found(run, rule))[0]!.locations.map(({ line }) => line)).toEqual([1, 2])
})

test('a converted field says what the SDK makes of it', async () => {
  const fields = { is_pk: 'true', sort_order: '4', external_updated_at: 1767322800 }
  const run = { 'run.jsonl': [resource('c', 'column', { ...fields, parent_databuilder_id: 'c' })] }
  expect((await found(run, 'resource/coerced-field')).map(({ message }) => message)).toEqual([
    "external_updated_at of 'c' is the number 1767322800, of which the SDK makes 2026-01-02T03:00:00Z",
    'is_pk of \'c\' is the string "true", of which the SDK makes true',
    'sort_order of \'c\' is the string "4", of which the SDK makes the number 4',
  ])
})

test('faults on lines without an id are told apart by their lines', async () => {
  const line = { entity_type: 'schema', title: 's', tags: [], owner: 'x' }
  const unknown = await found({ 'run.jsonl': [line, line] }, 'resource/unknown-field')
  expect(unknown.map(({ locations, data }) => [locations[0]!.line, data['field']])).toEqual([
    [1, 'tags'],
    [1, 'owner'],
    [2, 'tags'],
    [2, 'owner'],
  ])
  expect(new Set(unknown.map(({ fingerprint }) => fingerprint)).size).toBe(4)
})

test('a time that is no time counts as unset, so two of them make no conflict', async () => {
  const run = {
    'run.jsonl': ['today', 'now'].map((time) => resource('a', 'schema', { external_updated_at: time })),
  }
  expect(await rulesOf(run)).toEqual([
    'resource/invalid-timestamp',
    'resource/invalid-timestamp',
    'resource/repeated-declaration',
  ])
})

test('of a repeated id the declaration that stands is judged', async () => {
  const run = {
    'run.jsonl': [
      resource('a', 'table', { schema: 's', database: 'd' }),
      { entity_type: 'table', databuilder_id: 'a' },
    ],
  }
  expect(await rulesOf(run)).toEqual(['resource/conflicting-id'])
})

describe('hierarchy/location-mismatch', () => {
  test('a table that stands in another schema and database is one finding, with both', async () => {
    const run = {
      'run.jsonl': [
        resource('shop', 'database'),
        resource('shop.public', 'schema', { parent_databuilder_id: 'shop', title: 'public' }),
        resource('t', 'table', { parent_databuilder_id: 'shop.public', schema: 'raw', database: 'crm' }),
      ],
    }
    const [mismatch] = await found(run, 'hierarchy/location-mismatch')
    expect(mismatch!.message).toBe(
      "the table 't' says schema 'raw' and database 'crm', but is under the schema 'public' and the database 'shop'",
    )
    expect(mismatch!.data).toMatchObject({
      mismatches: [
        { field: 'schema', given: 'raw', title: 'public', id: 'shop.public' },
        { field: 'database', given: 'crm', title: 'shop', id: 'shop' },
      ],
    })
  })

  test('parents that run in a circle, and a chain of 50,000 tables, are walked to their end', async () => {
    const circle = [
      resource('a', 'table', { parent_databuilder_id: 'b', schema: 's', database: 'd' }),
      resource('b', 'table', { parent_databuilder_id: 'a', schema: 's', database: 'd' }),
    ]
    const chain = Array.from({ length: 50_000 }, (_, i) =>
      resource(`t${i}`, 'table', { parent_databuilder_id: `t${i + 1}`, schema: 's', database: 'd' }),
    )
    const graph = await graphOf({
      'run.jsonl': [...circle, ...chain, resource('t50000', 'schema', { title: 's' })],
    })
    expect([...locationMismatch.run(new Evidence(graph), {})]).toEqual([])
  })
})

describe('graph/fan-out', () => {
  const run = {
    'run.jsonl': [
      resource('hub'),
      ...['a', 'b', 'c'].map((table) => edge(internal('hub'), external(table, 's'))),
      edge(internal('hub'), external('a', 's')),
      edge(internal('hub'), internal('hub')),
      edge(internal('gone'), external('a', 's')),
    ],
  }
  const fans = async (max: number) => [...manyEdges(await graphOf(run), max)]

  test('manyEdges(graph, max) counts distinct edges either way, one to itself once', async () => {
    expect(await fans(4)).toEqual([])
    expect(await fans(3)).toMatchObject([
      { subject: { kind: 'resource', id: 'hub' }, count: 4, data: { in: 1, out: 4, max: 3 } },
    ])
  })

  test('manyEdges(graph, max) finds external things as well, as mentions', async () => {
    expect((await fans(1)).map(({ subject }) => subject)).toEqual([
      { kind: 'resource', id: 'hub' },
      {
        kind: 'mention',
        type: 'external_table',
        cluster: null,
        database: null,
        schema: 's',
        table: 'a',
        column: null,
      },
    ])
  })
})

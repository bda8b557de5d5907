import { describe, expect, test } from 'vitest'
import { edge, external, internal, query, reportOf, resource } from '../../test/run-of.ts'
import { ConfigError } from './config-error.ts'
import { nodesOfFinding } from './nodes-of-finding.ts'
import { jsonReport } from '../report/json.ts'
import { RULES } from './registry.ts'

const rulesOf = ({ findings }: { findings: readonly { rule: string }[] }) => findings.map(({ rule }) => rule)

describe('one finding for one mistake', () => {
  test('a missing id that three edges name is one finding with its three places', async () => {
    const { findings } = await reportOf({
      'run.jsonl': [
        resource('dashboard.24', 'dashboard'),
        ...[1, 2, 3].map((i) => resource(`chart.${i}`, 'dashboard')),
        ...[1, 2, 3].map((i) => edge(internal('dashboard.42'), internal(`chart.${i}`))),
      ],
    })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'lineage/dangling-internal',
      severity: 'error',
      subject: { kind: 'resource', id: 'dashboard.42' },
      data: { count: 3, nearest: 'dashboard.24' },
    })
    expect(findings[0]!.locations.map(({ line }) => line)).toEqual([5, 6, 7])
    expect(findings[0]!.help).toContain("did you mean 'dashboard.24'?")
  })

  test('30 tables that are all linked to one another are one circle', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `t${i}`)
    const edges = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => edge(internal(a), internal(b))))
    const { findings } = await reportOf({ 'run.jsonl': [...ids.map((id) => resource(id)), ...edges] })
    expect(rulesOf({ findings })).toEqual(['lineage/no-cycle'])
    expect(findings[0]!.data).toMatchObject({ size: 30, circle: ['t0', 't1'] })
  })

  test('of more than 20 places the first 20 are given, and all are counted', async () => {
    const { findings } = await reportOf({
      'run.jsonl': [
        resource('end', 'dashboard'),
        ...Array.from({ length: 50 }, () => edge(internal('gone'), internal('end'))),
      ],
    })
    const dangling = findings.find(({ rule }) => rule === 'lineage/dangling-internal')!
    expect([dangling.locations.length, dangling.data.count]).toEqual([20, 50])
  })

  test('a field that the SDK refuses counts as unset, and that is no second mistake', async () => {
    const report = await reportOf({
      'run.jsonl': [
        { entity_type: 'column', databuilder_id: 'c', title: 'c', parent_databuilder_id: 7 },
        { entity_type: ['table'], databuilder_id: 't', title: 't' },
      ],
    })
    expect(rulesOf(report)).toEqual(['resource/wrong-field-type', 'resource/wrong-field-type'])
    expect(report.summary.resources).toBe(2)
  })

  test('an id that is its own parent is neither a circle nor under something wrong', async () => {
    expect(
      rulesOf(await reportOf({ 'run.jsonl': [resource('s', 'schema', { parent_databuilder_id: 's' })] })),
    ).toEqual(['hierarchy/self-parent'])
  })

  test('a query as target is reported once, and no other rule judges the pair', async () => {
    const report = await reportOf({
      'run.jsonl': [edge(query('a'), query('b')), edge(query('a'), query('b'))],
    })
    expect(rulesOf(report)).toEqual(['lineage/query-as-target'])
    expect(report.summary).toMatchObject({ lineage: 2, edges: 0 })
  })
})

describe('places', () => {
  test('a finding points to the value inside its line, in UTF-16 columns from 1', async () => {
    const line =
      '{"entity_type":"column","title":"é😀","databuilder_id":"c","parent_databuilder_id":"gone"}\r\n'
    const { findings } = await reportOf({ 'run.jsonl': `\ufeff\n${line}` })
    const column = line.indexOf('"gone"') + 1
    expect(findings[0]!.locations[0]).toMatchObject({
      file: 'run.jsonl',
      line: 2,
      column,
      endColumn: column + 6,
    })
  })

  test('of something repeated the repeat comes first, then the first declaration', async () => {
    const { findings } = await reportOf({
      'run.jsonl': [resource('x'), resource('y'), resource('x'), resource('x')],
    })
    expect(findings[0]!.locations.map(({ line }) => line)).toEqual([3, 1, 4])
  })

  test('a circle begins at the hop with the smallest line, its message at the smallest id', async () => {
    const { findings } = await reportOf({
      'run.jsonl': [
        ...['a', 'b', 'c'].map((id) => resource(id)),
        edge(internal('b'), internal('c')),
        edge(internal('c'), internal('a')),
        edge(internal('a'), internal('b')),
      ],
    })
    expect(findings[0]!.locations.map(({ line }) => line)).toEqual([4, 5, 6])
    expect(findings[0]!.message).toContain("'a' → 'b' → 'c' → 'a'")
    expect(findings[0]!.data).toMatchObject({ cut: [expect.anything()] })
  })
})

describe('severities', () => {
  const twice = { 'run.jsonl': [resource('x'), resource('x')] }

  test('check(graph, { preset }) takes the severities of the preset', async () => {
    expect((await reportOf(twice)).summary).toMatchObject({ warnings: 1, ok: true })
    expect((await reportOf(twice, { preset: 'minimal' })).findings).toEqual([])
  })

  test('check(graph, { rules }) sets single rules', async () => {
    const rules = { 'resource/repeated-declaration': 'error' } as const
    expect((await reportOf(twice, { rules })).ok).toBe(false)
    expect((await reportOf(twice, { rules: { 'resource/repeated-declaration': 'off' } })).findings).toEqual(
      [],
    )
  })

  test('check(graph, { dialect }) throws ConfigError for a dialect that does not exist, and names the nearest', async () => {
    await expect(reportOf(twice, { dialect: 'bigqery' })).rejects.toMatchObject({
      code: 'config',
      help: "did you mean 'bigquery'?",
    })
    for (const dialect of ['postgres', 'PostgreSQL', 'T-SQL'])
      expect((await reportOf(twice, { dialect })).ok).toBe(true)
  })

  test('check(graph, { rules }) throws ConfigError for a rule that does not exist, and names the nearest', async () => {
    await expect(reportOf(twice, { rules: { 'lineage/no-cycel': 'off' } })).rejects.toThrow(ConfigError)
    await expect(reportOf(twice, { rules: { 'lineage/no-cycel': 'off' } })).rejects.toMatchObject({
      help: "did you mean 'lineage/no-cycle'?",
    })
  })
})

test('every rule has an id of its own, severities for every preset, and a reason', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  for (const { id, severity, why } of RULES) {
    expect(id).toMatch(/^(input|resource|hierarchy|lineage|graph|baseline)\/[a-z-]+$/)
    expect(Object.keys(severity)).toEqual(['minimal', 'recommended', 'strict'])
    expect(why.length).toBeGreaterThan(40)
  }
})

describe('the order of lines, where one of two equal declarations has a field that is refused', () => {
  test.each([
    ['a refused parent', { entity_type: 'column', parent_databuilder_id: 5 }, { entity_type: 'column' }],
    ['a refused type', { entity_type: 5 }, {}],
    ['two refused titles', { entity_type: 'table', title: [] }, { entity_type: 'table', title: 5 }],
  ])('%s', async (_, one, other) => {
    const lines = [one, other].map((fields) => ({ databuilder_id: 'c', ...fields }))
    const placeless = async (run: readonly unknown[]) =>
      (await reportOf({ 'run.jsonl': run })).findings.map(({ rule, message }) => `${rule} ${message}`).sort()
    expect(await placeless(lines)).toEqual(await placeless([...lines].reverse()))
  })
})

test('a lineage end that is nested without end costs no other line', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const report = await reportOf({
    'run.jsonl': `{"from_identifier":${deep},"to_identifier":{"type":"internal_resource","databuilder_id":"a"}}\n${JSON.stringify(resource('a'))}\n`,
  })
  expect(rulesOf(report)).toEqual(['lineage/invalid-identifier'])
  expect([...jsonReport(report)].join('').length).toBeLessThan(2000)
  expect(report.summary.resources).toBe(1)
})

test('a circle of things that share a name tells them apart', async () => {
  const { findings, graph } = await reportOf({
    'run.jsonl': [
      resource('orders', 'dashboard'),
      edge(internal('orders'), external('orders')),
      edge(external('orders'), internal('orders')),
    ],
  })
  expect(findings[0]!.message).toContain("'orders' → 'orders (external_table)'")
  expect(
    nodesOfFinding(graph, findings[0]!)
      .map((node) => graph.keyOf(node))
      .sort(),
  ).toEqual(['id:orders', 'table:[null,null,null,"orders"]'])
})

test('an edge from a missing id to itself is one place', async () => {
  const { findings } = await reportOf({
    'run.jsonl': [resource('a'), edge(internal('gone'), internal('gone'))],
  })
  expect(findings.find(({ rule }) => rule === 'lineage/dangling-internal')!.data.count).toBe(1)
})

test('a conflicting id names every field that differs, however many declarations there are', async () => {
  const { findings } = await reportOf({
    'run.jsonl': [
      resource('a'),
      ...Array.from({ length: 22 }, (_, i) => resource('a', 'table', { description: String(i) })),
      resource('a', 'table', { group: 'g' }),
    ],
  })
  expect(findings[0]!.data).toMatchObject({ fields: ['description', 'group'], count: 24 })
})

test('the finding of an empty file is the same wherever the run lies', async () => {
  const fingerprint = async (folder: string) =>
    (
      await reportOf({
        [`${folder}lineage.jsonl`]: [edge(internal('a'), external('t'))],
        [`${folder}resources.jsonl`]: '',
      })
    ).findings.find(({ rule }) => rule === 'input/empty')!.fingerprint
  expect(await fingerprint('/home/ann/out/')).toBe(await fingerprint('out/'))
})

test('a missing parent is never said to be meant as one of its own children', async () => {
  const { findings } = await reportOf({
    'r.jsonl': [resource('dash1', 'dashboard', { group: 'g', parent_databuilder_id: 'dash1p' })],
  })
  expect(findings).toMatchObject([{ rule: 'hierarchy/dangling-parent', data: { nearest: null } }])
})

import { expect, test } from 'vitest'
import { column, edge, external, internal, query, reportOf, resource } from '../../test/run-of.ts'
import { nodesOfFinding } from './nodes-of-finding.ts'

test('nodesOfFinding(graph, finding) gives what a picture marks', async () => {
  const { findings, graph } = await reportOf({
    'run.jsonl': [
      resource('a'),
      edge(internal('a'), internal('gone')),
      edge(external('t', 's', 'd'), column('c', 't', 's', 'd')),
      edge(internal('gone'), internal('a')),
      edge(query('select 1'), internal('a')),
    ],
  })
  const table = 'table:[null,"d","s","t"]'
  const tableColumn = `column:${JSON.stringify([table, 'c'])}`
  const marked = findings.map((finding) => [
    finding.rule,
    nodesOfFinding(graph, finding).map((node) => graph.keyOf(node)),
  ])
  expect(marked).toEqual([
    ['lineage/dangling-internal', ['id:gone']],
    ['lineage/no-cycle', ['id:a', 'id:gone']],
    ['lineage/unresolved-external', [tableColumn]],
    ['lineage/unresolved-external', [table]],
    ['lineage/unsupported-pair', [table, tableColumn]],
    ['lineage/query-no-tables', ['id:a']],
  ])
})

test('nodesOfFinding(graph, finding) of what queries mention is the table that they read', async () => {
  const { findings, graph } = await reportOf(
    {
      'run.jsonl': [
        resource('end', 'dashboard'),
        edge(query('select * from s.ordrs'), internal('end')),
        edge(query('select * from s.Users where ('), internal('end')),
      ],
    },
    {},
    {
      catalog: [
        { schema: 's', table: 'orders' },
        { schema: 's', table: 'users' },
      ],
    },
  )
  const marked = findings.map((finding) => [
    finding.rule,
    nodesOfFinding(graph, finding).map((node) => graph.keyOf(node)),
  ])
  expect(marked).toEqual([
    ['lineage/unknown-in-catalog', ['table:[null,null,"s","ordrs"]']],
    ['lineage/query-not-understood', ['table:[null,null,"s","users"]', 'id:end']],
  ])
})

import type { LineageGraph } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { feeds, feedsFromOutside, plainRun, thing } from './plain-run.ts'
import { shownAt, shownFinest, type Shown } from './shown.ts'

const run = await plainRun(
  [
    thing('database', 'db'),
    thing('schema', 's', 'db'),
    thing('table', 't', 's'),
    thing('column', 't.c', 't'),
    thing('dashboard_group', 'g'),
    thing('dashboard', 'd', 'g'),
    thing('chart', 'ch', 'd'),
    thing('column', 'orphan'),
    thing('column', 'quiet'),
  ],
  [feeds('t.c', 'ch'), feeds('orphan', 't'), feedsFromOutside('public', 'orders', 't'), feeds('gone', 't')],
)
const { graph } = run
const finest = shownFinest(graph)

test('shownFinest(graph) shows tables, dashboards, charts, what is outside or missing, and columns that nothing takes up', () => {
  expect(names(graph, finest)).toEqual(['t', 'd', 'ch', 'orphan', 'gone', 'orders'])
})

test('shownFinest(graph) lets a chart without lineage stand in its dashboard, and shows one that is in nothing', async () => {
  const quiet = await plainRun(
    [thing('dashboard', 'd'), thing('chart', 'inside', 'd'), thing('chart', 'alone')],
    [],
  )
  expect(names(quiet.graph, shownFinest(quiet.graph))).toEqual(['d', 'alone'])
})

test('shownFinest(graph) lets a column stand in its table', () => {
  const [table, column] = [graph.nodeOfId('t')!, graph.nodeOfId('t.c')!]
  expect(finest.ancestor[column]).toBe(table)
})

test('shownAt(graph, finest, 1) shows schemas and dashboards, and outside tables by schema', () => {
  expect(names(graph, shownAt(graph, finest, 1))).toEqual(['s', 'd', 'orphan', 'gone', 'public'])
})

test('shownAt(graph, finest, 0) shows databases and groups', () => {
  expect(names(graph, shownAt(graph, finest, 0))).toEqual(['db', 'g', 'orphan', 'gone', 'Outside this run'])
})

test('shownAt(…) takes parents that run in a circle as they come', async () => {
  const circle = await plainRun([thing('table', 'a', 'b'), thing('table', 'b', 'a')], [feeds('a', 'b')])
  const all = shownFinest(circle.graph)
  expect(names(circle.graph, all)).toEqual(['a', 'b'])
  expect(shownAt(circle.graph, all, 0).things.length).toBeGreaterThan(0)
})

const names = (of: LineageGraph, { things, groups }: Shown): string[] =>
  Array.from(things, (one) =>
    one < of.nodeCount ? of.titleOf(one) || of.idOf(one) : groups[one - of.nodeCount]!.title,
  )

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { column, edge, external, graphOf, internal, resource } from '../../test/run-of.ts'
import { OUTSIDE } from './thing-groups.ts'
import { insideOf, keyOfThing, rowsOf, thingOfKey, thingTreeOf } from './visible-tree.ts'

const under = (parent: string) => ({ parent_databuilder_id: parent })

test('thingTreeOf(graph) gives every node one place: in the order, or as a row of something in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async (run) => {
      const graph = await graphOf(run)
      const tree = thingTreeOf(graph)
      expect([...tree.order].sort((a, b) => a - b)).toEqual(
        Array.from({ length: tree.thingCount }, (_, thing) => thing).filter(
          (thing) => thing >= tree.nodeCount || tree.rowOf[thing]! < 0,
        ),
      )
      tree.order.forEach((thing, position) => {
        expect(tree.at[thing]).toBe(position)
        const parent = tree.parents[thing]!
        if (parent >= 0) {
          expect(tree.at[parent]!).toBeLessThan(position)
          expect(tree.end[tree.at[parent]!]!).toBeGreaterThanOrEqual(tree.end[position]!)
          expect([...insideOf(tree, parent)]).toContain(thing)
        } else expect([...tree.roots]).toContain(thing)
        for (const row of rowsOf(tree, thing)) expect(tree.at[row]).toBe(position)
      })
      expect(tree.nodesBefore.at(-1)).toBe(tree.nodeCount)
    }),
  )
})

test('thingTreeOf(graph) makes columns rows of their table, and of a column without one a thing', async () => {
  const graph = await graphOf({
    'run.jsonl': [
      resource('s', 'schema'),
      resource('t', 'table', under('s')),
      resource('t.c', 'column', under('t')),
      resource('t.c.d', 'column', under('t.c')),
      resource('alone', 'column'),
      resource('lost.c', 'column', under('lost')),
    ],
  })
  const tree = thingTreeOf(graph)
  const node = (id: string) => graph.nodeOfId(id)!
  expect([...rowsOf(tree, node('t'))]).toEqual([node('t.c')])
  expect(tree.rowOf[node('t.c.d')]).toBe(node('t.c'))
  expect(tree.rowOf[node('alone')]).toBe(-1)
  expect([...rowsOf(tree, node('lost'))]).toEqual([node('lost.c')])
})

test('thingTreeOf(graph) puts what is outside under its schema, its database and one group of all', async () => {
  const graph = await graphOf({
    'run.jsonl': [
      resource('t'),
      edge(external('full', 'public', 'shop'), internal('t')),
      edge(external('half', 'public'), internal('t')),
      edge(external('bare'), internal('t')),
      edge(column('c', 'bare'), internal('t')),
    ],
  })
  const tree = thingTreeOf(graph)
  const around = (table: string): string[] => {
    const node = Array.from({ length: graph.nodeCount }, (_, i) => i).find(
      (one) => graph.titleOf(one) === table,
    )!
    const keys: string[] = []
    for (let above = tree.parents[node]!; above >= 0; above = tree.parents[above]!)
      keys.push(keyOfThing(graph, tree, above))
    return keys
  }
  expect(around('full')).toEqual(['outside:[null,"shop","public"]', 'outside:[null,"shop"]', OUTSIDE])
  expect(around('half')).toEqual(['outside:[null,null,"public"]', OUTSIDE])
  expect(around('bare')).toEqual([OUTSIDE])
  expect(tree.depth[tree.at[tree.groupOfKey.get(OUTSIDE)!]!]).toBe(-1)
})

test('thingTreeOf(graph) shows more than 1,500 children in ranges of about 1,000, and ranges of ranges where they are many', async () => {
  const tables = Array.from({ length: 4100 }, (_, i) => resource(`t${i}`, 'table', under('s')))
  const graph = await graphOf({ 'run.jsonl': [resource('s', 'schema'), ...tables] })
  const tree = thingTreeOf(graph)
  const ranges = [...insideOf(tree, graph.nodeOfId('s')!)]
  expect(ranges.map((range) => insideOf(tree, range).length)).toEqual([820, 820, 820, 820, 820])
  expect(keyOfThing(graph, tree, ranges[1]!)).toBe('range:1:id:s')
  expect(thingOfKey(graph, tree, 'range:1:id:s')).toBe(ranges[1])
  expect(tree.groups[1]).toMatchObject({
    kind: 'range',
    first: graph.nodeOfId('t820'),
    last: graph.nodeOfId('t1639'),
  })
})

test('thingTreeOf(graph) takes a chain of 100,000 parents without recursion', async () => {
  const lines = Array.from({ length: 100_000 }, (_, i) =>
    resource(`s${i}`, 'schema', i > 0 ? under(`s${i - 1}`) : {}),
  )
  const tree = thingTreeOf(await graphOf({ 'run.jsonl': lines }))
  expect(tree.depth[99_999]).toBe(99_999)
  expect(tree.end[0]).toBe(100_000)
})

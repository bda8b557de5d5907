import { expect, test } from 'vitest'
import { atlasOf } from '../../test/atlas-of.ts'
import { column, edge, external, graphOf, internal, resource } from '../../test/run-of.ts'
import { neighbourhoodOf, NO_HOP, waitingAt, type Expansion, type Neighbourhood } from './neighbourhood.ts'
import { visibleLineage } from './visible-lineage.ts'
import { readableLevel, visibleMap } from './visible-map.ts'
import type { RowList } from './visible-rows.ts'
import { keyOfThing, rowsOf } from './visible-tree.ts'

const LIST: RowList = { from: 0, most: 100, find: '', onlyTraced: false }

const shop = {
  'run.jsonl': [
    resource('db', 'database'),
    resource('raw', 'schema', { parent_databuilder_id: 'db' }),
    resource('marts', 'schema', { parent_databuilder_id: 'db' }),
    ...['orders', 'items'].map((id) => resource(id, 'table', { parent_databuilder_id: 'raw' })),
    ...['facts', 'daily'].map((id) => resource(id, 'table', { parent_databuilder_id: 'marts' })),
    ...['orders', 'facts', 'daily'].flatMap((table) =>
      ['id', 'sum'].map((name, i) =>
        resource(`${table}.${name}`, 'column', {
          parent_databuilder_id: table,
          title: name,
          sort_order: 1 - i,
        }),
      ),
    ),
    edge(internal('orders.id'), internal('facts.id')),
    edge(internal('orders.sum'), internal('facts.sum')),
    edge(internal('items'), internal('facts')),
    edge(internal('facts.sum'), internal('daily.sum')),
    edge(internal('facts'), internal('facts')),
    edge(external('rates', 'erp'), internal('facts')),
    edge(column('rate', 'rates', 'erp'), internal('facts.sum')),
    edge(internal('gone'), internal('orders')),
  ],
}

test('visibleMap(atlas, wish) draws any mix of levels: one schema open, its neighbour closed, a table with its columns', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const opened = new Set(['id:db', 'id:marts', 'outside:', 'outside:[null,null,"erp"]'])
  const visible = visibleMap(atlas, {
    isOpen: (thing) => opened.has(keyOfThing(graph, tree, thing)),
    listOf: (thing) => (keyOfThing(graph, tree, thing) === 'id:daily' ? LIST : null),
    hidden: null,
  })
  const name = (index: number): string => keyOfThing(graph, tree, visible.things[index]!)
  expect(Array.from(visible.things, (_, i) => name(i))).toEqual([
    ...['id:db', 'id:raw', 'id:marts', 'id:facts', 'id:daily', 'id:gone'],
    'table:[null,null,"erp","rates"]',
  ])
  expect([...visible.box]).toEqual([-1, 0, 0, 2, 2, -1, -1])
  expect([...visible.lane]).toEqual([0, 0, 0, 0, 0, 0, 1])
  const { lines, rows } = visible
  const end = (thing: number, row: number): string => (row < 0 ? name(thing) : graph.keyOf(rows.nodes[row]!))
  const drawn = Array.from({ length: lines.count }, (_, line) => [
    end(lines.from[line]!, lines.fromRow[line]!),
    end(lines.to[line]!, lines.toRow[line]!),
    lines.weights[line],
  ])
  expect(drawn).toEqual([
    ['id:raw', 'id:facts', 3],
    ['id:facts', 'id:facts', 1],
    ['id:facts', 'id:daily.sum', 1],
    ['id:gone', 'id:raw', 1],
    ['table:[null,null,"erp","rates"]', 'id:facts', 2],
  ])
  expect([...rows.nodes].map((node) => graph.idOf(node))).toEqual(['daily.sum', 'daily.id'])
})

test('visibleMap(atlas, wish) draws the little that is outside in a box of its own, where there is no room for a lane', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const visible = visibleMap(atlas, { isOpen: () => true, listOf: () => null, hasLane: false, hidden: null })
  const keys = Array.from(visible.things, (thing) => keyOfThing(graph, tree, thing))
  const [around, rates] = ['outside:', 'table:[null,null,"erp","rates"]'].map((key) => keys.indexOf(key))
  expect([visible.isBox[around!], visible.box[rates!]]).toEqual([1, around])
  expect(visible.lane).not.toContain(1)
})

test('visibleMap(atlas, wish) puts no box round one thing alone of what is outside, nor round all of it', async () => {
  const named = (database: string, schema: string, table: string) => ({
    type: 'external_table',
    ...{ database, schema, table },
  })
  const keysOf = async (...tables: ReturnType<typeof named>[]): Promise<string[]> => {
    const atlas = atlasOf(
      await graphOf({
        'run.jsonl': [resource('t', 'table'), ...tables.map((table) => edge(table, internal('t')))],
      }),
    )
    const isOpen = (thing: number): boolean => atlas.tree.depth[atlas.tree.at[thing]!]! < 1
    const { things } = visibleMap(atlas, { isOpen, listOf: () => null, hidden: null })
    return Array.from(things, (thing) => keyOfThing(atlas.graph, atlas.tree, thing))
  }
  // Each database holds one schema.
  expect(await keysOf(named('crm', 'public', 'leads'), named('erp', 'fin', 'rates'))).toEqual([
    ...['id:t', 'outside:', 'outside:[null,"crm","public"]', 'outside:[null,"erp","fin"]'],
  ])
  // One database is all that is outside.
  expect(await keysOf(named('crm', 'public', 'leads'), named('crm', 'archive', 'leads'))).toEqual([
    ...['id:t', 'outside:', 'outside:[null,"crm","public"]', 'outside:[null,"crm","archive"]'],
  ])
})

test('a column as focus is followed from column to column, and what is beside it does not belong', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const focus = graph.nodeOfId('facts.sum')!
  const near = neighbourhoodOf(atlas, { focus, up: 1, down: 1, expansions: [], hidden: null, most: 100 })
  const visible = visibleLineage(atlas, near, {
    ...{
      whole: -1,
      ends: [],
      boxes: 'none',
      isClosed: () => false,
      row: focus,
      hidden: null,
      listOf: () => ({ ...LIST, onlyTraced: true }),
    },
  })
  const rows = Array.from(visible.rows.nodes, (node) => graph.titleOf(node))
  expect(rows).toEqual(['sum', 'sum', 'sum', 'rate'])
  expect(visible.edgeParts).toEqual({ all: 8, drawn: 3, folded: 0, hidden: 0, beyond: 5 })
  expect([...visible.rows.more]).toEqual([1, 1, 1, 0])
  const hopOf = (id: string): number => near.hop[tree.at[graph.nodeOfId(id)!]!]!
  expect([hopOf('orders'), hopOf('facts'), hopOf('daily'), hopOf('items')]).toEqual([-1, 0, 1, NO_HOP])
})

test('waitingAt(…) counts the neighbours that wait beyond a thing', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const near = (expansions: readonly Expansion[]): Neighbourhood =>
    neighbourhoodOf(atlas, {
      ...{ focus: graph.nodeOfId('daily')!, up: 1, down: 1, expansions, hidden: null, most: 100 },
    })
  const facts = graph.nodeOfId('facts')!
  expect(waitingAt(atlas, near([]), null)([tree.at[facts]!], 'up')).toBe(3)
  const opened = near([{ things: [facts], side: 'up', far: false }])
  expect(waitingAt(atlas, opened, null)([tree.at[facts]!], 'up')).toBe(0)
  expect(waitingAt(atlas, opened, null)([tree.at[graph.nodeOfId('orders')!]!], 'up')).toBe(1)
  const far = near([{ things: [facts], side: 'up', far: true }])
  expect(far.hop[tree.at[graph.nodeOfId('gone')!]!]).toBe(-3)
})

test('neighbourhoodOf(…).aside tells what was opened against the way from the focus, and beyond that', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const [focus, facts] = [graph.nodeOfId('orders')!, graph.nodeOfId('facts')!]
  const asideWith = (...expansions: Expansion[]): string[] => {
    const wish = { focus, up: 0, down: 1, expansions, hidden: null, most: 100 }
    const { aside, positions } = neighbourhoodOf(atlas, wish)
    return [...positions].filter((at) => aside?.[at]).map((at) => graph.idOf(tree.order[at]!))
  }
  expect(asideWith({ things: [facts], side: 'down', far: true })).toEqual([])
  expect(asideWith({ things: [facts], side: 'up', far: false })).toContain('items')
  expect(asideWith({ things: [facts], side: 'up', far: false })).not.toContain('orders')
})

test('neighbourhoodOf(atlas, { most }) keeps the nearest, and says how many there are', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const near = neighbourhoodOf(atlas, {
    ...{ focus: graph.nodeOfId('daily')!, up: Infinity, down: 0, expansions: [], hidden: null, most: 2 },
  })
  expect([...near.positions].map((at) => graph.idOf(tree.order[at]!))).toEqual(['facts', 'daily'])
  expect(near.total).toBe(6)
})

test('readableLevel(tree) is the deepest level that stays under so many things, boxes included', async () => {
  const { tree } = atlasOf(await graphOf(shop))
  expect([2, 3, 5, 6, 9, 10].map((most) => readableLevel(tree, most))).toEqual([0, 0, 0, 1, 1, 2])
})

test('rows of a long list are traced ones first, and a part of it where one scrolls or searches', async () => {
  const columns = Array.from({ length: 30 }, (_, i) =>
    resource(`t.c${i}`, 'column', { parent_databuilder_id: 't' }),
  )
  const atlas = atlasOf(
    await graphOf({
      'run.jsonl': [resource('t'), resource('u'), ...columns, edge(internal('t.c25'), internal('u'))],
    }),
  )
  const { graph, tree } = atlas
  const shown = (list: Partial<RowList>): [string[], number] => {
    const { rows } = visibleMap(atlas, {
      ...{ isOpen: () => false, hidden: null },
      listOf: (thing) => (rowsOf(tree, thing).length > 0 ? { ...LIST, most: 3, ...list } : null),
    })
    return [Array.from(rows.nodes, (node) => graph.titleOf(node)), rows.more[0]!]
  }
  expect(shown({})).toEqual([['t.c25', 't.c0', 't.c1'], 27])
  expect(shown({ from: 1 })).toEqual([['t.c0', 't.c1', 't.c2'], 27])
  expect(shown({ find: 'C2' })).toEqual([['t.c25', 't.c2', 't.c20'], 8])
  expect(shown({ onlyTraced: true })).toEqual([['t.c25'], 29])
})

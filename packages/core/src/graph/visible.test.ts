import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { column, edge, external, graphOf, internal, resource } from '../../test/run-of.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { neighbourhoodOf, NO_HOP, waitingAt, type Expansion, type Neighbourhood } from './neighbourhood.ts'
import { edgesBehind, hiddenBelow, type Atlas, type Visible } from './visible.ts'
import { cardEdgesOf } from './visible-cards.ts'
import { foldThings } from './visible-fold.ts'
import { visibleLineage, type Boxes } from './visible-lineage.ts'
import { readableLevel, visibleMap } from './visible-map.ts'
import type { RowList } from './visible-rows.ts'
import { isContainer, keyOfThing, rowsOf, thingTreeOf } from './visible-tree.ts'

const atlasOf = (graph: LineageGraph): Atlas => {
  const tree = thingTreeOf(graph)
  return { graph, tree, cards: cardEdgesOf(graph, tree) }
}
const LIST: RowList = { from: 0, most: 100, find: '', onlyTraced: false }

/** Where an edge of the run is: as a plain reader of the rules finds it, one edge at a time. */
type Whereabouts = string | 'folded' | 'hidden' | 'beyond'

/** Adds the edges up one by one, and holds the picture against that. */
function holdAgainst(
  { graph, tree }: Atlas,
  visible: Visible,
  standsFor: (node: number) => number | 'hidden' | 'beyond',
  belongs: (edge: number) => boolean,
): void {
  const rowNames = new Map([...visible.rows.nodes].map((node, row) => [node, row]))
  const endOf = (node: number, thing: number): string => {
    const row = tree.rowOf[node]! < 0 ? undefined : rowNames.get(tree.rowOf[node]!)
    return row === undefined || visible.rows.thingOf[row] !== thing ? `${thing}` : `${thing}.${row}`
  }
  const wanted = new Map<string, number[]>()
  const parts = { drawn: 0, folded: 0, hidden: 0, beyond: 0 }
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [from, to] = [graph.fromOf(edge), graph.toOf(edge)]
    const where = ((): Whereabouts => {
      const [one, other] = [standsFor(from), standsFor(to)]
      if (one === 'hidden' || other === 'hidden') return 'hidden'
      if (one === 'beyond' || other === 'beyond' || !belongs(edge)) return 'beyond'
      const [start, end] = [endOf(from, one), endOf(to, other)]
      const isDrawnItself = start.includes('.') ? tree.rowOf[from] === from : visible.things[one] === from
      if (start === end && !(from === to && isDrawnItself)) return 'folded'
      return `${start} ${end}`
    })()
    if (where === 'folded' || where === 'hidden' || where === 'beyond') parts[where]++
    else {
      parts.drawn++
      wanted.set(where, [...(wanted.get(where) ?? []), edge])
    }
  }
  expect(visible.edgeParts).toEqual({ all: graph.edgeCount, ...parts })
  const { lines } = visible
  const name = (thing: number, row: number): string => (row < 0 ? `${thing}` : `${thing}.${row}`)
  const found = new Map<string, number[]>()
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [
      { thing: lines.from[line]!, row: lines.fromRow[line]! },
      { thing: lines.to[line]!, row: lines.toRow[line]! },
    ]
    const behind = edgesBehind({ graph, tree, cards: cardEdgesOf(graph, tree) }, visible, from, to)
    expect(behind).toHaveLength(lines.weights[line]!)
    found.set(
      `${name(from.thing, from.row)} ${name(to.thing, to.row)}`,
      behind.sort((a, b) => a - b),
    )
  }
  expect(found).toEqual(wanted)
  const { all, drawn, folded, hidden, beyond } = visible.thingParts
  expect(all).toBe(graph.nodeCount)
  expect(drawn + folded + hidden + beyond).toBe(all)
  const nodes = [...visible.things].filter((thing) => thing < tree.nodeCount)
  expect(drawn).toBe(nodes.length + visible.rows.nodes.length)
  expect(new Set(visible.things).size).toBe(visible.things.length)
  visible.box.forEach((box, index) => {
    expect(box).toBeLessThan(index)
    if (box >= 0) expect(visible.isBox[box]).toBe(1)
  })
}

const choices = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 })
const pick = (from: readonly boolean[], thing: number): boolean => from[thing % from.length]!

test('visibleMap(atlas, wish) shows every node by itself or by the one closed thing around it, and loses no edge, whatever is open or hidden', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, choices, choices, fc.boolean(), async (run, open, out, filters) => {
      const atlas = atlasOf(await graphOf(run))
      const { tree } = atlas
      const hidden = filters ? hiddenBelow(tree, (thing) => pick(out, thing) && pick(open, thing + 1)) : null
      const isOpen = (thing: number): boolean => pick(open, thing)
      const listOf = (thing: number): RowList | null => (pick(open, thing + 7) ? LIST : null)
      const visible = visibleMap(atlas, { isOpen, listOf, hidden })
      const standsFor = (node: number): number | 'hidden' => {
        const card = tree.rowOf[node]! < 0 ? node : tree.order[tree.at[node]!]!
        const way = [card]
        for (let above = tree.parents[card]!; above >= 0; above = tree.parents[above]!) way.unshift(above)
        if (way.some((thing) => hidden?.[tree.at[thing]!])) return 'hidden'
        const closed = way.find((thing) => !isContainer(tree, thing) || !isOpen(thing)) ?? card
        return visible.things.indexOf(closed)
      }
      holdAgainst(atlas, visible, standsFor, () => true)
      expect(visible.thingParts.beyond).toBe(0)
    }),
    { numRuns: 300 },
  )
})

/** Hops by a plain walk: from thing to thing, or, from a column, from node to node. */
function plainHops(
  { graph, tree }: Atlas,
  focus: number,
  [up, down]: readonly [number, number],
  expansions: readonly Expansion[],
  isHidden: (position: number) => boolean,
): Map<number, number> {
  const followsColumns = tree.rowOf[focus]! >= 0
  const unitOf = (node: number): number => (followsColumns ? node : tree.at[node]!)
  const positionOf = (unit: number): number => (followsColumns ? tree.at[unit]! : unit)
  const pairs = Array.from({ length: graph.edgeCount }, (_, edge) => [
    unitOf(graph.fromOf(edge)),
    unitOf(graph.toOf(edge)),
  ])
  const walk = (starts: readonly number[], isUp: boolean, steps: number): Map<number, number> => {
    const found = new Map(starts.map((unit) => [unit, 0]))
    for (let step = 1; step <= Math.min(steps, 50); step++)
      for (const [from, to] of pairs) {
        const [here, next] = isUp ? [to!, from!] : [from!, to!]
        if (found.get(here) === step - 1 && !found.has(next) && !isHidden(positionOf(next)))
          found.set(next, step)
      }
    return found
  }
  const inside = Array.from({ length: tree.order.length }, (_, position) => position).filter(
    (position) => position >= tree.at[focus]! && position < tree.end[tree.at[focus]!]!,
  )
  const starts = (followsColumns ? [focus] : inside).filter((unit) => !isHidden(positionOf(unit)))
  const hops = new Map<number, number>()
  const take = (found: Map<number, number>, sign: 1 | -1): void => {
    for (const [unit, steps] of found)
      if (!hops.has(unit) || steps < Math.abs(hops.get(unit)!)) hops.set(unit, sign * steps || 0)
  }
  take(walk(starts, true, up), -1)
  take(walk(starts, false, down), 1)
  for (const { thing, side, far } of expansions) {
    const here = [...hops.keys()].filter((unit) => positionOf(unit) === tree.at[thing])
    for (const [unit] of walk(here, side === 'up', far ? 50 : 1)) if (!hops.has(unit)) hops.set(unit, NaN)
  }
  return hops
}

test('visibleLineage(atlas, neighbourhood, wish) shows what is so many hops away, and loses no edge, whatever is open, hidden or in boxes', async () => {
  const some = fc.record({
    focus: fc.nat(),
    hops: fc.tuple(fc.constantFrom(0, 1, 2, Infinity), fc.constantFrom(0, 1, 2, Infinity)),
    expansions: fc.array(
      fc.record({
        thing: fc.nat(),
        side: fc.constantFrom('up' as const, 'down' as const),
        far: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    boxes: fc.constantFrom<Boxes>('none', 'schema', 'database'),
    folds: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 24, maxLength: 24 }),
    isOpen: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(anyRun, choices, fc.boolean(), some, async (run, out, filters, given) => {
      const atlas = atlasOf(await graphOf(run))
      const { graph, tree } = atlas
      if (tree.thingCount === 0) return
      const focus = given.focus % tree.thingCount
      const expansions = given.expansions.map((one) => ({ ...one, thing: one.thing % tree.thingCount }))
      const hidden = filters ? hiddenBelow(tree, (thing) => pick(out, thing) && pick(out, thing + 3)) : null
      const isRow = focus < tree.nodeCount && tree.rowOf[focus]! >= 0
      const whole = !isRow && isContainer(tree, focus) && !given.isOpen ? focus : -1
      const near = neighbourhoodOf(atlas, {
        ...{ focus, up: given.hops[0], down: given.hops[1], expansions, hidden, most: Infinity },
      })
      const hops = plainHops(atlas, focus, given.hops, expansions, (at) => hidden?.[at] === 1)
      const listOf = (thing: number): RowList | null =>
        pick(out, thing + 5) ? { ...LIST, onlyTraced: pick(out, thing) } : null
      const visible = visibleLineage(atlas, near, {
        ...{ whole, boxes: given.boxes, row: isRow ? focus : -1, listOf, hidden },
      })
      const folded = foldThings(atlas, visible, setsOf(visible, given.folds))
      const unitOf = (node: number): number => (isRow ? node : tree.at[node]!)
      const isShown = (node: number): boolean => hops.has(unitOf(node))
      for (const picture of [visible, folded]) {
        const stackOf = (thing: number): number =>
          thing < 0 ? -1 : picture === visible ? thing : folded.shown[visible.shown.indexOf(thing)]!
        holdAgainst(
          atlas,
          picture,
          (node) => {
            const position = tree.at[node]!
            if (hidden?.[position]) return 'hidden'
            const inWhole = whole >= 0 && position >= tree.at[whole]! && position < tree.end[tree.at[whole]!]!
            if (!isShown(node)) return inWhole ? stackOf(visible.things.indexOf(whole)) : 'beyond'
            return stackOf(visible.things.indexOf(inWhole ? whole : tree.order[position]!))
          },
          (edge) => isShown(graph.fromOf(edge)) && isShown(graph.toOf(edge)),
        )
      }
      for (const [unit, hop] of hops) if (!isRow && !Number.isNaN(hop)) expect(near.hop[unit]).toBe(hop)
      expect(near.total).toBe(near.positions.length)
    }),
    { numRuns: 400 },
  )
})

/** Sets of things that are no boxes, none in two of them. */
function setsOf({ things, isBox }: Visible, folds: readonly number[]): Uint32Array[] {
  const sets = [1, 2].map((set) =>
    [...things.keys()].filter((index) => !isBox[index] && folds[things[index]! % folds.length] === set),
  )
  return sets.filter((members) => members.length > 1).map((members) => Uint32Array.from(members))
}

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

test('a column as focus is followed from column to column, and what is beside it does not belong', async () => {
  const atlas = atlasOf(await graphOf(shop))
  const { graph, tree } = atlas
  const focus = graph.nodeOfId('facts.sum')!
  const near = neighbourhoodOf(atlas, { focus, up: 1, down: 1, expansions: [], hidden: null, most: 100 })
  const visible = visibleLineage(atlas, near, {
    ...{ whole: -1, boxes: 'none', row: focus, hidden: null, listOf: () => ({ ...LIST, onlyTraced: true }) },
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
  expect(waitingAt(atlas, near([]), null)(tree.at[facts]!, 'up')).toBe(3)
  const opened = near([{ thing: facts, side: 'up', far: false }])
  expect(waitingAt(atlas, opened, null)(tree.at[facts]!, 'up')).toBe(0)
  expect(waitingAt(atlas, opened, null)(tree.at[graph.nodeOfId('orders')!]!, 'up')).toBe(1)
  const far = near([{ thing: facts, side: 'up', far: true }])
  expect(far.hop[tree.at[graph.nodeOfId('gone')!]!]).toBe(-3)
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

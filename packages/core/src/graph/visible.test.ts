import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { atlasOf } from '../../test/atlas-of.ts'
import { graphOf } from '../../test/run-of.ts'
import { neighbourhoodOf, type Expansion } from './neighbourhood.ts'
import { lineFinder, SEVERAL } from './line-finder.ts'
import { edgesBehind, hiddenBelow, type Atlas, type Visible } from './visible.ts'
import { cardEdgesOf, edgesOfPair } from './visible-cards.ts'
import { foldThings } from './visible-fold.ts'
import { visibleLineage, type Boxes } from './visible-lineage.ts'
import { visibleMap } from './visible-map.ts'
import type { RowList } from './visible-rows.ts'
import { isContainer, type ThingTree } from './visible-tree.ts'
import { OUTSIDE } from './thing-groups.ts'

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
  const cards = cardEdgesOf(graph, tree)
  const { ofEdge, ofPair } = lineFinder({ graph, tree, cards }, visible)
  const byLine = new Map<string, number[]>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const line = ofEdge(edge)
    if (line < 0) continue
    const where = `${name(lines.from[line]!, lines.fromRow[line]!)} ${name(lines.to[line]!, lines.toRow[line]!)}`
    byLine.set(where, [...(byLine.get(where) ?? []), edge])
  }
  expect(byLine).toEqual(wanted)
  for (let pair = 0; pair < cards.from.length; pair++)
    if (ofPair(pair) !== SEVERAL)
      expect(new Set(Array.from(edgesOfPair(cards, pair), ofEdge))).toEqual(new Set([ofPair(pair)]))
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
      const visible = visibleMap(atlas, { isOpen, listOf, hasLane: pick(open, 3), hidden })
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
  for (const { things, side, far } of expansions) {
    const here = [...hops.keys()].filter((unit) =>
      things.some((thing) => positionOf(unit) === tree.at[thing]),
    )
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
        things: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        side: fc.constantFrom('up' as const, 'down' as const),
        far: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    boxes: fc.constantFrom<Boxes>('none', 'schema', 'database'),
    closed: choices,
    folds: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 24, maxLength: 24 }),
    isOpen: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(anyRun, choices, fc.boolean(), some, async (run, out, filters, given) => {
      const atlas = atlasOf(await graphOf(run))
      const { graph, tree } = atlas
      if (tree.thingCount === 0) return
      const focus = given.focus % tree.thingCount
      const expansions = given.expansions.map((one) => ({
        ...one,
        things: one.things.map((thing) => thing % tree.thingCount),
      }))
      const hidden = filters ? hiddenBelow(tree, (thing) => pick(out, thing) && pick(out, thing + 3)) : null
      const isRow = focus < tree.nodeCount && tree.rowOf[focus]! >= 0
      const whole = !isRow && isContainer(tree, focus) && !given.isOpen ? focus : -1
      const near = neighbourhoodOf(atlas, {
        ...{ focus, up: given.hops[0], down: given.hops[1], expansions, hidden, most: Infinity },
      })
      const hops = plainHops(atlas, focus, given.hops, expansions, (at) => hidden?.[at] === 1)
      const listOf = (thing: number): RowList | null =>
        pick(out, thing + 5) ? { ...LIST, onlyTraced: pick(out, thing) } : null
      const isClosed = (thing: number): boolean => pick(given.closed, thing + 1)
      const visible = visibleLineage(atlas, near, {
        ...{ whole, ends: [], boxes: given.boxes, isClosed, row: isRow ? focus : -1, listOf, hidden },
      })
      const folded = foldThings(atlas, visible, setsOf(visible, given.folds))
      const standing = new Set([...near.positions].map((position) => tree.order[position]!))
      const shownBy = (thing: number): number => {
        let found = thing
        for (let box = boxAround(tree, thing, given.boxes); box >= 0;) {
          if (isClosed(box)) found = box
          box = standing.has(box) || box === whole ? boxAround(tree, box, given.boxes) : -1
        }
        return visible.things.indexOf(found)
      }
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
            if (!isShown(node)) return inWhole ? stackOf(shownBy(whole)) : 'beyond'
            return stackOf(shownBy(inWhole ? whole : tree.order[position]!))
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

/** What is nearest around a thing, or furthest out, but for what nobody would call a box; -1 for nothing. */
function boxAround({ parents, groups, nodeCount }: ThingTree, thing: number, boxes: Boxes): number {
  const around: number[] = []
  for (let above = parents[thing]!; above >= 0; above = parents[above]!) {
    const group = groups[above - nodeCount]
    if (group?.kind !== 'range' && group?.key !== OUTSIDE) around.push(above)
  }
  return (boxes === 'none' ? undefined : boxes === 'schema' ? around[0] : around.at(-1)) ?? -1
}

/** Sets of things that are no boxes, none in two of them. */
function setsOf({ things, isBox }: Visible, folds: readonly number[]): Uint32Array[] {
  const sets = [1, 2].map((set) =>
    [...things.keys()].filter((index) => !isBox[index] && folds[things[index]! % folds.length] === set),
  )
  return sets.filter((members) => members.length > 1).map((members) => Uint32Array.from(members))
}

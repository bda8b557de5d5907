import {
  edgesBehind,
  edgesOfPair,
  isContainer,
  lineFinder,
  SEVERAL,
  spanOf,
  spanStarts,
  thingOfKey,
  type EdgeIndex,
  type LineFinder,
  type Side,
  type Span,
  type SpanStart,
  type ThingIndex,
} from '@lineagraph/core'
import type { LitReach, Reached } from '../../scene/marks/light-up.ts'
import type { EdgeKeys } from '../../state/view.ts'
import type { Sort } from '../../tokens/looks.ts'
import { sortOf } from '../names/sort-of.ts'
import { countedTogether } from '../names/thing-names.ts'
import type { Composed } from '../pictures/composed.ts'
import type { Sheet } from '../pictures/draw.ts'
import { endOfKey } from '../pictures/shown-keys.ts'

/** What light comes from: things and columns, drawn or not, or all that a line stands for. By their keys. */
export type LitWish = { readonly of: readonly string[] } | EdgeKeys

/** Tells what is upstream and downstream over the whole run, and what a picture shows of that. O(n + m). */
export function litTeller({ atlas, signs }: Sheet): (shown: Composed, wish: LitWish) => LitReach | null {
  const { graph, tree } = atlas
  /** Whoever points at one thing after another asks about one picture. */
  let last: { readonly of: Composed; readonly finder: LineFinder } | undefined

  /** Where one begins, up and down, and the edges between that are lit by themselves; null where the wish is about nothing that there is. */
  const startsOf = (shown: Composed, wish: LitWish) => {
    if ('of' in wish) {
      const things = wish.of.flatMap((key) => {
        const thing = thingOfKey(graph, tree, key)
        if (thing !== undefined) return [thing]
        return shown.stacks.find((stack) => stack.key === key)?.members ?? []
      })
      const starts = nested(things).map((some) => spanStarts(tree, some))
      return starts.length === 0 ? null : { up: starts, down: starts, edges: [] }
    }
    const [from, to] = [endOfKey(atlas, signs, shown, wish.from), endOfKey(atlas, signs, shown, wish.to)]
    if (!from || !to) return null
    const edges = edgesBehind(atlas, shown.visible, from, to)
    const at = (nodes: readonly number[], row: number | null): SpanStart[][] => {
      const followsColumns = row !== null && row >= 0
      const units = Uint32Array.from(nodes, (node) => (followsColumns ? node : tree.at[node]!))
      return [[{ followsColumns, units }]]
    }
    return {
      up: at(
        edges.map((edge) => graph.fromOf(edge)),
        from.row,
      ),
      down: at(
        edges.map((edge) => graph.toOf(edge)),
        to.row,
      ),
      edges,
    }
  }

  return (shown, wish) => {
    const starts = startsOf(shown, wish)
    if (!starts) return null
    const { visible } = shown
    if (last?.of !== shown) last = { of: shown, finder: lineFinder(atlas, visible) }
    const { ofEdge, ofPair } = last.finder
    const { things, rows } = visible
    const lit = {
      cards: new Uint8Array(things.length),
      rows: new Uint8Array(rows.nodes.length),
      folds: new Uint8Array(things.length),
      lines: new Uint8Array(visible.lines.count),
    }
    const rowOfNode = new Map(Array.from(rows.nodes, (node, row) => [node, row] as const))
    const lightUnit = (unit: number, isColumn: boolean): void => {
      const card = visible.shown[isColumn ? tree.at[unit]! : unit]!
      if (card < 0) return
      lit.cards[card] = 1
      if (!isColumn || tree.rowOf[unit]! < 0 || rows.starts[card] === rows.starts[card + 1]) return
      const row = rowOfNode.get(tree.rowOf[unit]!)
      if (row === undefined) lit.folds[card] = 1
      else lit.rows[row] = 1
    }
    const lightLine = (line: number): void => {
      if (line < 0 || lit.lines[line] === 1) return
      lit.lines[line] = 1
      for (const row of [visible.lines.fromRow[line]!, visible.lines.toRow[line]!])
        if (row >= 0) lit.rows[row] = 1
    }
    const lightEdge = (edge: EdgeIndex): void => lightLine(ofEdge(edge))
    const lightPair = (pair: number): void => {
      const line = ofPair(pair)
      if (line === SEVERAL) edgesOfPair(atlas.cards, pair).forEach(lightEdge)
      else lightLine(line)
    }
    // Positions, and behind them columns.
    const isUnseen = new Uint8Array(visible.shown.length + graph.nodeCount)
    const spansOf = (some: readonly (readonly SpanStart[])[], to: Side): Span[][] =>
      some.map((level) => level.map((start) => spanOf(atlas, start, to)))
    const light = (spans: readonly Span[]): void => {
      for (const { followsColumns, units, reached, eachLink } of spans) {
        for (const unit of units) lightUnit(unit, followsColumns)
        for (const unit of reached) lightUnit(unit, followsColumns)
        eachLink(followsColumns ? lightEdge : lightPair)
      }
    }
    const [up, down] = [spansOf(starts.up, 'up'), spansOf(starts.down, 'down')]
    // From the innermost out: what is lit before the outermost are the ways of what is inside.
    for (let level = up.length - 1; level > 0; level--) light([...up[level]!, ...down[level]!])
    const ways = up.length > 1 ? lit.lines.slice() : null
    light([...up[0]!, ...down[0]!])
    for (const edge of starts.edges) lightEdge(edge)
    const [upstream, downstream] = [counted(shown, up, isUnseen), counted(shown, down, isUnseen)]
    return { ...lit, ways, upstream, downstream, unseen: isUnseen.reduce((sum, is) => sum + is, 0) }
  }

  /** Things by how many others of them they are inside of: what is inside another is followed by itself, through what else is in there. */
  function nested(things: readonly ThingIndex[]): ThingIndex[][] {
    const levels: ThingIndex[][] = []
    const isInside = (thing: ThingIndex, other: ThingIndex): boolean =>
      isContainer(tree, other) &&
      tree.at[thing]! > tree.at[other]! &&
      tree.at[thing]! < tree.end[tree.at[other]!]!
    for (const thing of things) {
      const level = things.filter((other) => isInside(thing, other)).length
      ;(levels[level] ??= []).push(thing)
    }
    return levels.filter((level) => level !== undefined)
  }

  /** Columns and whole things together count as things. Marks those that the picture does not show. @param levels as they are nested. */
  function counted(
    { visible: { shown } }: Composed,
    levels: readonly (readonly Span[])[],
    isUnseen: Uint8Array,
  ): Reached {
    const [spans = [], ...inner] = levels
    const isByColumn = inner.length === 0 && spans.every(({ followsColumns }) => followsColumns)
    const isOne = inner.length === 0 && spans.length === 1
    const found = isOne ? spans[0]!.reached : new Set(levels.flatMap((level) => [...together(level)]))
    const sorts = new Set<Sort>()
    let things = 0
    for (const unit of found) {
      things++
      if (shown[isByColumn ? tree.at[unit]! : unit]! < 0)
        isUnseen[isByColumn ? shown.length + unit : unit] = 1
      sorts.add(isByColumn ? sortOf(graph, unit) : signs.sorts[signs.sortAt[unit]!]!)
    }
    return { things, words: countedTogether(sorts, things) }
  }

  /** By position what several reach, and none of them begins with. */
  function together(spans: readonly Span[]): Set<number> {
    const at = ({ followsColumns }: Span, unit: number): number => (followsColumns ? tree.at[unit]! : unit)
    const found = new Set(spans.flatMap((span) => Array.from(span.reached, (unit) => at(span, unit))))
    for (const span of spans) for (const unit of span.units) found.delete(at(span, unit))
    return found
  }
}

import { rollUp, type LineageGraph } from '@lineagraph/core'
import { SHAPES, STROKES, type Picture, type Shape, type Stroke } from '../scene/picture.ts'
import type { Sort } from '../tokens/looks.ts'
import { arrange } from './arrange.ts'
import { badgesOf, type Marked } from './badges.ts'
import { legendOf } from './legend.ts'
import { nameOf } from './name-of.ts'
import { secondLines } from './second-lines.ts'
import type { Shown } from './shown.ts'
import { sortOf } from './sort-of.ts'
import { tallyOf } from './tally.ts'

/**
 * Draws what a level shows, but for the sorts that are switched off: rolls the lineage up to it, lays it out, names it, marks it.
 * @param now milliseconds.
 */
export function draw(
  graph: LineageGraph,
  shown: Shown,
  off: ReadonlySet<Sort>,
  findings: readonly Marked[],
  now: () => number,
): Omit<Picture, 'cardsAtLevel'> {
  const allSorts = Array.from(shown.things, (thing) => sortOfThing(graph, thing))
  const things = Array.from(shown.things).filter((_, i) => !off.has(allSorts[i]!))
  const sorts = things.map((thing) => sortOfThing(graph, thing))
  const shapes = sorts.map(shapeOf)
  const cardOf = new Int32Array(graph.nodeCount + shown.groups.length).fill(-1)
  things.forEach((thing, card) => (cardOf[thing] = card))

  const visible = shown.ancestor.map((thing) => (thing >= 0 && cardOf[thing]! >= 0 ? thing : -1))
  const rolled = rollUp(graph, visible)
  const from = Uint32Array.from(rolled.edges, (edge) => cardOf[edge.from]!)
  const to = Uint32Array.from(rolled.edges, (edge) => cardOf[edge.to]!)

  const began = now()
  const { x, y, curves, starts, isBack, bounds, lane } = arrange(
    from,
    to,
    Uint8Array.from(shapes, (shape) => (shape === 'outside' ? 1 : 0)),
  )
  const layoutTime = now() - began

  const isGhost = (card: number): boolean => shapes[card] === 'ghost'
  return {
    cards: {
      count: things.length,
      x,
      y,
      keys: things.map((thing) => keyOfThing(graph, shown, thing)),
      titles: things.map((thing) => shown.groups[thing - graph.nodeCount]?.title ?? nameOf(graph, thing)),
      places: secondLines(graph, shown, things),
      sorts,
      shapes: Uint8Array.from(shapes, (shape) => SHAPES.indexOf(shape)),
      ...badgesOf(
        findings,
        visible.map((thing) => (thing < 0 ? -1 : cardOf[thing]!)),
        things.length,
      ),
    },
    lines: {
      count: from.length,
      from,
      to,
      weights: Uint32Array.from(rolled.edges, (edge) => edge.count),
      strokes: Uint8Array.from(from, (one, line) => {
        const other = to[line]!
        return STROKES.indexOf(strokeOf(one === other, isBack[line] === 1, isGhost(one) || isGhost(other)))
      }),
      curves,
      starts,
    },
    bounds,
    lane,
    level: shown.level,
    legend: legendOf(allSorts, off),
    tally: tallyOf(graph, shown, visible, rolled),
    layoutTime,
  }
}

/** The key of a thing of a level: of a node its own, of a group the group's. */
export const keyOfThing = (graph: LineageGraph, { groups }: Shown, thing: number): string =>
  groups[thing - graph.nodeCount]?.key ?? graph.keyOf(thing)

/** Beyond the nodes are groups of what is outside this run. */
const sortOfThing = (graph: LineageGraph, thing: number): Sort =>
  thing < graph.nodeCount ? sortOf(graph, thing) : '@external'

const shapeOf = (sort: Sort): Shape =>
  sort === '@missing' ? 'ghost' : sort === '@external' || sort === '@external_column' ? 'outside' : 'card'

const strokeOf = (isSelf: boolean, isBack: boolean, isGhost: boolean): Stroke =>
  isSelf ? 'self' : isBack ? 'back' : isGhost ? 'ghost' : 'plain'

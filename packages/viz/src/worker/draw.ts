import { rollUp, type LineageGraph } from '@lineagraph/core'
import { FORMS, ROLES, STROKES, type Picture, type Role, type Stroke } from '../scene/picture.ts'
import type { Sort } from '../tokens/looks.ts'
import { CARD } from '../scene/measures.ts'
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
): Picture {
  const allSorts = Array.from(shown.things, (thing) => sortOfThing(graph, thing))
  const things = Array.from(shown.things).filter((_, i) => !off.has(allSorts[i]!))
  const sorts = things.map((thing) => sortOfThing(graph, thing))
  const roles = sorts.map(roleOf)
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
    Uint8Array.from(roles, (role) => (role === 'outside' ? 1 : 0)),
  )
  const layoutTime = now() - began

  const isGhost = (card: number): boolean => roles[card] === 'ghost'
  return {
    view: 'map',
    direction: 'right',
    things: {
      count: things.length,
      x,
      y,
      width: new Float32Array(things.length).fill(CARD.width),
      height: new Float32Array(things.length).fill(CARD.height),
      box: new Int32Array(things.length).fill(-1),
      depth: new Uint8Array(things.length),
      forms: new Uint8Array(things.length).fill(FORMS.indexOf('card')),
      keys: things.map((thing) => keyOfThing(graph, shown, thing)),
      titles: things.map((thing) => shown.groups[thing - graph.nodeCount]?.title ?? nameOf(graph, thing)),
      places: secondLines(graph, shown, things),
      sorts,
      roles: Uint8Array.from(roles, (role) => ROLES.indexOf(role)),
      ...badgesOf(
        findings,
        visible.map((thing) => (thing < 0 ? -1 : cardOf[thing]!)),
        things.length,
      ),
      inside: new Uint32Array(things.length),
      columns: new Uint32Array(things.length),
      more: new Uint32Array(things.length),
      waitsUp: new Uint32Array(things.length),
      waitsDown: new Uint32Array(things.length),
      opens: new Uint8Array(things.length),
    },
    waffles: { starts: new Uint32Array(things.length + 1), marks: new Uint8Array(0), sorts, scale: 1 },
    rows: {
      count: 0,
      starts: new Uint32Array(things.length + 1),
      keys: [],
      titles: [],
      types: [],
      traced: new Uint8Array(0),
      y: new Float32Array(0),
      marks: new Uint8Array(0),
    },
    lines: {
      count: from.length,
      from,
      to,
      fromRow: new Int32Array(from.length).fill(-1),
      toRow: new Int32Array(from.length).fill(-1),
      weights: Uint32Array.from(rolled.edges, (edge) => edge.count),
      strokes: Uint8Array.from(from, (one, line) => {
        const other = to[line]!
        return STROKES.indexOf(strokeOf(one === other, isBack[line] === 1, isGhost(one) || isGhost(other)))
      }),
      reversed: isBack,
      circles: new Int32Array(from.length).fill(-1),
      curves,
      starts,
    },
    circles: [],
    focus: -1,
    focusRow: -1,
    bounds,
    lane,
    ruler: null,
    legend: legendOf(allSorts, off),
    tally: tallyOf(graph, shown, visible, rolled),
    notices: [],
    layoutTime,
  }
}

/** The key of a thing of a level: of a node its own, of a group the group's. */
export const keyOfThing = (graph: LineageGraph, { groups }: Shown, thing: number): string =>
  groups[thing - graph.nodeCount]?.key ?? graph.keyOf(thing)

/** Beyond the nodes are groups of what is outside this run. */
const sortOfThing = (graph: LineageGraph, thing: number): Sort =>
  thing < graph.nodeCount ? sortOf(graph, thing) : '@external'

const roleOf = (sort: Sort): Role =>
  sort === '@missing' ? 'ghost' : sort === '@external' || sort === '@external_column' ? 'outside' : 'declared'

const strokeOf = (isSelf: boolean, isBack: boolean, isGhost: boolean): Stroke =>
  isSelf ? 'self' : isBack ? 'back' : isGhost ? 'ghost' : 'plain'

import {
  betweenOf,
  innerEnd,
  neighbourhoodOf,
  thingOfKey,
  type Atlas,
  type DeclaredCircles,
  type Neighbourhood,
  type ThingIndex,
} from '@lineagraph/core'
import { isWholePath, thingOfCircle, type Hops, type Shown } from '../../state/view.ts'
import { wholeName } from '../names/named.ts'
import { namedOf } from '../names/named-of.ts'
import { titleOf } from '../names/thing-names.ts'
import type { PathLinks, ShownHops } from './composed.ts'
import type { Opening } from './openings-of.ts'
import { otherWay } from './other-way.ts'

/** What a lineage is about, and what is near that. */
export interface Nearby {
  readonly near: Neighbourhood
  readonly focus: ThingIndex
  /** What the view is about: never in a stack. */
  readonly ends: readonly ThingIndex[]
  readonly notices: readonly string[]
  /** Whether hops say what belongs to it, or the ways between two things, or a circle. */
  readonly by: 'hops' | 'ways' | 'circle'
  readonly path: PathLinks | null
}

interface NearWish {
  readonly atlas: Atlas
  readonly shown: Shown
  readonly circles: () => DeclaredCircles
  readonly hops: ShownHops
  /** What is opened beyond the hops. */
  readonly openings: readonly Opening[]
  readonly hidden: Uint8Array | null
  /** Things at most. */
  readonly most: number
}

/** What is on the ways between two ends, where both are in the run, else of a circle, else around the focus. O(n + m). */
export function nearby(wish: NearWish): Nearby {
  const { atlas, shown } = wish
  const known = (key: string | null): ThingIndex | undefined =>
    key === null ? undefined : thingOfKey(atlas.graph, atlas.tree, key)
  const path = isWholePath(shown.path) ? shown.path : null
  const [from, to] = [known(path?.from ?? null), known(path?.to ?? null)]
  if (path && from !== undefined && to !== undefined) return onWays(wish, path, [from, to])
  const focus = known(shown.focus)
  if (focus === undefined) return nothingNear(shown)
  const around = { focus, ends: [focus], path: null }
  const others = shown.circle === null ? null : outsideOf(wish, shown.circle)
  if (others) {
    const whole = { focus, up: 0, down: Infinity, expansions: [], hidden: others, most: wish.most }
    return { ...around, near: neighbourhoodOf(atlas, whole), notices: [], by: 'circle' }
  }
  const near = aroundFocus(wish, focus)
  const notices = near.total === 0 ? [`The filters hide ${titleOf(atlas, focus)}.`] : []
  return { ...around, near, notices, by: 'hops' }
}

const nothingNear = ({ focus }: Shown): Nearby => ({
  near: {
    positions: new Uint32Array(0),
    hop: new Int32Array(0),
    reached: new Uint8Array(0),
    aside: null,
    traced: null,
    total: 0,
  },
  focus: -1,
  ends: [],
  by: 'hops',
  path: null,
  notices: [
    focus === null
      ? 'Choose a thing to see what feeds it and what it feeds.'
      : 'What this view is about is not in this run.',
  ],
})

function aroundFocus(
  { atlas, shown: { direction }, hops, openings, hidden, most }: NearWish,
  focus: ThingIndex,
): Neighbourhood {
  const steps = (hops: Hops): number => (hops === 'all' ? Infinity : hops)
  return neighbourhoodOf(atlas, {
    focus,
    up: direction === 'down' ? 0 : steps(hops.up),
    down: direction === 'up' ? 0 : steps(hops.down),
    expansions: openings,
    hidden,
    most,
  })
}

/** By position, 1 for what is not of a circle or left out; null where the run has no such circle. */
function outsideOf({ atlas: { graph, tree }, circles, hidden }: NearWish, circle: string): Uint8Array | null {
  const declared = circles()
  const first = thingOfKey(graph, tree, thingOfCircle(circle))
  const number = first === undefined ? -1 : (declared.circleOf[first] ?? -1)
  if (number < 0) return null
  const outside = new Uint8Array(tree.order.length).fill(1)
  for (const node of declared.at(number).nodes) outside[tree.at[node]!] = hidden?.[tree.at[node]!] ?? 0
  return outside
}

function onWays(
  { atlas, hidden, most }: NearWish,
  { takes, columns: followsColumns }: NonNullable<Shown['path']>,
  ends: readonly [ThingIndex, ThingIndex],
): Nearby {
  const [from, to] = ends
  const wish = { from, to, followsColumns, hidden }
  const near = betweenOf(atlas, wish, takes, most)
  const path = { links: near.links, followsColumns, ends }
  return { near, focus: from, ends, notices: wordsOfWays(atlas, wish, near), by: 'ways', path }
}

const OTHER_WAYS = {
  hidden: ' past what the filters hide',
  tables: ', but their tables do',
  back: ', but the other way round',
  none: ', in neither direction',
} as const

/** Where there are no such ways, why. */
function wordsOfWays(
  atlas: Atlas,
  wish: Parameters<typeof betweenOf>[1],
  { length, traced }: ReturnType<typeof betweenOf>,
): string[] {
  const { graph, tree } = atlas
  const named = (end: ThingIndex): string =>
    end < graph.nodeCount ? wholeName(namedOf(graph, end)) : titleOf(atlas, end)
  const [from, to] = [named(wish.from), named(wish.to)]
  const inner = innerEnd(atlas, wish)
  if (inner) return [nestedWords(inner, from, to)]
  if (length < 0) {
    const leads = wish.followsColumns ? 'columns lead' : 'lineage leads'
    return [`No ${leads} from ${from} to ${to}${OTHER_WAYS[otherWay(atlas, wish) ?? 'none']}.`]
  }
  const isByColumns = traced?.some((is, thing) => is === 1 && tree.rowOf[thing]! >= 0) ?? false
  return wish.followsColumns && !isByColumns
    ? [`No columns lead from ${from} to ${to}: what is drawn is declared from thing to thing.`]
    : []
}

const NONE = 'no path leads from one to the other.'

/** Why no path can lead from one end to the other. */
const nestedWords = (inner: 'from' | 'to' | 'same', from: string, to: string): string => {
  if (inner === 'same') return 'Both ends of the path are the same.'
  return inner === 'from' ? `${from} is inside ${to}: ${NONE}` : `${to} is inside ${from}: ${NONE}`
}

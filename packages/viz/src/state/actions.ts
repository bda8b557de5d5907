import { withoutCard } from './card-key.ts'
import {
  firstInStack,
  isStack,
  isWholePath,
  thingOfCircle,
  USUAL_HOPS,
  type EdgeKeys,
  type Expanded,
  type Hops,
  type PathEnds,
  type View,
} from './view.ts'

/** What the level of the Map makes of a container, before anybody's hand. */
export type ByLevel = 'open' | 'closed'

/** What is true of the picture that the view is changed on. */
export interface Facts {
  /** The level of the Map as it is drawn: that of the view, or the one that was chosen for it. */
  readonly level: number
  /** The level at which the Map opens where a view names none. */
  readonly opensAt: number
  /** How many hops the lineage view shows: those of the view, or those that were chosen for it. */
  readonly hops: { readonly up: Hops; readonly down: Hops }
}

const without = (keys: readonly string[], key: string): readonly string[] =>
  keys.includes(key) ? keys.filter((one) => one !== key) : keys
const and = (keys: readonly string[], key: string): readonly string[] =>
  keys.includes(key) ? keys : [...keys, key]
const toggled = (keys: readonly string[], key: string): readonly string[] =>
  keys.includes(key) ? without(keys, key) : [...keys, key]

export const select = (view: View, key: string): View => ({
  ...view,
  selection: [key],
  edge: null,
  tab: 'details',
})

/** Adds a thing to what is chosen, or takes it out. */
export const selectAlso = (view: View, key: string): View => ({
  ...view,
  selection: toggled(view.selection, key),
  edge: null,
})

export const selectEdge = (view: View, edge: EdgeKeys): View => ({
  ...view,
  selection: [],
  edge,
  tab: 'details',
})

export const clear = (view: View): View => ({ ...view, selection: [], edge: null, finding: null })

/** What of the facts a step to open or to close depends on. */
export type LevelFacts = Pick<Facts, 'level' | 'opensAt'>

/**
 * Opens a container in its place, whatever kept it closed: its level, somebody's hand, or both. The level is kept from now on: a run that
 * grows closes nothing again. @param byLevel what its level makes of it, where that is known: what a hand has closed alone needs none to be open.
 */
export const openContainer = (view: View, key: string, facts: LevelFacts, byLevel?: ByLevel): View =>
  withLevel(view, facts, {
    opened: byLevel === 'open' ? without(view.opened, key) : and(view.opened, key),
    closed: without(view.closed, key),
  })
/** Closes a container in its place, whatever kept it open. */
export const closeContainer = (view: View, key: string, facts: LevelFacts, byLevel?: ByLevel): View =>
  withLevel(view, facts, {
    opened: without(view.opened, key),
    closed: byLevel === 'closed' ? without(view.closed, key) : and(view.closed, key),
  })

/** The Map as it opens is that of a view that names no level. */
const withLevel = (
  view: View,
  { level, opensAt }: LevelFacts,
  by: Pick<View, 'opened' | 'closed'>,
): View => ({
  ...view,
  ...by,
  level: level === opensAt && by.opened.length + by.closed.length === 0 ? null : level,
})

/** Opens what is not open around a thing, so that the Map shows the thing itself. @param around its containers, from the outside in. */
export const openAround = (view: View, around: readonly string[], facts: LevelFacts): View =>
  around
    .filter((key, depth) => depth >= facts.level || view.closed.includes(key))
    .reduce((opened, key) => openContainer(opened, key, facts), view)

/** Opens the Map so deep, but for what a hand has opened or closed. @param released what goes with its level again. */
export const openLevel = (view: View, level: number, released: readonly string[]): View => {
  const gone = new Set(released)
  const left = (keys: readonly string[]): readonly string[] => keys.filter((key) => !gone.has(key))
  return { ...view, level, opened: left(view.opened), closed: left(view.closed), camera: null }
}

/** Shows all columns of a card, or only what it shows by itself. */
export const toggleColumns = (view: View, key: string): View => ({
  ...view,
  opened: toggled(view.opened, key),
  lists: view.lists.filter((list) => list.key !== key),
})

/** Moves in the list of a card's columns, or searches in it. */
export const scrollColumns = (view: View, key: string, from: number, find: string): View => ({
  ...view,
  lists: [
    ...view.lists.filter((list) => list.key !== key),
    ...(from > 0 || find !== '' ? [{ key, from, find }] : []),
  ],
})

/** Draws what a stack folds one by one. A line to the stack or from it that was chosen is none any more. */
export const spreadStack = (view: View, key: string): View => ({
  ...view,
  opened: and(view.opened, key),
  edge: view.edge && [view.edge.from, view.edge.to].map(withoutCard).includes(key) ? null : view.edge,
})

/** Draws as one again what was spread out of a stack, or of stacks of which all is in it by now. @param members their keys. */
export const foldStack = (view: View, members: readonly string[]): View => ({
  ...view,
  opened: view.opened.filter((key) => !isStack(key) || !members.includes(firstInStack(key))),
})

export const showMap = (view: View): View =>
  view.kind === 'map' ? view : { ...view, kind: 'map', camera: null }

/** Shows what feeds a thing and what it feeds. */
export const showLineage = (view: View, key: string): View => ({
  ...select(view, key),
  kind: 'lineage',
  focus: key,
  expanded: [],
  most: 'usual',
  lists: [],
  path: null,
  circle: null,
  camera: null,
})

/** More hops each way than this are too many to see a circle among what is around it. */
const MOST_ROUND = 10

/** A circle and an edge that closes it. */
export interface ClosedCircle extends EdgeKeys {
  readonly key: string
  /** How many things are in it. */
  readonly size: number
}

/**
 * Shows a circle with an edge that closes it chosen, which lights it: with the lineage around it, or, where it is too long to be seen in that,
 * alone, from where that edge leads to on.
 */
export function showCircle(view: View, { key, from, to, size }: ClosedCircle): View {
  const hops = Math.max(2, Math.ceil(size / 2))
  const edge = { selection: [], edge: { from, to } }
  if (hops > MOST_ROUND) return { ...showOnlyCircle(showLineage(view, to), key, to), ...edge }
  return { ...showLineage(view, from), up: hops, down: hops, direction: 'both', ...edge }
}

/** Leaves out all that is not of a circle, which stays lit as it is. @param focus one of its things: what is around it is shown when the circle is left. */
export const showOnlyCircle = (view: View, circle: string, focus: string): View => ({
  ...view,
  ...{ kind: 'lineage', circle, focus, path: null, expanded: [], lists: [], camera: null },
})

/** Shows again what is around a circle. */
export const leaveCircle = (view: View): View => ({ ...view, circle: null, camera: null })

/** More hops than this are all of them. */
const MOST_HOPS = 99
/** So many are left when somebody wants fewer than all. */
const FEWER_THAN_ALL = 2

/** One hop more or fewer. */
export const hopsAfter = (hops: Hops, by: 1 | -1): Hops => {
  if (hops === 'all') return by > 0 ? 'all' : FEWER_THAN_ALL
  return hops + by > MOST_HOPS ? 'all' : Math.max(0, hops + by)
}

/** None and all are what somebody has set a side to. */
const isSetApart = (hops: Hops): boolean => hops === 0 || hops === 'all'

/** The same for one side beside another: it stays as it is set apart, and goes to none only with the other, as long as that has hops to change. */
const hopsBeside = (hops: Hops, other: Hops, by: 1 | -1): Hops =>
  !isSetApart(other) && (isSetApart(hops) || (hops === 1 && by < 0 && other !== 1))
    ? hops
    : hopsAfter(hops, by)

/** One hop more or fewer, on the sides that are shown. */
export function changeHops(view: View, by: 1 | -1, { hops }: Facts): View {
  const [up, down] = [view.up ?? hops.up, view.down ?? hops.down]
  const changed = { ...view, circle: null }
  if (view.direction === 'up') return { ...changed, up: hopsAfter(up, by) }
  if (view.direction === 'down') return { ...changed, down: hopsAfter(down, by) }
  return { ...changed, up: hopsBeside(up, down, by), down: hopsBeside(down, up, by) }
}

/** As many hops as are usual, also where they are more than can be read. */
export const showUsualHops = (view: View): View => ({
  ...view,
  up: view.up ?? USUAL_HOPS,
  down: view.down ?? USUAL_HOPS,
})

/** As many things as a picture takes. */
export const drawAll = (view: View): View => ({ ...view, most: 'all' })

/** Lists all that the lineage view is about, drawn or not: what hangs together with its focus, or the ways between two things. */
export function listAll(view: View, { hops: { up, down } }: Facts): View {
  if (isWholePath(view.path) || view.focus === null) return { ...clear(view), tab: 'details' }
  const isUp = view.direction === 'up' || down === 0
  const isDown = view.direction === 'down' || up === 0
  const side = isUp === isDown ? null : isUp ? 'up' : 'down'
  return { ...select(view, view.focus), finding: null, tab: 'impact', side }
}

/** So many hops upstream, or downstream; the other side keeps what it shows, also where nobody has said how much that is. */
export function setHops(view: View, side: 'up' | 'down', hops: Hops, shown: Facts): View {
  const isBoth = view.direction === 'both'
  const up = view.up ?? (isBoth ? shown.hops.up : null)
  const down = view.down ?? (isBoth ? shown.hops.down : null)
  return { ...view, circle: null, up, down, [side]: hops }
}
/** Turns the picture, which opens anew. */
export const setFlow = (view: View, flow: View['flow']): View => ({ ...view, flow, camera: null })
export const setDirection = (view: View, direction: View['direction']): View => ({
  ...view,
  circle: null,
  direction,
})
export const setBoxes = (view: View, boxes: View['boxes']): View => ({ ...view, boxes })
export const setColumns = (view: View, columns: View['columns']): View => ({ ...view, columns })

/** Opens one side of a card by a hop, or all the way. */
export const expand = (view: View, expanded: Expanded): View => ({
  ...view,
  expanded: [
    ...view.expanded.filter(({ key, side }) => key !== expanded.key || side !== expanded.side),
    expanded,
  ],
})

/** Picks one end of a path. With both, the lineage view shows the ways between them, and nothing else is chosen. */
export function setPathEnd(view: View, end: 'from' | 'to', key: string): View {
  const before: PathEnds = view.path ?? { from: null, to: null, takes: 'shortest', columns: false }
  const path = { ...before, [end]: key }
  return isWholePath(path)
    ? {
        ...view,
        path,
        circle: null,
        kind: 'lineage',
        camera: null,
        expanded: [],
        most: 'usual',
        selection: [],
        edge: null,
        finding: null,
        tab: 'details',
      }
    : { ...view, path }
}

export const setPaths = (view: View, how: Partial<Pick<PathEnds, 'takes' | 'columns'>>): View =>
  view.path ? { ...view, path: { ...view.path, ...how }, camera: null } : view

/** Leaves the ways between two things: for the lineage that was shown before, or for the Map where none was. */
export function clearPath(view: View): View {
  if (!view.path) return view
  const isSeen = view.kind === 'lineage' && isWholePath(view.path)
  const left: View = { ...view, kind: view.focus === null ? 'map' : view.kind, path: null }
  return isSeen ? { ...left, camera: null } : left
}

export const toggleSort = (view: View, sort: string): View => ({ ...view, off: toggled(view.off, sort) })
export const toggleOnly = (view: View, severity: string): View => ({
  ...view,
  only: toggled(view.only, severity),
})
export const hide = (view: View, key: string): View => ({
  ...view,
  hide: and(view.hide, key),
  selection: without(view.selection, key),
})
export const showAgain = (view: View, key: string): View => ({ ...view, hide: without(view.hide, key) })
/** Leaves nothing out any more. */
export const showAll = (view: View): View => ({ ...view, off: [], hide: [], only: [] })

/** What of a view still means something in a run that was read again: what has vanished drops out. */
export function keepKnown(view: View, isKnown: (key: string) => boolean): View {
  const kept = (keys: readonly string[]): readonly string[] =>
    keys.every(isKnown) ? keys : keys.filter(isKnown)
  const focus = view.focus !== null && isKnown(view.focus) ? view.focus : null
  const path = view.path && {
    ...view.path,
    from: view.path.from !== null && isKnown(view.path.from) ? view.path.from : null,
    to: view.path.to !== null && isKnown(view.path.to) ? view.path.to : null,
  }
  return {
    ...view,
    kind: view.kind === 'lineage' && focus === null && !isWholePath(path) ? 'map' : view.kind,
    opened: kept(view.opened),
    closed: kept(view.closed),
    focus,
    circle: view.circle !== null && isKnown(thingOfCircle(view.circle)) ? view.circle : null,
    expanded: view.expanded.filter(({ key }) => isKnown(key)),
    lists: view.lists.filter(({ key }) => isKnown(key)),
    path: path && (path.from !== null || path.to !== null) ? path : null,
    hide: kept(view.hide),
    selection: kept(view.selection),
    edge:
      view.edge && [view.edge.from, view.edge.to].every((key) => isKnown(withoutCard(key)))
        ? view.edge
        : null,
  }
}

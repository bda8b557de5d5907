import {
  betweenOf,
  foldThings,
  isContainer,
  keyOfThing,
  neighbourhoodOf,
  thingOfKey,
  visibleLineage,
  visibleMap,
  type Atlas,
  type Neighbourhood,
  type RowList,
  type ThingIndex,
  type Visible,
} from '@lineagraph/core'
import { fansOf } from '../layout/find-fans.ts'
import type { Hops, Shown } from '../state/view.ts'
import { hiddenBy, hidesColumns } from './hidden-by.ts'
import type { Signs } from './signs.ts'
import type { Stack } from './stack.ts'
import { titleOf } from './thing-names.ts'

/** What a view shows of a run, before anything has a place. */
export interface Composed {
  readonly visible: Visible
  /** In the lineage view what is near; null in the Map. */
  readonly near: Neighbourhood | null
  /** The things from the tree's thing count on. */
  readonly stacks: readonly Stack[]
  readonly level: number
  /** The thing that the lineage view is about, or a column; -1 for none. */
  readonly focus: ThingIndex
  /** That thing, where it is a container that is closed and stands for all that is inside it; else -1. */
  readonly whole: ThingIndex
  readonly hidden: Uint8Array | null
  readonly notices: readonly string[]
}

/** A card shows so many columns by itself, and so many when it is opened. */
const ROWS = { traced: 12, opened: 30 } as const
/** More cards than this are no picture any more. */
const MOST_CARDS = 2000
/** From so many on similar things fold into a stack; in the Map, where the hierarchy folds, only what is a dense circle. */
const LEAST_FAN = 8
const LEAST_CIRCLE = 12

/** @param readable the level at which the Map opens. @param most cards at most in the lineage view. */
export function compose(
  atlas: Atlas,
  signs: Signs,
  shown: Shown,
  readable: number,
  most = MOST_CARDS,
): Composed {
  const hidden = hiddenBy(atlas, signs, shown)
  const level = shown.level ?? readable
  if (shown.kind === 'lineage') keepFocus(atlas, shown, hidden)
  return shown.kind === 'map'
    ? composeMap(atlas, signs, shown, hidden, level)
    : composeLineage(atlas, signs, shown, hidden, level, most)
}

/** What the lineage view is about stays, whatever sorts are switched off and findings asked for: else nothing were left to switch on again. */
function keepFocus({ graph, tree }: Atlas, { focus, hide }: Shown, hidden: Uint8Array | null): void {
  const thing = focus === null ? undefined : thingOfKey(graph, tree, focus)
  if (hidden === null || thing === undefined || hide.length > 0) return
  hidden[tree.at[thing]!] = 0
}

function composeMap(
  atlas: Atlas,
  signs: Signs,
  shown: Shown,
  hidden: Uint8Array | null,
  level: number,
): Composed {
  const { graph, tree } = atlas
  const [opened, closed] = [thingsOf(atlas, shown.opened), thingsOf(atlas, shown.closed)]
  const lists = listsOf(atlas, shown)
  const visible = visibleMap(atlas, {
    isOpen: (thing) => !closed.has(thing) && (opened.has(thing) || tree.depth[tree.at[thing]!]! < level),
    listOf: (thing) =>
      opened.has(thing) && !hidesColumns(shown) ? rowList(ROWS.opened, false, lists.get(thing)) : null,
    hidden,
  })
  const sorts = foldableSorts(atlas, signs, visible, () => true)
  const fans = fansOf(visible.things.length, visible.lines.from, visible.lines.to, sorts, LEAST_CIRCLE)
  return {
    ...folded(
      atlas,
      shown,
      visible,
      fans.filter(({ kind }) => kind === 'circle'),
    ),
    near: null,
    level,
    focus: -1,
    whole: -1,
    hidden,
    notices: graph.nodeCount > 0 && visible.things.length === 0 ? ['The filters leave nothing to draw.'] : [],
  }
}

/** What is visible with its fans folded into stacks, but for those that are opened. */
function folded(
  atlas: Atlas,
  shown: Shown,
  visible: Visible,
  fans: ReturnType<typeof fansOf>,
): Pick<Composed, 'visible' | 'stacks'> {
  const stacks = fans
    .map(({ kind, members }) => ({ members, stack: stackOf(atlas, visible, kind, members) }))
    .filter(({ stack }) => !shown.opened.includes(stack.key))
  return {
    visible: foldThings(
      atlas,
      visible,
      stacks.map(({ members }) => members),
    ),
    stacks: stacks.map(({ stack }) => stack),
  }
}

function composeLineage(
  atlas: Atlas,
  signs: Signs,
  shown: Shown,
  hidden: Uint8Array | null,
  level: number,
  most: number,
): Composed {
  const { graph, tree } = atlas
  const [opened, closed] = [thingsOf(atlas, shown.opened), thingsOf(atlas, shown.closed)]
  const lists = listsOf(atlas, shown)
  const found = nearby(atlas, shown, hidden, most)
  const { near, focus, ends } = found
  const notices = [...found.notices]
  if (near.total > near.positions.length)
    notices.push(
      `The nearest ${near.positions.length.toLocaleString('en-US')} of ${near.total.toLocaleString('en-US')} things are drawn: the others wait at the cards that they belong to.`,
    )
  const isRow = focus >= 0 && focus < tree.nodeCount && tree.rowOf[focus]! >= 0
  const isWhole = focus >= 0 && !isRow && isContainer(tree, focus)
  const boxes = isWhole && opened.has(focus) && shown.boxes === 'none' ? 'schema' : shown.boxes
  const listOf = (thing: ThingIndex): RowList | null => {
    if (hidesColumns(shown)) return null
    const list = lists.get(thing)
    if (opened.has(thing) || (list && list.find !== '')) return rowList(ROWS.opened, false, list)
    if (shown.columns === 'none') return null
    return shown.columns === 'all' ? rowList(ROWS.opened, false, list) : rowList(ROWS.traced, true, list)
  }
  const whole = isWhole && !opened.has(focus) ? focus : -1
  const visible = visibleLineage(atlas, near, {
    whole,
    boxes,
    isClosed: (box) => closed.has(box),
    row: isRow ? focus : -1,
    listOf,
    hidden,
  })
  const alone = new Set<ThingIndex>([
    ...ends.map((end) => tree.order[tree.at[end]!]!),
    ...shown.expanded.flatMap(({ key }) => thingOfKey(graph, tree, key) ?? []),
  ])
  const sorts = foldableSorts(atlas, signs, visible, (thing) => !alone.has(thing))
  const fans = fansOf(visible.things.length, visible.lines.from, visible.lines.to, sorts, LEAST_FAN)
  return {
    ...folded(atlas, shown, visible, fans),
    near,
    level,
    focus,
    whole,
    hidden,
    notices,
  }
}

interface Nearby {
  readonly near: Neighbourhood
  readonly focus: ThingIndex
  /** What the view is about: never in a stack. */
  readonly ends: readonly ThingIndex[]
  readonly notices: readonly string[]
}

function nearby(atlas: Atlas, shown: Shown, hidden: Uint8Array | null, most: number): Nearby {
  const { graph, tree } = atlas
  const known = (key: string | null): ThingIndex | undefined =>
    key === null ? undefined : thingOfKey(graph, tree, key)
  const [from, to] = [known(shown.path?.from ?? null), known(shown.path?.to ?? null)]
  if (shown.path && from !== undefined && to !== undefined) {
    const wish = { from, to, followsColumns: shown.path.columns, hidden }
    const between = betweenOf(atlas, wish, shown.path.takes, most)
    const [start, end] = [titleOf(atlas, from), titleOf(atlas, to)]
    const other =
      between.length < 0 ? betweenOf(atlas, { ...wish, from: to, to: from }, 'shortest', 1).length : -1
    const notices =
      between.length >= 0
        ? []
        : [
            `No ${shown.path.columns ? 'columns lead' : 'lineage leads'} from ${start} to ${end}${other >= 0 ? ', but the other way round' : ''}.`,
          ]
    return { near: between, focus: from, ends: [from, to], notices }
  }
  const focus = known(shown.focus)
  if (focus === undefined) {
    const nothing = { positions: new Uint32Array(0), hop: new Int32Array(0), traced: null, total: 0 }
    return {
      near: nothing,
      focus: -1,
      ends: [],
      notices: [
        shown.focus === null
          ? 'Choose a thing to see what feeds it and what it feeds.'
          : 'What this view is about is not in this run.',
      ],
    }
  }
  const steps = (hops: Hops): number => (hops === 'all' ? Infinity : hops)
  const near = neighbourhoodOf(atlas, {
    focus,
    up: shown.direction === 'down' ? 0 : steps(shown.up),
    down: shown.direction === 'up' ? 0 : steps(shown.down),
    expansions: shown.expanded.flatMap(({ key, side, far }) => {
      const thing = known(key)
      return thing === undefined ? [] : [{ thing, side, far }]
    }),
    hidden,
    most,
  })
  const notices = near.total === 0 ? [`The filters hide ${titleOf(atlas, focus)}.`] : []
  return { near, focus, ends: [focus], notices }
}

const thingsOf = ({ graph, tree }: Atlas, keys: readonly string[]): Set<ThingIndex> =>
  new Set(keys.flatMap((key) => thingOfKey(graph, tree, key) ?? []))

interface Place {
  readonly from: number
  readonly find: string
}

const listsOf = ({ graph, tree }: Atlas, { lists }: Shown): Map<ThingIndex, Place> =>
  new Map(
    lists.flatMap(({ key, from, find }) => {
      const thing = thingOfKey(graph, tree, key)
      return thing === undefined ? [] : [[thing, { from, find }] as const]
    }),
  )

const rowList = (most: number, onlyTraced: boolean, place: Place | undefined): RowList => ({
  from: place?.from ?? 0,
  find: place?.find ?? '',
  most,
  onlyTraced,
})

/** By thing a number that only things have in common that may fold into one; -1 for what never folds. */
function foldableSorts(
  { tree }: Atlas,
  { sorts, sortAt }: Signs,
  { things, box, isBox, lane }: Visible,
  mayFold: (thing: ThingIndex) => boolean,
): Int32Array {
  return things.map((thing, index) =>
    isBox[index] || !mayFold(thing)
      ? -1
      : ((box[index]! + 1) * sorts.length + sortAt[tree.at[thing]!]!) * 2 + lane[index]!,
  )
}

function stackOf(
  { graph, tree }: Atlas,
  { things }: Visible,
  kind: Stack['kind'],
  members: Uint32Array,
): Stack {
  const inside = Array.from(members, (member) => things[member]!)
  return { key: `stack:${kind}:${keyOfThing(graph, tree, inside[0]!)}`, kind, members: inside }
}

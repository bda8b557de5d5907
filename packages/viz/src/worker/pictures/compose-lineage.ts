import {
  betweenOf,
  grouped,
  innerEnd,
  isContainer,
  neighbourhoodOf,
  thingOfKey,
  visibleLineage,
  waitingAt,
  type Atlas,
  type DeclaredCircles,
  type Neighbourhood,
  type RowList,
  type ThingIndex,
  type Visible,
} from '@lineagraph/core'
import { fansOf } from '../../layout/find-fans.ts'
import { keepLayers } from '../../layout/keep-layers.ts'
import { isWholePath, thingOfCircle, USUAL_HOPS, type Hops, type Shown } from '../../state/view.ts'
import type { Composed, PathLinks, ShownHops } from './composed.ts'
import { cardsOf, foldFar } from './fold-far.ts'
import { foldLongCircle } from './fold-long-circle.ts'
import { foldableSorts, folded } from './fold-stacks.ts'
import { hiddenBy, hidesColumns } from './hidden-by.ts'
import { lineageLayers } from './lineage-layers.ts'
import { otherWay } from './other-way.ts'
import type { PictureWish } from './picture-wish.ts'
import { rulerOf } from './ruler.ts'
import type { Signs } from '../names/signs.ts'
import { wholeName } from '../names/named.ts'
import { namedOf } from '../names/named-of.ts'
import { titleOf } from '../names/thing-names.ts'
import { waitsBeyond } from './waits-beyond.ts'
import { listsOf, openedRows, rowList, thingsOf } from './wished-things.ts'

/** A card shows so many columns by itself. */
const TRACED_ROWS = 12
/** More cards than this are no picture any more. */
const MOST_CARDS = 2000
/** From so many on similar things fold into a stack. */
const LEAST_FAN = 8
/** More cards than this cannot be read: then one hop fewer is shown, and what is far folds by where it is from. */
const MOST_READ = 150
/** So many edges to cut keep their ends where a long circle folds. */
const MOST_CUT = 3

/** What the lineage view shows. @param circles of the run. @param readable the level at which the Map opens. @param most cards at most. */
export function composeLineage(
  atlas: Atlas,
  signs: Signs,
  shown: PictureWish,
  circles: () => DeclaredCircles,
  readable: number,
  most = MOST_CARDS,
): Composed {
  const hidden = hiddenBy(atlas, signs, shown)
  if (!isWholePath(shown.path)) keepFocus(atlas, shown, hidden)
  const { graph, tree } = atlas
  const [opened, closed] = [thingsOf(atlas, shown.opened), thingsOf(atlas, shown.closed)]
  const lists = listsOf(atlas, shown)
  const mostRows = openedRows(shown)
  const listOf = (thing: ThingIndex): RowList | null => {
    if (hidesColumns(shown)) return null
    const list = lists.get(thing)
    if (opened.has(thing) || (list && list.find !== '')) return rowList(mostRows, false, list)
    if (shown.columns === 'none') return null
    return shown.columns === 'all' ? rowList(mostRows, false, list) : rowList(TRACED_ROWS, true, list)
  }
  /** What is so many hops near, and what of it folds. */
  const within = (hops: ShownHops, expanded = shown.expanded) => {
    const found = nearby(atlas, { ...shown, expanded }, circles, hops, hidden, most)
    const { near, focus, ends } = found
    const isRow = focus >= 0 && focus < tree.nodeCount && tree.rowOf[focus]! >= 0
    const isWhole = focus >= 0 && !isRow && found.by !== 'ways' && isContainer(tree, focus)
    const whole = isWhole && !opened.has(focus) ? focus : -1
    const visible = visibleLineage(atlas, near, {
      whole,
      ends: found.path?.ends ?? [],
      boxes: isWhole && opened.has(focus) && shown.boxes === 'none' ? 'schema' : shown.boxes,
      isClosed: (box) => closed.has(box),
      row: isRow ? focus : -1,
      listOf,
      hidden,
    })
    const alone = new Set<ThingIndex>([
      ...ends.map((end) => tree.order[tree.at[end]!]!),
      ...expanded.flatMap(({ key }) => thingOfKey(graph, tree, key) ?? []),
    ])
    const sorts = foldableSorts(atlas, signs, visible, (thing) => !alone.has(thing))
    const fanSorts = found.by === 'hops' ? apartByWaiting(atlas, near, visible, sorts, hidden) : sorts
    const fans = fansOf(visible.things.length, visible.lines.from, visible.lines.to, fanSorts, LEAST_FAN)
    return { found, whole, visible, sorts, fans, cards: cardsOf(visible.isBox, fans) }
  }
  // How many hops are shown is no matter of what is opened beyond them: that is asked for, and no hop goes for it.
  const usual = within(hopsWished(shown, USUAL_HOPS), [])
  const free = freeSides(shown)
  const isTooMuch = usual.cards > MOST_READ && free.length > 0 && usual.found.by === 'hops'
  const hops = hopsWished(shown, isTooMuch ? USUAL_HOPS - 1 : USUAL_HOPS)
  const { found, whole, visible, sorts, fans } = isTooMuch || shown.expanded.length > 0 ? within(hops) : usual
  const { near, focus, by } = found
  const notices = [...found.notices]
  if (isTooMuch) notices.push(fewerWords(free, usual.found.near.total))
  if (near.total > near.positions.length)
    notices.push(
      by === 'ways'
        ? `${grouped(near.positions.length)} of ${grouped(near.total)} things on these paths are drawn: those on the shortest.`
        : `The nearest ${grouped(near.positions.length)} of ${grouped(near.total)} things are drawn: the others wait at the cards that they belong to.`,
    )
  const nearer =
    by === 'circle'
      ? foldLongCircle(near, visible, sorts, fans, cutEnds(atlas, circles(), focus, visible), LEAST_FAN)
      : fans
  return {
    ...folded(
      atlas,
      shown,
      visible,
      by === 'ways' ? fans : foldFar(atlas, near, visible, sorts, nearer, MOST_READ, LEAST_FAN),
    ),
    near,
    hops: by === 'hops' ? hops : null,
    ifMore: isTooMuch ? usual.found.near.total : null,
    // A circle alone and the ways between two things are bounded by what they are: there nothing waits.
    waiting: by === 'hops' ? () => waitingAt(atlas, near, hidden) : null,
    // Round a circle all is both before and behind what it is about: no hops are counted.
    layers: { find: lineageLayers, keep: keepLayers, rule: by === 'circle' ? () => null : rulerOf },
    level: shown.level ?? readable,
    opensAt: readable,
    focus,
    whole,
    path: found.path,
    hidden,
    notices,
  }
}

/** Sorts that tell apart what has something waiting beyond it: that is not alike what ends there. */
function apartByWaiting(
  atlas: Atlas,
  near: Neighbourhood,
  visible: Visible,
  sorts: Int32Array,
  hidden: Uint8Array | null,
): Int32Array {
  const waiting = waitingAt(atlas, near, hidden)
  return sorts.map((sort, index) => {
    if (sort < 0) return sort
    const { up, down } = waitsBeyond(visible, near, waiting, atlas.tree.at[visible.things[index]!]!)
    return 2 * sort + (up + down > 0 ? 1 : 0)
  })
}

/** The shown sides of which nobody has said how many hops. */
const freeSides = ({ up, down, direction }: Shown): readonly ('up' | 'down')[] => [
  ...(up === null && direction !== 'down' ? (['up'] as const) : []),
  ...(down === null && direction !== 'up' ? (['down'] as const) : []),
]

const fewerWords = (sides: readonly ('up' | 'down')[], things: number): string =>
  `One hop ${sides.length === 2 ? 'each way' : `${sides[0]}stream`} is shown: two hops are ${grouped(things)} things.`

/** How many hops there are each way where nothing else was wished for. */
const hopsWished = ({ up, down }: Shown, usual: number): ShownHops => ({
  up: up ?? usual,
  down: down ?? usual,
})

/** What the lineage view is about stays, whatever sorts are switched off and findings asked for: else nothing were left to switch on again. */
function keepFocus({ graph, tree }: Atlas, { focus, hide }: Shown, hidden: Uint8Array | null): void {
  const thing = focus === null ? undefined : thingOfKey(graph, tree, focus)
  if (hidden === null || thing === undefined || hide.length > 0) return
  hidden[tree.at[thing]!] = 0
}

/** By position, 1 for what is not of a circle or left out; null where the run has no such circle. */
function outsideOf(
  { graph, tree }: Atlas,
  declared: DeclaredCircles,
  circle: string,
  hidden: Uint8Array | null,
): Uint8Array | null {
  const first = thingOfKey(graph, tree, thingOfCircle(circle))
  const number = first === undefined ? -1 : (declared.circleOf[first] ?? -1)
  if (number < 0) return null
  const outside = new Uint8Array(tree.order.length).fill(1)
  for (const node of declared.at(number).nodes) outside[tree.at[node]!] = hidden?.[tree.at[node]!] ?? 0
  return outside
}

/** Where the first of the edges end that are to be cut of the circle that a thing is in. */
function cutEnds(
  { graph, tree }: Atlas,
  declared: DeclaredCircles,
  thing: ThingIndex,
  { shown }: Visible,
): number[] {
  const number = declared.circleOf[thing] ?? -1
  const cut = number < 0 ? [] : declared.at(number).cut.slice(0, MOST_CUT)
  return cut
    .flatMap((edge) => [graph.fromOf(edge), graph.toOf(edge)])
    .map((node) => shown[tree.at[node]!]!)
    .filter((index) => index >= 0)
}

const OTHER_WAYS = {
  hidden: ' past what the filters hide',
  tables: ', but their tables do',
  back: ', but the other way round',
  none: ', in neither direction',
} as const

const NONE = 'no path leads from one to the other.'

/** Why no path can lead from one end to the other. */
const nestedWords = (inner: 'from' | 'to' | 'same', from: string, to: string): string => {
  if (inner === 'same') return 'Both ends of the path are the same.'
  return inner === 'from' ? `${from} is inside ${to}: ${NONE}` : `${to} is inside ${from}: ${NONE}`
}

interface Nearby {
  readonly near: Neighbourhood
  readonly focus: ThingIndex
  /** What the view is about: never in a stack. */
  readonly ends: readonly ThingIndex[]
  readonly notices: readonly string[]
  /** Whether hops say what belongs to it, or the ways between two things, or a circle. */
  readonly by: 'hops' | 'ways' | 'circle'
  readonly path: PathLinks | null
}

function nearby(
  atlas: Atlas,
  shown: Shown,
  circles: () => DeclaredCircles,
  hops: ShownHops,
  hidden: Uint8Array | null,
  most: number,
): Nearby {
  const { graph, tree } = atlas
  const known = (key: string | null): ThingIndex | undefined =>
    key === null ? undefined : thingOfKey(graph, tree, key)
  const [from, to] = [known(shown.path?.from ?? null), known(shown.path?.to ?? null)]
  if (shown.path && from !== undefined && to !== undefined) {
    const wish = { from, to, followsColumns: shown.path.columns, hidden }
    const between = betweenOf(atlas, wish, shown.path.takes, most)
    const named = (end: ThingIndex): string =>
      end < graph.nodeCount ? wholeName(namedOf(graph, end)) : titleOf(atlas, end)
    const [start, end] = [named(from), named(to)]
    const isByColumns = between.traced?.some((is, thing) => is === 1 && tree.rowOf[thing]! >= 0) ?? false
    const inner = innerEnd(atlas, wish)
    const notices = inner
      ? [nestedWords(inner, start, end)]
      : between.length >= 0
        ? shown.path.columns && !isByColumns
          ? [`No columns lead from ${start} to ${end}: what is drawn is declared from thing to thing.`]
          : []
        : [
            `No ${shown.path.columns ? 'columns lead' : 'lineage leads'} from ${start} to ${end}${OTHER_WAYS[otherWay(atlas, wish) ?? 'none']}.`,
          ]
    const path = { links: between.links, followsColumns: shown.path.columns, ends: [from, to] } as const
    return { near: between, focus: from, ends: [from, to], notices, by: 'ways', path }
  }
  const focus = known(shown.focus)
  if (focus === undefined) {
    const nothing = {
      positions: new Uint32Array(0),
      hop: new Int32Array(0),
      reached: new Uint8Array(0),
      aside: null,
      traced: null,
      total: 0,
    }
    return {
      near: nothing,
      focus: -1,
      ends: [],
      by: 'hops',
      path: null,
      notices: [
        shown.focus === null
          ? 'Choose a thing to see what feeds it and what it feeds.'
          : 'What this view is about is not in this run.',
      ],
    }
  }
  const others = shown.circle === null ? null : outsideOf(atlas, circles(), shown.circle, hidden)
  if (others) {
    const whole = { focus, up: 0, down: Infinity, expansions: [], hidden: others, most }
    return {
      near: neighbourhoodOf(atlas, whole),
      focus,
      ends: [focus],
      notices: [],
      by: 'circle',
      path: null,
    }
  }
  const steps = (hops: Hops): number => (hops === 'all' ? Infinity : hops)
  const near = neighbourhoodOf(atlas, {
    focus,
    up: shown.direction === 'down' ? 0 : steps(hops.up),
    down: shown.direction === 'up' ? 0 : steps(hops.down),
    expansions: shown.expanded.flatMap(({ key, side, far }) => {
      const thing = known(key)
      return thing === undefined ? [] : [{ thing, side, far }]
    }),
    hidden,
    most,
  })
  const notices = near.total === 0 ? [`The filters hide ${titleOf(atlas, focus)}.`] : []
  return { near, focus, ends: [focus], notices, by: 'hops', path: null }
}

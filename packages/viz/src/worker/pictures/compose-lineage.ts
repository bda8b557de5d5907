import {
  grouped,
  isContainer,
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
import { fansOf, type Fan } from '../../layout/find-fans.ts'
import { keepLayers } from '../../layout/keep-layers.ts'
import { isWholePath, mostThings, USUAL_HOPS, type Shown } from '../../state/view.ts'
import type { Composed, ShownHops } from './composed.ts'
import { cardsOf, foldFar } from './fold-far.ts'
import { foldLongCircle } from './fold-long-circle.ts'
import { foldableSorts, folded } from './fold-stacks.ts'
import { hiddenBy, hidesColumns } from './hidden-by.ts'
import { lineageLayers } from './lineage-layers.ts'
import { nearby, type Nearby } from './nearby.ts'
import { openingsOf, type Opening } from './openings-of.ts'
import type { PictureWish } from './picture-wish.ts'
import { rulerOf } from './ruler.ts'
import type { Signs } from '../names/signs.ts'
import { standsFor } from './stands-for.ts'
import { waitsBeyond } from './waits-beyond.ts'
import { listsOf, openedRows, rowList, thingsOf } from './wished-things.ts'

/** A card shows so many columns by itself. */
const TRACED_ROWS = 12
/** From so many on similar things fold into a stack. */
const LEAST_FAN = 8
/** More cards than this cannot be read: then one hop fewer is shown, and what is far folds by where it is from. */
const MOST_READ = 150
/** So many edges to cut keep their ends where a long circle folds. */
const MOST_CUT = 3

/** What the lineage view shows. @param circles of the run. @param readable the level at which the Map opens. @param most things at most. */
export function composeLineage(
  atlas: Atlas,
  signs: Signs,
  shown: PictureWish,
  circles: () => DeclaredCircles,
  readable: number,
  most = mostThings(shown.most),
): Composed {
  const hidden = hiddenBy(atlas, signs, shown)
  if (!isWholePath(shown.path)) keepFocus(atlas, shown, hidden)
  const { tree } = atlas
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
  /** What is so many hops near with what is opened beyond, and what of it folds. */
  const within = (hops: ShownHops, openings: readonly Opening[]) => {
    const found = nearby({ atlas, shown, circles, hops, openings, hidden, most })
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
      ...openings.flatMap(({ things, isAlone }) => (isAlone ? things : [])),
    ])
    const sorts = foldableSorts(atlas, signs, visible, (thing) => !alone.has(thing))
    const fanSorts = found.by === 'hops' ? apartByWaiting(atlas, near, visible, sorts, hidden) : sorts
    const fans = fansOf(visible.things.length, visible.lines.from, visible.lines.to, fanSorts, LEAST_FAN)
    return { found, whole, visible, sorts, fans, cards: cardsOf(visible.isBox, fans) }
  }
  const foldsOf = ({
    found: { near, focus, by },
    visible,
    sorts,
    fans,
  }: ReturnType<typeof within>): Fan[] => {
    if (by === 'ways') return fans
    const nearer =
      by === 'circle'
        ? foldLongCircle(near, visible, sorts, fans, cutEnds(atlas, circles(), focus, visible), LEAST_FAN)
        : fans
    return foldFar(atlas, near, visible, sorts, nearer, MOST_READ, LEAST_FAN)
  }
  /** With all that is opened, one after the other: what a stack folded, or a container held, is told by the picture in which it was opened. */
  const openedWithin = (hops: ShownHops) => {
    const openings: Opening[] = []
    for (const one of shown.expanded)
      openings.push(
        ...openingsOf(atlas, one, hidden, () => {
          const before = within(hops, openings)
          return { near: before.found.near, visible: before.visible, folds: foldsOf(before) }
        }),
      )
    return within(hops, openings)
  }
  // How many hops are shown is no matter of what is opened beyond them: that is asked for, and no hop goes for it.
  const usual = within(hopsWished(shown, USUAL_HOPS), [])
  const free = freeSides(shown)
  const isTooMuch = usual.cards > MOST_READ && free.length > 0 && usual.found.by === 'hops'
  const hops = hopsWished(shown, isTooMuch ? USUAL_HOPS - 1 : USUAL_HOPS)
  const seen = isTooMuch || shown.expanded.length > 0 ? openedWithin(hops) : usual
  const { found, whole, visible } = seen
  const { near, focus, by } = found
  const notices = [...found.notices]
  if (isTooMuch) notices.push(fewerWords(free, usual.found.near.total))
  const isCut = near.total > near.positions.length
  const isUsual = most === mostThings('usual')
  if (isCut) notices.push(nearestWords(near, by))
  return {
    ...folded(atlas, shown, visible, foldsOf(seen)),
    near,
    hops: by === 'hops' ? hops : null,
    ifMore: isTooMuch ? usual.found.near.total : null,
    ifAll: isCut && isUsual ? near.total : null,
    ifMost: isCut && !isUsual ? near.total : null,
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
  const standing = standsFor(near, visible)
  return sorts.map((sort, index) => {
    if (sort < 0) return sort
    const { up, down } = waitsBeyond(near, waiting, standing[index]!)
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

const nearestWords = ({ positions, total }: Neighbourhood, by: Nearby['by']): string => {
  const drawn = `${grouped(positions.length)} of ${grouped(total)} things`
  if (by === 'ways') return `${drawn} on these paths are drawn: those on the shortest.`
  const rest = by === 'hops' ? ': the others wait at the cards that they belong to.' : '.'
  return `The nearest ${drawn} are drawn${rest}`
}

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

// For tests only: what somebody may do with the page.
import fc from 'fast-check'
import { openLevels } from '../scene/picture/open-levels.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { targetAt } from '../scene/picture/targets.ts'
import {
  changeHops,
  expand,
  foldStack,
  hide,
  openAround,
  openLevel,
  scrollColumns,
  setBoxes,
  setColumns,
  setDirection,
  setFlow,
  setHops,
  setPathEnd,
  setPaths,
  showAll,
  showCircle,
  showLineage,
  showMap,
  spreadStack,
  toggleOnly,
  toggleSort,
  type Facts,
} from '../state/actions.ts'
import { gesture, type Gesture, type Target } from '../state/gestures.ts'
import type { View } from '../state/view.ts'
import type { Answers } from './protocol.ts'

/** Something that somebody does: chooses a thing of the picture by a number, and changes the view, goes in the history, or turns the window. */
export interface Click {
  readonly name: string
  change(
    view: View,
    picture: Picture,
    facts: Facts,
    session: Answers,
  ): View | 'back' | 'forward' | 'turn' | Promise<View>
  /** What is met by the key or the pointer, where that opens or closes it. */
  toggled?(picture: Picture): Target | null
  /** Which stack is spread, or folds again. */
  restacked?(picture: Picture): Restacked | null
}

export interface Restacked {
  readonly key: string
  readonly isSpread: boolean
}

const click = (name: string, change: Click['change'], toggled?: Click['toggled']): Click => ({
  name,
  change,
  ...(toggled && { toggled }),
})

const pick = fc.nat(1000)
const thingAt = ({ things }: Picture, number: number): string | undefined =>
  things.keys[number % things.count]
const onThing = (
  name: string,
  change: (view: View, key: string, picture: Picture) => View,
): fc.Arbitrary<Click> =>
  pick.map((number) =>
    click(`${name} ${number}`, (view, picture) => {
      const key = thingAt(picture, number)
      return key === undefined ? view : change(view, key, picture)
    }),
  )
const always = (
  name: string,
  change: (view: View) => View | 'back' | 'forward' | 'turn',
): fc.Arbitrary<Click> => fc.constant(click(name, change))

const targetOf = (picture: Picture, number: number, row: number): Target | null => {
  const { things, rows } = picture
  if (things.count === 0) return null
  const thing = number % things.count
  const rowCount = rows.starts[thing + 1]! - rows.starts[thing]!
  return targetAt(picture, thing, row % 2 === 0 && rowCount > 0 ? rows.starts[thing]! + (row % rowCount) : -1)
}
/** Enter leads to the lineage of a dashboard, and opens or closes any other container. */
const toggledBy = (made: Gesture, target: Target | null): Target | null =>
  made === 'enter' && target?.isDashboard ? null : target

const gestures = fc
  .tuple(fc.constantFrom<Gesture>('click', 'add', 'enter', 'space'), pick, pick)
  .map(([made, number, row]) =>
    click(
      `${made} ${number} ${row}`,
      (view, picture, facts) => gesture(view, made, targetOf(picture, number, row), facts),
      made === 'click' || made === 'add'
        ? undefined
        : (picture) => toggledBy(made, targetOf(picture, number, row)),
    ),
  )

/** Opens or closes one of the containers. */
const toggles = fc.tuple(fc.constantFrom<Gesture>('enter', 'space'), pick).map(([made, number]) => {
  const met = (picture: Picture): Target | null => {
    const containers = [...picture.things.keys.keys()]
      .map((thing) => targetAt(picture, thing, -1))
      .filter(({ what }) => what === 'open container' || what === 'closed container')
    return containers[number % containers.length] ?? null
  }
  return click(
    `${made} at container ${number}`,
    (view, picture, facts) => gesture(view, made, met(picture), facts),
    (picture) => toggledBy(made, met(picture)),
  )
})

/** Draws what one of the stacks folds one by one, or as one again what was spread. */
const stacks = fc.tuple(fc.constantFrom('spread', 'fold again'), pick).map(([what, number]) => {
  const isSpread = what === 'spread'
  const keysIn = ({ things, spread }: Picture): string[] =>
    isSpread ? things.keys.filter((key) => key.startsWith('stack:')) : spread.map(({ key }) => key)
  const keyIn = (picture: Picture): string | undefined => {
    const keys = keysIn(picture)
    return keys[number % keys.length]
  }
  return {
    name: `${what} ${number}`,
    change: (view: View, picture: Picture) => {
      const key = keyIn(picture)
      if (key === undefined) return view
      const stack = picture.spread.find((one) => one.key === key)
      return stack ? foldStack(view, stack.members) : spreadStack(view, key)
    },
    restacked: (picture: Picture) => {
      const key = keyIn(picture)
      return key === undefined ? null : { key, isSpread }
    },
  }
})

/** Shows one of the circles by an edge that closes it. */
const circles = pick.map((number) =>
  click(`circle ${number}`, (view, { circles: found, things, lines }) => {
    const circle = found[number % found.length]
    const cut = circle?.cut[0]
    if (!circle || cut === undefined) return view
    const [from, to] = [things.keys[lines.from[cut]!]!, things.keys[lines.to[cut]!]!]
    return showCircle(view, { key: circle.key, from, to, size: circle.size })
  }),
)

export const anyClick: fc.Arbitrary<Click>[] = [
  gestures,
  gestures,
  toggles,
  toggles,
  toggles,
  stacks,
  stacks,
  stacks,
  stacks,
  circles,
  onThing('lineage of', showLineage),
  always('map', showMap),
  always('back', () => 'back'),
  always('forward', () => 'forward'),
  always('a window of another width', () => 'turn'),
  fc.constantFrom('more' as const, 'fewer' as const).map((which) =>
    click(`levels ${which}`, (view, picture) => {
      const step = openLevels(picture)[which]
      return step ? openLevel(view, step.level, step.keys) : view
    }),
  ),
  pick.map((number) =>
    click(`show in the Map ${number}`, async (view, picture, facts, session) => {
      const key = thingAt(picture, number)
      if (key === undefined) return view
      return openAround(showMap(view), await session.around(key), facts)
    }),
  ),
  fc
    .constantFrom('auto' as const, 'right' as const, 'down' as const)
    .map((flow) => click(`flow ${flow}`, (view) => setFlow(view, flow))),
  fc
    .tuple(fc.constantFrom('up' as const, 'down' as const), fc.constantFrom(0, 1, 5, 'all' as const))
    .map(([side, hops]) =>
      click(`${hops} hops ${side}`, (view, _picture, facts) => setHops(view, side, hops, facts)),
    ),
  fc.tuple(pick, fc.nat(3), fc.constantFrom('', 'x', 'id')).map(([number, from, find]) =>
    click(`columns ${number} ${from} ${find}`, (view, picture) => {
      const key = thingAt(picture, number)
      return key === undefined ? view : scrollColumns(view, key, from, find)
    }),
  ),
  fc
    .constantFrom(1 as const, -1 as const)
    .map((by) => click(`hops ${by}`, (view, _picture, facts) => changeHops(view, by, facts))),
  fc.tuple(pick, fc.constantFrom('up' as const, 'down' as const), fc.boolean()).map(([number, side, far]) =>
    click(`expand ${number} ${side} ${far}`, (view, picture) => {
      const key = thingAt(picture, number)
      return key === undefined ? view : expand(view, { key, side, far })
    }),
  ),
  fc
    .constantFrom('table', 'column', 'chart', '@external', '@missing', 'schema', '?metric')
    .map((sort) => click(`switch ${sort}`, (view) => toggleSort(view, sort))),
  fc.constantFrom('error', 'info').map((one) => click(`only ${one}`, (view) => toggleOnly(view, one))),
  onThing('hide', hide),
  // What is open by its level is then open twice.
  fc.constant(
    click('a link that opens all that is seen', (view, { things }) => ({
      ...view,
      opened: [...new Set([...view.opened, ...things.keys.filter((key) => !key.startsWith('stack:'))])],
    })),
  ),
  always('show all', showAll),
  fc
    .constantFrom('none' as const, 'schema' as const, 'database' as const)
    .map((boxes) => click(`boxes ${boxes}`, (view) => setBoxes(view, boxes))),
  fc
    .constantFrom('traced' as const, 'all' as const, 'none' as const)
    .map((columns) => click(`columns ${columns}`, (view) => setColumns(view, columns))),
  fc
    .constantFrom('both' as const, 'up' as const, 'down' as const)
    .map((way) => click(`direction ${way}`, (view) => setDirection(view, way))),
  onThing('path from', (view, key) => setPathEnd(view, 'from', key)),
  onThing('path to', (view, key) => setPathEnd(view, 'to', key)),
  fc
    .tuple(fc.constantFrom('shortest' as const, 'all' as const), fc.boolean())
    .map(([takes, columns]) =>
      click(`paths ${takes} ${columns}`, (view) => setPaths(view, { takes, columns })),
    ),
]

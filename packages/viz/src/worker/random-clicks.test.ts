import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { boxClosedBy, closeAtOnce } from '../scene/close-at-once.ts'
import type { Picture } from '../scene/picture.ts'
import { targetAt } from '../scene/targets.ts'
import {
  changeHops,
  expand,
  hide,
  setBoxes,
  setColumns,
  setDirection,
  setPathEnd,
  setPaths,
  showAll,
  showLineage,
  showMap,
  toggleOnly,
  toggleSort,
  type Facts,
} from '../state/actions.ts'
import { gesture, type Gesture } from '../state/gestures.ts'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './session.ts'

const tables = ['raw', 'marts'].flatMap((schema) => ['a', 'b', 'c'].map((name) => `${schema}.${name}`))
const readers = Array.from({ length: 9 }, (_, i) => `reader${i}`)
const RESOURCES = [
  thing('database', 'db'),
  thing('schema', 'raw', 'db'),
  thing('schema', 'marts', 'db'),
  ...tables.flatMap((table) => [
    thing('table', table, table.split('.')[0]),
    ...['x', 'y'].map((name) => thing('column', `${table}.${name}`, table, name)),
  ]),
  thing('dashboard_group', 'g'),
  thing('dashboard', 'd', 'g'),
  ...['one', 'two'].map((chart) => thing('chart', chart, 'd')),
  ...readers.map((reader) => thing('chart', reader, 'd')),
  thing('metric', 'odd'),
]
const LINEAGE = [
  ...['a', 'b', 'c'].flatMap((name) => [
    feeds(`raw.${name}.x`, `marts.${name}.x`),
    feeds(`raw.${name}.y`, `marts.a.y`),
  ]),
  feeds('marts.a', 'marts.b'),
  feeds('marts.b', 'raw.c'),
  feeds('marts.c', 'marts.c'),
  feeds('marts.c.x', 'marts.c.y'),
  feeds('raw', 'marts'),
  feeds('marts.a', 'one'),
  feeds('marts.a', 'd'),
  feeds('one', 'two'),
  ...readers.map((reader) => feeds('marts.b', reader)),
  feedsFromOutside('erp', 'rates', 'raw.a'),
  feedsFromOutside('erp', 'codes', 'raw.b'),
  feeds('gone', 'raw.a'),
]

let session: Answers
beforeAll(async () => {
  session = await plainSession(RESOURCES, LINEAGE)
})

/** What a page is: the views that it has been at, the last one now, and what it sees. */
interface Page {
  readonly visited: View[]
  picture: Picture
}

/** Something that somebody does: chooses a thing of the picture by a number, and changes the view. */
class Click implements fc.AsyncCommand<object, Page> {
  constructor(
    readonly name: string,
    readonly change: (view: View, picture: Picture, facts: Facts) => View | 'back',
  ) {}

  check = (): boolean => true

  async run(_model: object, page: Page): Promise<void> {
    const { visited, picture } = page
    const before = visited.at(-1)!
    const next = this.change(before, picture, { level: picture.level })
    if (next !== 'back') visited.push(await session.settle(hashToView(viewToHash(next)).view))
    else if (visited.length > 1) visited.pop()
    const drawn = await session.draw({ ...shownOf(visited.at(-1)!), isNarrow: false })
    expect(drawn).not.toBeNull()
    page.picture = drawn!
    expectWhole(drawn!)
    expectClosedAlike(picture, before, visited.at(-1)!, drawn!)
  }

  toString(): string {
    return this.name
  }
}

/** What the page shows of a closed box at once has the things and the counts of the picture that comes after it. */
function expectClosedAlike(picture: Picture, before: View, after: View, drawn: Picture): void {
  const box = boxClosedBy(picture, shownOf(before), shownOf(after))
  if (box < 0) return
  const atOnce = closeAtOnce(picture, box)
  expectWhole(atOnce)
  // What folds into stacks, and whether what is outside stands in a lane or in boxes, is found anew with the layout.
  const isFoundAnew = (key: string): boolean => /^(stack|outside):/.test(key)
  if ([...picture.things.keys, ...drawn.things.keys].some(isFoundAnew)) return
  expect(atOnce.tally).toEqual(drawn.tally)
  expect([...atOnce.things.keys].toSorted()).toEqual([...drawn.things.keys].toSorted())
  const weightOf = ({ things, lines }: Picture): Map<string, number> => {
    const weights = new Map<string, number>()
    for (let line = 0; line < lines.count; line++) {
      const ends = `${things.keys[lines.from[line]!]} > ${things.keys[lines.to[line]!]}`
      weights.set(ends, (weights.get(ends) ?? 0) + lines.weights[line]!)
    }
    return weights
  }
  expect(weightOf(atOnce)).toEqual(weightOf(drawn))
}

/** Every edge and every thing is somewhere, and everything that is drawn has a place. */
function expectWhole({ things, rows, lines, tally, circles, waffles, focus }: Picture): void {
  const { edges, things: of } = tally
  expect(edges.drawn + edges.folded + edges.hidden + edges.beyond).toBe(edges.all)
  expect(of.drawn + of.folded + of.hidden + of.beyond).toBe(of.all)
  for (const part of [...Object.values(edges), ...Object.values(of)]) expect(part).toBeGreaterThanOrEqual(0)
  expect(edges.all).toBe(LINEAGE.length)
  expect(lines.weights.reduce((sum, weight) => sum + weight, 0)).toBe(edges.drawn)
  expect(new Set(things.keys).size).toBe(things.count)
  for (const column of [things.x, things.y, things.width, things.height, lines.curves])
    expect(column.every((value) => Number.isFinite(value))).toBe(true)
  for (let line = 0; line < lines.count; line++) {
    expect(lines.starts[line + 1]! - lines.starts[line]!).toBeGreaterThanOrEqual(8)
    for (const [row, end] of [
      [lines.fromRow[line]!, lines.from[line]!],
      [lines.toRow[line]!, lines.to[line]!],
    ] as const)
      expect(row < 0 || (row >= rows.starts[end]! && row < rows.starts[end + 1]!)).toBe(true)
  }
  for (let thing = 0; thing < things.count; thing++) {
    const box = things.box[thing]!
    if (box < 0) continue
    expect(box).toBeLessThan(thing)
    expect(things.x[thing]! >= things.x[box]! && things.y[thing]! >= things.y[box]!).toBe(true)
    expect(things.x[thing]! + things.width[thing]!).toBeLessThanOrEqual(
      things.x[box]! + things.width[box]! + 0.01,
    )
    expect(things.y[thing]! + things.height[thing]!).toBeLessThanOrEqual(
      things.y[box]! + things.height[box]! + 0.01,
    )
  }
  for (const circle of circles)
    for (const line of [...circle.lines, ...circle.way, ...circle.cut]) expect(line).toBeLessThan(lines.count)
  expect(waffles.starts).toHaveLength(things.count + 1)
  expect(focus).toBeLessThan(things.count)
}

const pick = fc.nat(1000)
const thingAt = ({ things }: Picture, number: number): string | undefined =>
  things.keys[number % things.count]
const onThing = (
  name: string,
  change: (view: View, key: string, picture: Picture) => View,
): fc.Arbitrary<Click> =>
  pick.map(
    (number) =>
      new Click(`${name} ${number}`, (view, picture) => {
        const key = thingAt(picture, number)
        return key === undefined ? view : change(view, key, picture)
      }),
  )
const always = (name: string, change: (view: View) => View | 'back'): fc.Arbitrary<Click> =>
  fc.constant(new Click(name, change))

const gestures = fc.tuple(fc.constantFrom<Gesture>('click', 'add', 'enter', 'space'), pick, pick).map(
  ([made, number, row]) =>
    new Click(`${made} ${number} ${row}`, (view, picture, facts) => {
      const { things, rows } = picture
      if (things.count === 0) return gesture(view, made, null, facts)
      const thing = number % things.count
      const rowCount = rows.starts[thing + 1]! - rows.starts[thing]!
      const at = row % 2 === 0 && rowCount > 0 ? rows.starts[thing]! + (row % rowCount) : -1
      return gesture(view, made, targetAt(picture, thing, at), facts)
    }),
)

const clicks: fc.Arbitrary<fc.AsyncCommand<object, Page>>[] = [
  gestures,
  gestures,
  onThing('lineage of', showLineage),
  always('map', showMap),
  always('back', () => 'back'),
  fc
    .constantFrom(1 as const, -1 as const)
    .map((by) => new Click(`hops ${by}`, (view) => changeHops(view, by))),
  fc.tuple(pick, fc.constantFrom('up' as const, 'down' as const), fc.boolean()).map(
    ([number, side, far]) =>
      new Click(`expand ${number} ${side} ${far}`, (view, picture) => {
        const key = thingAt(picture, number)
        return key === undefined ? view : expand(view, { key, side, far })
      }),
  ),
  fc
    .constantFrom('table', 'column', 'chart', '@external', '@missing', 'schema', '?metric')
    .map((sort) => new Click(`switch ${sort}`, (view) => toggleSort(view, sort))),
  fc.constantFrom('error', 'info').map((one) => new Click(`only ${one}`, (view) => toggleOnly(view, one))),
  onThing('hide', hide),
  always('show all', showAll),
  fc
    .constantFrom('none' as const, 'schema' as const, 'database' as const)
    .map((boxes) => new Click(`boxes ${boxes}`, (view) => setBoxes(view, boxes))),
  fc
    .constantFrom('traced' as const, 'all' as const, 'none' as const)
    .map((columns) => new Click(`columns ${columns}`, (view) => setColumns(view, columns))),
  fc
    .constantFrom('both' as const, 'up' as const, 'down' as const)
    .map((way) => new Click(`direction ${way}`, (view) => setDirection(view, way))),
  onThing('path from', (view, key) => setPathEnd(view, 'from', key)),
  onThing('path to', (view, key) => setPathEnd(view, 'to', key)),
  fc
    .tuple(fc.constantFrom('shortest' as const, 'all' as const), fc.boolean())
    .map(
      ([takes, columns]) =>
        new Click(`paths ${takes} ${columns}`, (view) => setPaths(view, { takes, columns })),
    ),
]

test('whatever people click, every thing and every edge is accounted for, and nothing fails', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(clicks, { maxCommands: 25 }), async (commands) => {
      const first = await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false })
      expect(first).not.toBeNull()
      await fc.asyncModelRun(
        () => ({ model: {}, real: { visited: [FIRST_VIEW], picture: first! } }),
        commands,
      )
    }),
    { numRuns: 60 },
  )
}, 60_000)

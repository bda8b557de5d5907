import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { boxClosedBy, closeAtOnce } from '../scene/close-at-once.ts'
import { FORMS, type Picture } from '../scene/picture.ts'
import { targetAt } from '../scene/targets.ts'
import {
  changeHops,
  expand,
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
  showLineage,
  showMap,
  toggleOnly,
  toggleSort,
  type Facts,
} from '../state/actions.ts'
import { gesture, type Gesture, type Target } from '../state/gestures.ts'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { startSession, type Answers } from './session.ts'

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

/** A run as lines, and another that it is compared with. */
interface Lines {
  readonly name: string
  readonly lines: readonly string[]
  readonly base?: readonly string[]
}

const plain = [...RESOURCES, ...LINEAGE].map((line) => JSON.stringify(line))
const linesIn = (folder: string): string[] =>
  ['resources.jsonl', 'lineage.jsonl'].flatMap((name) =>
    readFileSync(`${folder}/${name}`, 'utf8').split('\n'),
  )
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const REAL = `${ROOT}/../../shared/realdata`
const RUNS: readonly Lines[] = [
  { name: 'a run with all that there is', lines: plain },
  {
    name: 'one that is compared with another',
    lines: plain.filter((_, line) => line % 7 !== 5),
    base: plain.filter((_, line) => line % 5 !== 3),
  },
  { name: 'the worked example', lines: linesIn(`${ROOT}/fixtures/cluvio/run`) },
  // In a workspace that has them.
  ...(existsSync(REAL) ? readdirSync(REAL) : [])
    .filter((name) => existsSync(`${REAL}/${name}/lineage.jsonl`))
    .map((name) => ({ name, lines: linesIn(`${REAL}/${name}`) })),
]
/** How many walks are made on each run; more by hand, to look for what few find. */
const WALKS = Number(process.env['LINEAGRAPH_WALKS'] ?? 0)

let session: Answers

/** What a page is: the views that it has been at, the last one now, and what it sees. */
interface Page {
  readonly visited: View[]
  /** Those that "back" has left. */
  readonly left: View[]
  picture: Picture
  isNarrow: boolean
}

/** Something that somebody does: chooses a thing of the picture by a number, and changes the view. */
class Click implements fc.AsyncCommand<object, Page> {
  constructor(
    readonly name: string,
    readonly change: (
      view: View,
      picture: Picture,
      facts: Facts,
    ) => View | 'back' | 'forward' | 'turn' | Promise<View>,
    /** What is met by the key or the pointer, where that opens or closes it. */
    readonly toggled?: (picture: Picture) => Target | null,
  ) {}

  check = (): boolean => true

  async run(_model: object, page: Page): Promise<void> {
    const { visited, picture } = page
    const before = visited.at(-1)!
    const next = await this.change(before, picture, { level: picture.level })
    if (next === 'turn') page.isNarrow = !page.isNarrow
    else if (next === 'back') {
      if (visited.length > 1) page.left.push(visited.pop()!)
    } else if (next === 'forward') visited.push(page.left.pop() ?? before)
    else {
      page.left.length = 0
      visited.push(await session.settle(hashToView(viewToHash(next)).view))
    }
    const drawn = await session.draw({ ...shownOf(visited.at(-1)!), isNarrow: page.isNarrow })
    expect(drawn).not.toBeNull()
    page.picture = drawn!
    expectWhole(drawn!, picture.tally)
    expectClosedAlike(picture, before, visited.at(-1)!, drawn!)
    expectToggled(this.toggled?.(picture) ?? null, drawn!)
  }

  toString(): string {
    return this.name
  }
}

/** One press is enough: what was closed is open, and what was open is closed. */
function expectToggled(target: Target | null, { things }: Picture): void {
  const isContainer = target?.what === 'closed container' || target?.what === 'open container'
  const thing = isContainer ? things.keys.indexOf(target.key) : -1
  if (thing < 0) return
  const form = FORMS[things.forms[thing]!]!
  expect(form, target!.key).not.toBe(target!.what === 'closed container' ? 'container' : 'box')
}

/** What the page shows of a closed box at once has the things and the counts of the picture that comes after it. */
function expectClosedAlike(picture: Picture, before: View, after: View, drawn: Picture): void {
  const box = boxClosedBy(picture, shownOf(before), shownOf(after))
  if (box < 0) return
  const atOnce = closeAtOnce(picture, box)
  expectWhole(atOnce, drawn.tally)
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
function expectWhole(
  { things, rows, lines, tally, circles, waffles, focus }: Picture,
  before: Picture['tally'],
): void {
  const { edges, things: of } = tally
  expect(edges.drawn + edges.folded + edges.hidden + edges.beyond).toBe(edges.all)
  expect(of.drawn + of.folded + of.hidden + of.beyond).toBe(of.all)
  for (const part of [...Object.values(edges), ...Object.values(of)]) expect(part).toBeGreaterThanOrEqual(0)
  expect([edges.all, of.all]).toEqual([before.edges.all, before.things.all])
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
const always = (
  name: string,
  change: (view: View) => View | 'back' | 'forward' | 'turn',
): fc.Arbitrary<Click> => fc.constant(new Click(name, change))

const targetOf = (picture: Picture, number: number, row: number): Target | null => {
  const { things, rows } = picture
  if (things.count === 0) return null
  const thing = number % things.count
  const rowCount = rows.starts[thing + 1]! - rows.starts[thing]!
  return targetAt(picture, thing, row % 2 === 0 && rowCount > 0 ? rows.starts[thing]! + (row % rowCount) : -1)
}
const gestures = fc
  .tuple(fc.constantFrom<Gesture>('click', 'add', 'enter', 'space'), pick, pick)
  .map(
    ([made, number, row]) =>
      new Click(
        `${made} ${number} ${row}`,
        (view, picture, facts) => gesture(view, made, targetOf(picture, number, row), facts),
        made === 'click' || made === 'add' ? undefined : (picture) => targetOf(picture, number, row),
      ),
  )

const clicks: fc.Arbitrary<fc.AsyncCommand<object, Page>>[] = [
  gestures,
  gestures,
  onThing('lineage of', showLineage),
  always('map', showMap),
  always('back', () => 'back'),
  always('forward', () => 'forward'),
  always('a window of another width', () => 'turn'),
  fc.nat(4).map((level) => new Click(`level ${level}`, (view) => openLevel(view, level))),
  pick.map(
    (number) =>
      new Click(`show in the Map ${number}`, async (view, picture, facts) => {
        const key = thingAt(picture, number)
        if (key === undefined) return view
        return openAround(showMap(view), await session.around(key), facts)
      }),
  ),
  fc
    .constantFrom('auto' as const, 'right' as const, 'down' as const)
    .map((flow) => new Click(`flow ${flow}`, (view) => setFlow(view, flow))),
  fc
    .tuple(fc.constantFrom('up' as const, 'down' as const), fc.constantFrom(0, 1, 5, 'all' as const))
    .map(([side, hops]) => new Click(`${hops} hops ${side}`, (view) => setHops(view, side, hops))),
  fc.tuple(pick, fc.nat(3), fc.constantFrom('', 'x', 'id')).map(
    ([number, from, find]) =>
      new Click(`columns ${number} ${from} ${find}`, (view, picture) => {
        const key = thingAt(picture, number)
        return key === undefined ? view : scrollColumns(view, key, from, find)
      }),
  ),
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

describe.each(RUNS)('in $name', ({ lines, base }) => {
  beforeAll(async () => {
    const inputs = (text: readonly string[]) => [{ name: 'run.jsonl', blob: new Blob([text.join('\n')]) }]
    session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
    await session.open(inputs(lines), undefined, base && { name: 'before', inputs: inputs(base) })
  })

  test('whatever people click, every thing and every edge is accounted for, and nothing fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(clicks, { maxCommands: 25 }), async (commands) => {
        const first = await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false })
        expect(first).not.toBeNull()
        await fc.asyncModelRun(
          () => ({
            model: {},
            real: { visited: [FIRST_VIEW], left: [], picture: first!, isNarrow: false },
          }),
          commands,
        )
      }),
      // Large ones take longer a picture.
      { numRuns: WALKS || (lines.length < 200 ? 60 : 6) },
    )
  }, 600_000)
})

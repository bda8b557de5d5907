import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { boxClosedBy, closeAtOnce } from '../scene/at-once/close-at-once.ts'
import { containerOpenedBy, openAtOnce } from '../scene/at-once/open-at-once.ts'
import { FORMS, type Picture } from '../scene/picture/picture.ts'
import { lineKeys } from '../scene/picture/targets.ts'
import type { Target } from '../state/gestures.ts'
import { hashToView, viewToHash } from '../state/view-hash.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { anyClick, type Click, type Restacked } from './any-click.ts'
import { CLICKED_RUNS } from '../../test/clicked-runs.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import type { Answers } from './protocol.ts'
import { startSession } from './session.ts'

/** How many walks are made on each run; more by hand, to look for what few find. */
const WALKS = Number(process.env['LINEAGRAPH_WALKS'] ?? 0)

/** So long walks are begun in a run, milliseconds. */
const LONGEST = 15_000

let session: Answers
const words = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]

/** What a page is: the views that it has been at, the last one now, and what it sees. */
interface Page {
  readonly visited: View[]
  /** Those that "back" has left. */
  readonly left: View[]
  picture: Picture
  isNarrow: boolean
}

/** Does a click on a page, and looks at what it then sees. */
class Done implements fc.AsyncCommand<object, Page> {
  constructor(readonly click: Click) {}

  check = (): boolean => true

  async run(_model: object, page: Page): Promise<void> {
    const { visited, picture } = page
    const before = visited.at(-1)!
    const next = await this.click.change(before, picture, picture, session)
    if (next === 'turn') page.isNarrow = !page.isNarrow
    else if (next === 'back') {
      if (visited.length > 1) page.left.push(visited.pop()!)
    } else if (next === 'forward') visited.push(page.left.pop() ?? before)
    else {
      page.left.length = 0
      visited.push(await session.settle(hashToView(viewToHash(next)).view))
    }
    const wish = { ...shownOf(visited.at(-1)!), isNarrow: page.isNarrow }
    const drawn = await session.draw(wish)
    expect(drawn).not.toBeNull()
    page.picture = drawn!
    expectWhole(drawn!, picture.tally)
    expectClosedAlike(picture, before, visited.at(-1)!, drawn!)
    await expectOpenedAlike(picture, before, visited.at(-1)!, wish, drawn!)
    await expectBehind(drawn!, wish, this.click.name.length)
    expectToggled(this.click.toggled?.(picture) ?? null, drawn!)
    expectRestacked(this.click.restacked?.(picture) ?? null, drawn!)
    for (const word of words) expect(word).not.toHaveBeenCalled()
  }

  toString(): string {
    return this.click.name
  }
}

/** Behind a line are as many edges of the run as it stands for. @param any which of the lines. */
async function expectBehind(picture: Picture, wish: PictureWish, any: number): Promise<void> {
  const { lines } = picture
  if (lines.count === 0) return
  const line = any % lines.count
  const { from, to } = lineKeys(picture, line)
  const details = await session.describeEdge(from, to, wish, 1)
  expect([from, to, details?.edges.total]).toEqual([from, to, lines.weights[line]])
}

/** One press is enough: what was closed is open, and what was open is closed. */
function expectToggled(target: Target | null, { things }: Picture): void {
  const isContainer = target?.what === 'closed container' || target?.what === 'open container'
  const thing = isContainer ? things.keys.indexOf(target.key) : -1
  if (thing < 0) return
  const form = FORMS[things.forms[thing]!]!
  expect([target!.key, form]).not.toEqual([
    target!.key,
    target!.what === 'closed container' ? 'container' : 'box',
  ])
}

/** What was spread can fold again, and what folds again is one thing. */
function expectRestacked(done: Restacked | null, { things, spread }: Picture): void {
  if (!done) return
  expect({
    ...done,
    isOneThing: things.keys.includes(done.key),
    canFold: spread.some(({ key }) => key === done.key),
  }).toEqual({ ...done, isOneThing: !done.isSpread, canFold: done.isSpread })
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

/** What the page shows of an opened container at once has the things and the counts of the picture that comes after it, and nothing lies on anything. */
async function expectOpenedAlike(
  picture: Picture,
  before: View,
  after: View,
  wish: PictureWish,
  drawn: Picture,
): Promise<void> {
  const container = containerOpenedBy(picture, shownOf(before), shownOf(after))
  if (container < 0) return
  const inside = await session.drawInside(picture.things.keys[container]!, wish)
  const atOnce = inside && openAtOnce(picture, container, inside)
  if (!atOnce) return
  expectWhole(atOnce, drawn.tally)
  expectApart(atOnce)
  // What folds into stacks, and whether what is outside stands in a lane or in boxes, is found anew with the layout.
  const isFoundAnew = (key: string): boolean => /^(stack|outside):/.test(key)
  if ([...atOnce.things.keys, ...drawn.things.keys].some(isFoundAnew)) return
  expect(atOnce.tally).toEqual(drawn.tally)
  expect([...atOnce.things.keys].toSorted()).toEqual([...drawn.things.keys].toSorted())
}

/** What stands in one box stands within it, and apart. */
function expectApart({ things: { count, x, y, width, height, box, forms } }: Picture): void {
  const SAME = 0.1
  const outside: (readonly [number, number])[] = []
  const overlaps: (readonly [number, number])[] = []
  for (let one = 0; one < count; one++) {
    const outer = box[one]!
    const isWithin =
      outer < 0 ||
      (FORMS[forms[outer]!] === 'box' &&
        x[one]! >= x[outer]! - SAME &&
        y[one]! >= y[outer]! - SAME &&
        x[one]! + width[one]! <= x[outer]! + width[outer]! + SAME &&
        y[one]! + height[one]! <= y[outer]! + height[outer]! + SAME)
    if (!isWithin) outside.push([one, outer])
    for (let other = one + 1; other < count; other++) {
      if (box[other] !== outer) continue
      const isApart =
        x[one]! + width[one]! <= x[other]! + SAME ||
        x[other]! + width[other]! <= x[one]! + SAME ||
        y[one]! + height[one]! <= y[other]! + SAME ||
        y[other]! + height[other]! <= y[one]! + SAME
      if (!isApart) overlaps.push([one, other])
    }
  }
  expect({ outside, overlaps }).toEqual({ outside: [], overlaps: [] })
}

/** Every edge and every thing is somewhere, and everything that is drawn has a place. */
function expectWhole(
  { view, things, rows, lines, tally, circles, waffles, focus }: Picture,
  before: Picture['tally'],
): void {
  const { edges, things: of } = tally
  expect(edges.drawn + edges.folded + edges.hidden + edges.beyond).toBe(edges.all)
  expect(of.drawn + of.folded + of.hidden + of.beyond).toBe(of.all)
  if (view === 'map') expect([edges.beyond, of.beyond]).toEqual([0, 0])
  expect([...Object.values(edges), ...Object.values(of)].filter((part) => part < 0)).toEqual([])
  expect([edges.all, of.all]).toEqual([before.edges.all, before.things.all])
  expect(lines.weights.reduce((sum, weight) => sum + weight, 0)).toBe(edges.drawn)
  expect(new Set(things.keys).size).toBe(things.count)
  for (const column of [things.x, things.y, things.width, things.height, lines.curves])
    expect(column.every((value) => Number.isFinite(value))).toBe(true)

  // They are very many: one `expect` for each would take longer than all the pictures.
  const faults: (readonly [what: string, index: number])[] = []
  for (let line = 0; line < lines.count; line++) {
    const isCurve = lines.starts[line + 1]! - lines.starts[line]! >= 8
    if (!isCurve) faults.push(['line of less than a curve', line])
    const hasRow = (row: number, end: number): boolean =>
      row < 0 || (row >= rows.starts[end]! && row < rows.starts[end + 1]!)
    if (!hasRow(lines.fromRow[line]!, lines.from[line]!)) faults.push(['line from a row elsewhere', line])
    if (!hasRow(lines.toRow[line]!, lines.to[line]!)) faults.push(['line to a row elsewhere', line])
  }
  for (let thing = 0; thing < things.count; thing++) {
    const box = things.box[thing]!
    if (box < 0) continue
    if (box >= thing) faults.push(['thing before its box', thing])
    const { x, y, width, height } = things
    const isInside =
      x[thing]! >= x[box]! &&
      y[thing]! >= y[box]! &&
      x[thing]! + width[thing]! <= x[box]! + width[box]! + 0.01 &&
      y[thing]! + height[thing]! <= y[box]! + height[box]! + 0.01
    if (!isInside) faults.push(['thing outside its box', thing])
  }
  circles.forEach((circle, index) => {
    const isDrawn = (line: number): boolean => line < lines.count
    if (![...circle.lines, ...circle.way, ...circle.cut].every(isDrawn))
      faults.push(['circle of lines that are not there', index])
  })
  expect(faults).toEqual([])
  expect(waffles.starts).toHaveLength(things.count + 1)
  expect(focus).toBeLessThan(things.count)
}

describe.each(CLICKED_RUNS)('in $name', ({ lines, base, first: look }) => {
  beforeAll(async () => {
    const inputs = (text: readonly string[]) => [{ name: 'run.jsonl', blob: new Blob([text.join('\n')]) }]
    session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
    await session.open(inputs(lines), undefined, base && { name: 'before', inputs: inputs(base) })
  })

  test('whatever people click, every thing and every edge is accounted for, and nothing fails', async () => {
    const began = Date.now()
    await fc.assert(
      fc.asyncProperty(
        fc.commands(
          anyClick.map((click) => click.map((one) => new Done(one))),
          { maxCommands: 25, size: 'max' }, // else most walks are too short to come back to what they did
        ),
        async (commands) => {
          // On a busy machine fewer: a walk that is under way is walked to its end.
          if (WALKS === 0 && Date.now() - began > LONGEST) return
          const view: View = { ...FIRST_VIEW, ...look }
          const first = await session.draw({ ...shownOf(view), isNarrow: false })
          expect(first).not.toBeNull()
          await fc.asyncModelRun(
            () => ({
              model: {},
              real: { visited: [view], left: [], picture: first!, isNarrow: false },
            }),
            commands,
          )
        },
      ),
      { numRuns: WALKS || (lines.length < 200 ? 25 : 8) }, // large ones take longer a picture
    )
  }, 600_000)
})

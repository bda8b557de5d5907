import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { windowOf } from '../scene/camera/camera.ts'
import { viewToHash } from '../state/view-hash.ts'
import type { View } from '../state/view.ts'
import { anyClick, type Click } from '../worker/any-click.ts'
import { CLICKED_RUNS, type ClickedRun } from '../../test/clicked-runs.ts'
import { isSameCamera } from './anchor.ts'
import { LARGE, plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

/** How many walks are made on each run; more by hand, to look for what few find. */
const WALKS = Number(process.env['LINEAGRAPH_WALKS'] ?? 0)

beforeEach(stubBrowser)
afterEach(() => void vi.unstubAllGlobals())

/** What somebody looks at: the view, and what one looks at, by its key. */
interface Seen {
  readonly view: string
  readonly key: string | undefined
}

const seenOn = (page: PlainPage): Seen => {
  const { camera, ...view } = page.said()
  return { view: JSON.stringify(view), key: camera?.by?.key }
}
/** Where that is in the window, in half pixels. */
const placeOn = (page: PlainPage, { key }: Seen): Record<'x' | 'y' | 'k', number> | null => {
  const place = key === undefined ? null : page.place(key)
  return place && { x: Math.round(place.x * 2), y: Math.round(place.y * 2), k: Math.round(place.k * 1000) }
}

/** Another page, or this one at another time, shows the same view, and what one looks at where it stood. */
function expectSame(page: PlainPage, before: Seen, place: ReturnType<typeof placeOn>): void {
  expect(seenOn(page).view).toBe(before.view)
  const now = placeOn(page, before)
  if (place)
    expect(now).toEqual(
      Object.fromEntries(Object.entries(place).map(([name, value]) => [name, expect.closeTo(value, -0.5)])),
    )
}

/** A page that a link opens shows the same, or, where its layout is another, all of the picture from side to side, or from top to bottom. */
function expectLinked(page: PlainPage, before: Seen, place: ReturnType<typeof placeOn>): void {
  const now = placeOn(page, before)
  const { held } = page.model.picture.peek()!
  const seen = windowOf(page.model.camera.peek(), page.model.size.peek())
  const showsAll = (start: number, length: number, from: number, width: number): boolean =>
    from >= start - 1 && from + width <= start + length + 1
  expectSame(
    page,
    before,
    place && {
      ...place,
      ...(now && showsAll(seen.x, seen.width, held.x, held.width) && { x: now.x }),
      ...(now && showsAll(seen.y, seen.height, held.y, held.height) && { y: now.y }),
    },
  )
}

/** What the address says is what is seen. */
function expectAddressed(page: PlainPage): void {
  const { model } = page
  expect(page.address()).toBe(viewToHash(model.view.peek()))
  const said = page.said()
  const before = model.camera.peek()
  if (said.camera)
    expect([said.camera, before, isSameCamera(said.camera, before)]).toEqual([said.camera, before, true])
  // Whoever goes to where one is stays there.
  model.goTo(said, null)
  expect(model.camera.peek()).toEqual({
    ...{ x: expect.closeTo(before.x, 1), y: expect.closeTo(before.y, 1), k: expect.closeTo(before.k, 3) },
    ...(said.camera?.by && { by: expect.anything() }),
  })
}

async function walkBy(page: PlainPage, click: Click, moves: number): Promise<void> {
  const { model } = page
  const picture = model.picture.peek()!
  const [before, steps] = [seenOn(page), page.history.length]
  const stood = placeOn(page, before)
  const target = click.toggled?.(picture)
  if (target) model.hold(target.key)
  const next = await click.change(model.view.peek(), picture, picture, page.answers)
  if (next === 'turn') {
    const { x, y, k } = model.camera.peek()
    model.moveTo({ x: x + moves, y: y - moves, k: k * (1 + moves / 200) })
  } else if (next === 'back') await page.back()
  else if (next === 'forward') await page.forward()
  else {
    const from = page.address()
    model.act(() => next as View)
    await page.rest()
    const after = seenOn(page)
    const stands = placeOn(page, after)
    if (page.address() !== from && page.history.length !== steps) {
      await page.back()
      expectSame(page, before, stood)
      expectAddressed(page)
      await page.forward()
      expectSame(page, after, stands)
    }
  }
  await page.rest(moves > 0 ? 25 : 5) // with so much time what is done next has been drawn ahead
  expectAddressed(page)
}

const RUNS: readonly ClickedRun[] = [
  ...CLICKED_RUNS.slice(0, WALKS > 0 ? undefined : 3),
  { name: 'one in which pictures are drawn ahead', lines: LARGE },
]

describe.each(RUNS)('in $name', ({ lines, base }) => {
  test('whatever people click, the address says what is seen, back leads to what was seen before, and a link to what one looks at', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.oneof(...anyClick), fc.integer({ min: -90, max: 90 })), {
          minLength: 4,
          maxLength: 12,
        }),
        async (clicks) => {
          const page = await plainPage(lines, 'v=2', base)
          const done: string[] = []
          try {
            for (const [click, moves] of clicks) {
              done.push(click.name)
              await walkBy(page, click, moves)
            }
            const linked = await plainPage(lines, page.address(), base)
            const seen = seenOn(page)
            expectLinked(linked, seen, placeOn(page, seen))
            expect(seenOn(linked).view).toBe(seen.view)
            linked.close()
          } catch (error) {
            throw new Error(`after ${done.join(', ')} at ${page.address()}`, { cause: error })
          } finally {
            page.close()
          }
        },
      ),
      { numRuns: WALKS || 3 },
    )
  }, 600_000)
})

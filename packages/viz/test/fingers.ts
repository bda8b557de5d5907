import type { Page } from 'playwright-core'

type Point = readonly [x: number, y: number]

/** Fingers on the screen of a page: real touches, which the browser makes its own gestures, pointers and clicks of. */
export interface Fingers {
  /** Fingers that go down, along their ways together, and up after a rest. @param ways of each finger from where to where. */
  move(ways: readonly (readonly [from: Point, to: Point])[], rest?: number): Promise<void>
  tap(at: Point): Promise<void>
  /** Two taps, so many milliseconds from one to the other. */
  doubleTap(at: Point, gap: number): Promise<void>
  /** A finger that rests, so many milliseconds. */
  press(at: Point, milliseconds: number): Promise<void>
}

const STEPS = 8
/** Between two steps, milliseconds: about a frame. */
const STEP = 20

/** A page needs `hasTouch` for them. */
export async function fingersOn(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page)
  const send = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly Point[],
  ): Promise<void> => {
    const touchPoints = points.map(([x, y], id) => ({ x, y, id }))
    await session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  const press = async (at: Point, milliseconds: number): Promise<void> => {
    await send('touchStart', [at])
    await page.waitForTimeout(milliseconds)
    await send('touchEnd', [])
  }
  const tap = (at: Point): Promise<void> => press(at, 10)
  return {
    press,
    tap,
    async move(ways, rest = 0) {
      const down: Point[] = []
      for (const [from] of ways) {
        down.push(from)
        await send('touchStart', down) // fingers come one after the other
      }
      for (let step = 1; step <= STEPS; step++) {
        const part = step / STEPS
        await send(
          'touchMove',
          ways.map(([from, to]) => [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]),
        )
        await page.waitForTimeout(STEP)
      }
      await page.waitForTimeout(rest)
      await send('touchEnd', [])
    },
    async doubleTap([x, y], gap) {
      // Without waiting for what the page makes of them, and with times of their own: a busy machine would make two taps of one that are none.
      const begun = Date.now() / 1000
      const sent: Promise<unknown>[] = []
      for (const [after, type] of [
        [0, 'touchStart'],
        [10, 'touchEnd'],
        [gap, 'touchStart'],
        [gap + 10, 'touchEnd'],
      ] as const) {
        await page.waitForTimeout(Math.max(0, 1000 * begun + after - Date.now()))
        const touchPoints = type === 'touchStart' ? [{ x, y, id: 0 }] : []
        sent.push(
          session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: begun + after / 1000 }),
        )
      }
      await Promise.all(sent)
    },
  }
}

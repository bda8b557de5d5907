import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rect } from '../picture/picture.ts'
import {
  above,
  fit,
  leastScale,
  opening,
  reveal,
  seeWhole,
  showMore,
  staying,
  toCamera,
  toTransform,
  windowOf,
  within,
} from './camera.ts'

const size = { width: 1000, height: 500 }

test('toCamera(toTransform(camera)) gives the camera back', () => {
  const camera = { x: 12, y: -30, k: 0.5 }
  expect(toCamera(toTransform(camera, size), size)).toEqual(camera)
})

test('fit(bounds, size) centres a small picture without enlarging it, and shrinks a large one to fit', () => {
  expect(fit({ x: 0, y: 0, width: 100, height: 50 }, size)).toEqual({ x: 50, y: 25, k: 1 })
  expect(fit({ x: -100, y: 0, width: 4000, height: 500 }, size)).toEqual({ x: 1900, y: 250, k: 0.25 })
})

test('fit(bounds, size) shows all of a picture, however wide, and leastScale(bounds, size) lets a hand go there', () => {
  for (const width of [50_000, 500_000, 50_000_000]) {
    const bounds = { x: -40, y: 0, width, height: 300 }
    const camera = fit(bounds, size)
    const seen = windowOf(camera, size)
    expect([seen.x, seen.width].map(Math.round)).toEqual([-40, width])
    expect(leastScale(bounds, size)).toBeLessThanOrEqual(camera.k)
  }
  expect(leastScale({ x: 0, y: 0, width: 100, height: 50 }, size)).toBe(0.01)
})

test('fit(bounds, size, corner) keeps the picture clear of what covers the corner', () => {
  const corner = { width: 200, height: 100 }
  expect(fit({ x: 0, y: 0, width: 100, height: 50 }, size, corner)).toEqual({ x: 50, y: 25, k: 1 })
  const tall = fit({ x: 0, y: 0, width: 900, height: 500 }, size, corner)
  expect(tall.k).toBeCloseTo(0.8889)
  expect(windowOf(tall, size).x).toBeCloseTo(0)
  const wide = fit({ x: 0, y: 0, width: 1000, height: 420 }, size, corner)
  expect([wide.k, windowOf(wide, size).y].map((value) => Math.round(value * 100) / 100)).toEqual([0.95, 0])
})

test('fit(bounds, size, corner) covers the corner of a picture where nothing stands there, at its left top if that helps', () => {
  const bounds = { x: 0, y: 0, width: 900, height: 500 }
  const free = { width: 200, height: 100, isTaken: () => false }
  expect(fit(bounds, size, free)).toEqual(fit(bounds, size))
  // Something stands up to 760 at the foot: in the middle it would be covered, at the left it is not.
  const isTaken = ({ x, y }: { x: number; y: number }): boolean => x < 790 && y < 500
  expect(fit(bounds, size, { ...free, isTaken })).toEqual({ x: 500, y: 250, k: 1 })
  // Up to 850: only where all is somewhat smaller.
  const further = ({ x, y }: { x: number; y: number }): boolean => x < 850 && y < 500
  const { k } = fit(bounds, size, { ...free, isTaken: further })
  expect(k).toBeLessThan(1)
  expect(k).toBeGreaterThan(fit(bounds, size, { width: 200, height: 100 }).k)
})

test('opening(bounds, size) shows all where it can be read, else a readable part from the left top', () => {
  expect(opening({ x: 0, y: 0, width: 1500, height: 100 }, size)).toEqual(
    fit({ x: 0, y: 0, width: 1500, height: 100 }, size),
  )
  const tall = opening({ x: 0, y: 0, width: 600, height: 5000 }, size)
  const { x, y, width } = windowOf(tall, size)
  expect([tall.k, y, x + width / 2]).toEqual([0.9, 0, 300])
})

test('opening(bounds, size, corner, about) of a picture too large to read has what it is about in the middle, and nothing beyond its sides', () => {
  const bounds = { x: 0, y: 0, width: 600, height: 5000 }
  const about = { x: 0, y: 2400, width: 100, height: 100 }
  expect(opening(bounds, size, undefined, about)).toEqual({ x: 300, y: 2450, k: 0.9 })
  const atFoot = opening(bounds, size, undefined, { ...about, y: 4900 })
  const { y, height } = windowOf(atFoot, size)
  expect(y + height).toBeCloseTo(5000)
})

test('opening(…) of a picture whose cards are to say all that they have shows them so, or all of them where that takes little off', () => {
  const openedAt = (width: number, held: Rect | null = null): number =>
    opening({ x: 0, y: 0, width, height: 100 }, size, undefined, null, held, false, true).k
  expect([1200, 1280, 1400, 1450].map((width) => openedAt(width))).toEqual([1 / 1.2, 1 / 1.28, 1 / 1.4, 0.9])
  expect(openedAt(1400, { x: 27, y: 27, width: 1346, height: 46 })).toBe(0.9)
})

test('opening(…) of a picture that is too high takes of what is free beside it what its rows need, and shows all of its columns', () => {
  const bounds = { x: 0, y: 0, width: 1270, height: 3000 }
  const held = { x: 27, y: 27, width: 1216, height: 2946 }
  const camera = opening(bounds, size, undefined, { ...held, width: 172, height: 44 }, held, false, true)
  expect([camera.k, camera.x]).toEqual([0.8, 635])
})

test('opening(…) of a picture that has rows is never at a scale that is little below theirs', () => {
  const length = fc.integer({ min: 50, max: 6000 })
  const gap = fc.constantFrom(0, 9, 27)
  fc.assert(
    fc.property(length, length, gap, fc.boolean(), fc.boolean(), (width, height, gap, isNarrow, showsAll) => {
      const bounds = { x: 0, y: 0, width, height }
      const held = { x: gap, y: gap, width: width - gap, height: height - gap }
      const window = isNarrow ? { width: 390, height: 675 } : size
      const { k } = opening(bounds, window, undefined, null, held, isNarrow, showsAll)
      expect(k < 0.75 || k >= 0.8).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('seeWhole(bounds, held, …) takes of what is free around a picture what its rows need to be drawn, and shows all that it holds', () => {
  const bounds = { x: 0, y: 0, width: 1270, height: 300 }
  const held = { x: 27, y: 27, width: 1216, height: 246 }
  expect(fit(bounds, size).k).toBeLessThan(0.8)
  expect(seeWhole(bounds, held, size)).toEqual({ x: 635, y: 150, k: 0.8 })
  expect(seeWhole(bounds, null, size)).toEqual(fit(bounds, size))
  const larger = { ...held, width: 1260 }
  expect(seeWhole(bounds, larger, size)).toEqual(fit(bounds, size))
  const corner = { width: 200, height: 250 }
  const seen = windowOf(seeWhole(bounds, held, size, corner), size)
  expect([seen.x <= 27, seen.x + seen.width >= 27 + 1216]).toEqual([true, true])
  expect((27 + 246 - seen.y) * 0.8).toBeLessThanOrEqual(size.height - corner.height)
})

test('windowOf(fit(bounds)) covers the bounds', () => {
  const bounds = { x: 5, y: 6, width: 7000, height: 9000 }
  const seen = windowOf(fit(bounds, size), size)
  expect(seen.y).toBeCloseTo(bounds.y)
  expect(seen.height).toBeCloseTo(bounds.height)
  expect(seen.width).toBeGreaterThanOrEqual(bounds.width)
})

test('reveal(camera, size, rect) leaves the camera where the rectangle is seen, and moves it just enough where not', () => {
  const camera = { x: 500, y: 250, k: 1 }
  expect(reveal(camera, size, { x: 400, y: 200, width: 172, height: 44 })).toEqual(camera)
  expect(reveal(camera, size, { x: 1000, y: 200, width: 172, height: 44 })).toEqual({ x: 720, y: 250, k: 1 })
  expect(reveal(camera, size, { x: -200, y: 200, width: 172, height: 44 })).toEqual({
    x: -248 + 500,
    y: 250,
    k: 1,
  })
})

test('reveal(camera, size, rect) shows all of a rectangle that the window holds, with less room around it where there is no more', () => {
  const camera = { x: 500, y: 250, k: 1 }
  expect(reveal(camera, size, { x: 200, y: 200, width: 960, height: 44 })).toEqual({ x: 680, y: 250, k: 1 })
})

test('opening(…) of a picture with rows that is only too high shows them, from the top of what it is about', () => {
  const bounds = { x: 0, y: 0, width: 900, height: 1100 }
  const size = { width: 900, height: 700 }
  expect(opening(bounds, size).k).toBeCloseTo(700 / 1100)
  const about = { x: 300, y: 40, width: 172, height: 1000 }
  const camera = opening(bounds, size, undefined, about, bounds)
  expect(camera.k).toBe(0.9)
  expect(windowOf(camera, size).y).toBeLessThanOrEqual(40)
  const wide = { ...bounds, width: 1700 }
  expect(opening(wide, size, undefined, about, wide).k).toBeCloseTo(900 / 1700)
})

test('opening(…) of a picture too large to read begins with what it is about at the left top, where that is larger than the window', () => {
  const bounds = { x: 0, y: 0, width: 9000, height: 9000 }
  const camera = opening(bounds, size, undefined, { x: 3000, y: 200, width: 6000, height: 8800 })
  const seen = windowOf(camera, size)
  expect(3000 - seen.x).toBeCloseTo(20 / 0.9)
  expect(200 - seen.y).toBeCloseTo(20 / 0.9)
})

test('above(foot, size, …) shows nothing of a picture under what stands at the foot of the window', () => {
  const phone = { width: 390, height: 715 }
  const bounds = { x: 0, y: 0, width: 390, height: 1400 }
  const camera = above(88, phone, (free) =>
    opening(bounds, free, undefined, { x: 0, y: 1380, width: 90, height: 20 }, null, true),
  )
  const seen = windowOf(camera, phone)
  expect(seen.y + seen.height - 88 / camera.k).toBeCloseTo(1400)
})

test('opening(…) in a narrow window is as wide as the window and begins at the top, where all of it would be small', () => {
  const phone = { width: 390, height: 715 }
  const camera = opening({ x: 0, y: 0, width: 480, height: 1400 }, phone, undefined, null, null, true)
  expect([camera.k, windowOf(camera, phone).y]).toEqual([390 / 480, 0])
  const small = { x: 0, y: 0, width: 300, height: 600 }
  expect(opening(small, phone, undefined, null, null, true)).toEqual(fit(small, phone))
})

test('fit(bounds, size, corner that gives way) is made no smaller for more than what stays of it', () => {
  const bounds = { x: 0, y: 0, width: 1000, height: 450 }
  const corner = { width: 200, height: 120, least: 40 }
  expect(fit(bounds, size, { width: 200, height: 120 }).k).toBeLessThan(1)
  expect(fit(bounds, size, corner)).toEqual({ x: 500, y: 240, k: 1 })
  // Its whole height is kept free where that costs nothing.
  expect(fit({ ...bounds, width: 790 }, size, corner)).toEqual({ x: 490, y: 225, k: 1 })
})

test('opening(…) of a picture that is larger than the window in one way leaves the corner free where it has room in the other', () => {
  const wide = { x: 0, y: 0, width: 9000, height: 420 }
  const corner = { width: 200, height: 100 }
  const lower = windowOf(opening(wide, size, corner), size)
  expect((wide.height - lower.y) * 0.9).toBeCloseTo(size.height - corner.height)
  const high = { ...wide, height: 470 }
  expect(opening(high, size, corner)).toEqual(opening(high, size))
})

test('showMore(camera, size, rect) stays where a third of the window is left for what is opened, or all of it is seen', () => {
  const camera = { x: 500, y: 250, k: 1 }
  for (const rect of [
    { x: 10, y: 10, width: 980, height: 480 },
    { x: 600, y: 300, width: 5000, height: 900 },
    { x: 960, y: 20, width: 40, height: 900 },
  ])
    expect(showMore(camera, size, rect)).toBe(camera)
})

test('showMore(camera, size, rect) moves, in the direction that has less room, until all of it or two thirds of the window are seen', () => {
  const camera = { x: 500, y: 250, k: 1 }
  const small = { x: 800, y: 300, width: 500, height: 100 }
  expect(showMore(camera, size, small)).toEqual({ x: 500 + 300 + 32, y: 250, k: 1 })
  const { x, y } = showMore(camera, size, { x: 700, y: 400, width: 5000, height: 900 })
  expect([x, y]).toEqual([expect.closeTo(500 + 2000 / 3 - 300), expect.closeTo(250 + 1000 / 3 - 100)])
  // Where its left top is out of the window, it comes in.
  expect(showMore(camera, size, { x: -300, y: 10, width: 200, height: 100 }).x).toBe(500 - 332)
})

test('showMore(camera, size, rect) never moves its left top out of the window, and a second time not at all', () => {
  const near = fc.integer({ min: 0, max: 900 })
  fc.assert(
    fc.property(
      near,
      near,
      fc.integer({ min: 1, max: 4000 }),
      fc.constantFrom(0.5, 1, 2),
      (x, y, length, k) => {
        const camera = { x: 500, y: 250, k }
        const rect = { x, y, width: length, height: length }
        const moved = showMore(camera, size, rect)
        const [before, after] = [windowOf(camera, size), windowOf(moved, size)]
        expect(moved.k).toBe(k)
        for (const [from, was, now] of [
          [x, before.x, after.x],
          [y, before.y, after.y],
        ] as const)
          if (from >= was) expect(from).toBeGreaterThanOrEqual(now - 1e-6)
        const again = showMore(moved, size, rect)
        expect([again.x, again.y].map((at) => Math.round(at * 1e6))).toEqual(
          [moved.x, moved.y].map((at) => Math.round(at * 1e6)),
        )
      },
    ),
  )
})

test('staying(camera, before, after) draws every point where it was in the window', () => {
  const camera = { x: 120, y: -40, k: 0.7 }
  const [before, after] = [
    { width: 390, height: 700 },
    { width: 300, height: 345 },
  ]
  const [was, is] = [toTransform(camera, before), toTransform(staying(camera, before, after), after)]
  expect(is.k).toBe(was.k)
  expect(is.x).toBeCloseTo(was.x)
  expect(is.y).toBeCloseTo(was.y)
})

test('within(camera, size, bounds) shows all of a small picture and nothing beside a large one, and moves no further', () => {
  const small = { x: 0, y: 0, width: 400, height: 200 }
  expect(within({ x: 200, y: 300, k: 1 }, size, small)).toEqual({ x: 200, y: 250, k: 1 })
  expect(within({ x: -900, y: 100, k: 2 }, size, small)).toEqual({ x: 150, y: 100, k: 2 })
  const large = { x: 0, y: 0, width: 4000, height: 2000 }
  expect(within({ x: 9000, y: 1000, k: 1 }, size, large)).toEqual({ x: 3500, y: 1000, k: 1 })
  expect(within({ x: 2000, y: 1000, k: 1 }, size, large)).toEqual({ x: 2000, y: 1000, k: 1 })
})

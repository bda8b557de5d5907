import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { isTakenBySide, startSideOpener } from './open-side.ts'

const WINDOW = { width: 390, height: 700 }
const SIZES = { sideWidth: 296, sheetHeight: 350 }
const seen = { x: 10, y: 280, width: 60, height: 44 }

test('isTakenBySide(seen, window, …) on a narrow page, where the sheet comes to lie over the foot of what is seen', () => {
  expect(isTakenBySide(seen, WINDOW, true, SIZES)).toBe(false)
  expect(isTakenBySide({ ...seen, y: 310 }, WINDOW, true, SIZES)).toBe(true)
})

test('isTakenBySide(seen, window, …) on a wide page, where the panel takes the right of the window', () => {
  const wide = { width: 1200, height: 700 }
  expect(isTakenBySide({ ...seen, x: 840 }, wide, false, SIZES)).toBe(false)
  expect(isTakenBySide({ ...seen, x: 850 }, wide, false, SIZES)).toBe(true)
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** The side of a narrow page, or of a wide one, where a card is chosen that stands so far from the top. */
function sideWith(top: number, isNarrow = true) {
  const sideOpen = signal(false)
  const side = startSideOpener(
    {
      ...{ sideOpen, sideWidth: signal(296), sheetHeight: signal(350), isNarrow: signal(isNarrow) },
      ...{ camera: signal({ x: 195, y: 350, k: 1 }), size: signal(WINDOW) },
    },
    {
      picture: signal(prepare(pictureWith(cardsAt([[10, top]]), linesFrom([])))),
      ...{ edge: signal(null), chosen: signal(new Set([0])) },
    },
    () => {},
  )
  return { ...side, sideOpen }
}

for (const [where, top] of [
  ['beside the sheet', 100],
  ['where the sheet comes', 500],
] as const)
  // prettier-ignore
  test(`a second tap that opens what is ${where} leaves the sheet down`, () => {
    const { sideOpen, openForChosen, openedOther } = sideWith(top)
    openForChosen()
    vi.advanceTimersByTime(200)
    openForChosen()
    openedOther()
    vi.advanceTimersByTime(2000)
    expect(sideOpen.value).toBe(false)
    // A tap alone opens it, now as before.
    openForChosen()
    vi.advanceTimersByTime(2000)
    expect(sideOpen.value).toBe(true)
  })

test('a sheet that was up before the two taps stays so', () => {
  const { sideOpen, openForChosen, openedOther } = sideWith(100)
  openForChosen()
  vi.advanceTimersByTime(2000)
  openForChosen()
  openedOther()
  expect(sideOpen.value).toBe(true)
})

test('a double click on a wide page opens the panel for what is chosen, as one click does', () => {
  vi.stubGlobal('innerWidth', 1200)
  const { sideOpen, openForChosen, openedOther } = sideWith(100, false)
  openForChosen()
  openedOther()
  vi.advanceTimersByTime(2000)
  expect(sideOpen.value).toBe(true)
})

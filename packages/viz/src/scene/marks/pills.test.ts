import { expect, test } from 'vitest'
import { isClearOfLines } from './clear-of-lines.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD, PILL, STROKE } from '../picture/measures.ts'
import { pillMarks, pillsOf, type Pill } from './pills.ts'
import type { Lines, Things } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'

const AT = { x: 0, y: 0, k: 1 }
const fitter = { width: (text: string): number => 6.5 * text.length }

/** The first of some cards, beyond whose right side three things wait; and lines between them. */
function pillBeside(
  places: readonly (readonly [number, number])[],
  pairs: readonly (readonly [number, number])[],
  withFar = false,
  k = 1,
): { pills: Pill[]; isClear: (pill: Pill, room?: number) => boolean } {
  const cards = cardsAt(places)
  cards.waitsDown[0] = 3
  const picture = prepare(pictureWith(cards, linesFrom(pairs, cards)))
  return {
    pills: pillsOf(picture, 0, { ...AT, k }, fitter, withFar),
    isClear: ({ x, y, width, height }, room = 0) =>
      isClearOfLines(picture, { ...AT, k }, x - room, y - room, x + width + room, y + height + room),
  }
}

test('pillsOf(…) puts what waits beside the middle of the header', () => {
  const { pills } = pillBeside([[0, 0]], [])
  expect(pills).toMatchObject([
    { text: '+3', side: 'down', x: CARD.width + PILL.away, y: 12, stands: 'beside' },
  ])
})

test('pillsOf(…) moves it closer to its card where the room around the picture ends: a window that shows just all of it cuts no pill off', () => {
  const cards = cardsAt([[491, 0]])
  cards.waitsDown[0] = 3
  const picture = prepare(pictureWith(cards, linesFrom([], cards)))
  const [pill] = pillsOf(picture, 0, { x: 0, y: 0, k: 0.8 }, fitter, false)
  const cardRight = (491 + CARD.width) * 0.8
  expect(pill!.x).toBeGreaterThan(cardRight)
  expect(pill!.x + pill!.width).toBeLessThan(picture.bounds.width * 0.8)
  expect(pill!.away).toBeCloseTo(pill!.x - cardRight)
})

test('pillsOf(…) puts it beside the header where a line leaves the middle of that, so that none is under it', () => {
  const { pills, isClear } = pillBeside(
    [
      [0, 0],
      [400, 0],
    ],
    [[0, 1]],
  )
  expect(pills).toHaveLength(1)
  expect(pills[0]!.x).toBe(CARD.width + PILL.away)
  expect(pills.every(isClear)).toBe(true)
})

test.each([0.75, 0.9, 1, 1.5])(
  'pillsOf(…) at %f leaves free what a line takes that leaves the middle and is lit, as does »',
  (k) => {
    const { pills, isClear } = pillBeside(
      [
        [0, 0],
        [400, 0],
      ],
      [[0, 1]],
      true,
      k,
    )
    expect(pills.map(({ text }) => text)).toEqual(['+3', '»'])
    for (const pill of pills) expect(isClear(pill, STROKE.path / 2 + 2)).toBe(true)
    const [first, far] = pills
    const apart = [Math.abs(far!.x - first!.x) - first!.width, Math.abs(far!.y - first!.y) - first!.height]
    expect(Math.max(...apart)).toBeGreaterThanOrEqual(0)
  },
)

test('pillsOf(…) puts it above the card where lines take all of its side', () => {
  const { pills, isClear } = pillBeside(
    [
      [0, 0],
      [230, -60],
      [230, 0],
      [230, 60],
      [-400, -400],
      [230, 400],
    ],
    [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
    true,
  )
  expect(pills.map(({ stands, text }) => [stands, text])).toEqual([
    ['above', '+3'],
    ['above', '»'],
  ])
  expect(pills.every(isClear)).toBe(true)
  expect(pills[0]!.x).toBeGreaterThan(pills[1]!.x + pills[1]!.width)
})

test('pillsOf(…) puts it below the card where another card stands above it: it lies on neither', () => {
  const { pills, isClear } = pillBeside([[0, 0], ...FAN, [0, -60]], FAN_LINES)
  expect(pills[0]).toMatchObject({ stands: 'below', y: CARD.height + PILL.free })
  expect(pills.every(isClear)).toBe(true)
})

test('pillsOf(…) puts it closer to lines than else before it lies on its own card', () => {
  const cards = cardsAt([[0, 0], [400, 0], [0, -60], [0, 60]]) // prettier-ignore
  cards.waitsDown[0] = 3
  const lines = linesFrom([[0, 1], [0, 1]], cards) // prettier-ignore
  // Between the lower line and the card below there is room for the pill, and for nothing more.
  const heights = [5, CARD.height - 5 - PILL.height / 2 - 2]
  for (let i = 1; i < lines.curves.length; i += 2) lines.curves[i] = heights[i < lines.starts[1]! ? 0 : 1]!
  const [pill] = pillsOf(prepare(pictureWith(cards, lines)), 0, AT, fitter, false)
  expect(pill!.stands).toBe('beside')
})

const FAN = [
  [230, -60],
  [230, 0],
  [230, 60],
] as const
const FAN_LINES = [
  [0, 1],
  [0, 2],
  [0, 3],
] as const

test('pillsOf(…) puts it on no other: where two cards stand above one another that of the lower keeps off', () => {
  const cards = cardsAt([
    [0, 0],
    ...FAN,
    [0, CARD.height + 30],
    [230, CARD.height + 30],
    [230, CARD.height + 90],
    [0, -60],
  ])
  cards.waitsDown[0] = 3
  cards.waitsDown[4] = 3
  const lines = linesFrom([...FAN_LINES, [4, 1], [4, 2], [4, 5], [4, 6]], cards)
  const picture = prepare(pictureWith(cards, lines))
  const [upper, lower] = [0, 4].map((thing) => pillsOf(picture, thing, AT, fitter, false)[0]!)
  const apart = [Math.abs(upper!.x - lower!.x) - upper!.width, Math.abs(upper!.y - lower!.y) - PILL.height]
  expect(Math.max(...apart)).toBeGreaterThanOrEqual(0)
})

test('pillsOf(…) lays it over the lines at its side where other cards stand above it and below it', () => {
  const places = [[0, 0], ...FAN, [0, -60], [0, 60]] as const // prettier-ignore
  expect(pillBeside(places, FAN_LINES).pills.map(({ stands }) => stands)).toEqual(['beside'])
  const { pills } = pillBeside(places, FAN_LINES, true)
  expect(pills.map(({ text, stands }) => [text, stands])).toEqual([['+3', 'beside'], ['»', 'beside']]) // prettier-ignore
})

test('pillsOf(…) puts it below the card where a line runs past its corner too', () => {
  const cards = cardsAt([
    [0, 0],
    [230, -60],
    [230, 0],
    [230, 60],
    [0, -60],
    [230, 60],
  ])
  cards.waitsDown[0] = 3
  const lines = linesFrom([[0, 1], [0, 2], [0, 3], [0, 5]], cards) // prettier-ignore
  // The last line leaves the foot of the card's side.
  lines.curves.set([CARD.width, CARD.height - 3], lines.starts[3]!)
  lines.curves.set([CARD.width + 40, CARD.height - 3], lines.starts[3]! + 2)
  const picture = prepare(pictureWith(cards, lines))
  const pills = pillsOf(picture, 0, AT, fitter, true)
  expect(pills.map(({ stands }) => stands)).toEqual(['below', 'below'])
  for (const { x, y, width, height } of pills)
    expect(isClearOfLines(picture, AT, x, y, x + width, y + height)).toBe(true)
})

test('pillsOf(…) puts it at the foot of a card with rows where lines leave its header and another card stands above it', () => {
  const cards = cardsAt([
    [0, 0],
    [230, -40],
    [230, 0],
    [230, 60],
    [0, -60],
  ])
  cards.waitsDown[0] = 3
  cards.height[0] = 76
  const lines = linesFrom([[0, 1], [0, 2], [0, 3]], cards) // prettier-ignore
  const picture = prepare(pictureWith(cards, lines))
  const [pill] = pillsOf(picture, 0, AT, fitter, false)
  expect(pill!.stands).not.toBe('above')
  const { x, y, width, height } = pill!
  expect(isClearOfLines(picture, AT, x, y, x + width, y + height)).toBe(true)
})

test('pillsOf(…) puts a pill above its card where another card stands close beside it', () => {
  const close = cardsAt([
    [0, 0],
    [CARD.width + 24, 0],
  ])
  const beside = prepare(pictureWith({ ...close, waitsUp: Uint32Array.of(0, 3) }, linesFrom([], close)))
  const [pill] = pillsOf(beside, 1, { x: 0, y: 0, k: 1 }, { width: (text) => text.length * 6 }, false)
  expect(pill).toMatchObject({ stands: 'above', text: '+3' })
})

/** A card in the middle, and others; before and behind the first some wait. The data goes downwards. */
function pillsDown(
  places: readonly (readonly [number, number])[],
  pairs: readonly (readonly [number, number])[] = [],
  withFar = false,
  bend: (lines: Lines) => void = () => {},
): Pill[] {
  const cards = cardsAt([[0, 100], ...places])
  cards.waitsUp[0] = 2
  cards.waitsDown[0] = 4
  const lines = plumbLines(cards, pairs)
  bend(lines)
  const down = { ...pictureWith(cards, lines), direction: 'down' as const }
  return pillsOf(prepare(down), 0, AT, fitter, withFar)
}

/** Lines from the foot of one card to the top of another, from middle to middle. */
function plumbLines(cards: Things, pairs: readonly (readonly [number, number])[]): Lines {
  const curves = pairs.map(([from, to]) => {
    const [x1, y1] = [cards.x[from]! + CARD.width / 2, cards.y[from]! + CARD.height]
    const [x2, y2] = [cards.x[to]! + CARD.width / 2, cards.y[to]!]
    return [x1, y1, x1, (y1 + y2) / 2, x2, (y1 + y2) / 2, x2, y2]
  })
  return {
    ...linesFrom(pairs),
    curves: Float32Array.from(curves.flat()),
    starts: Uint32Array.from([0, ...pairs], (_, i) => 8 * i),
  }
}

test('pillsOf(…) puts what waits above and below the middle of a card where the data goes downwards', () => {
  const [up, down] = pillsDown([])
  const left = (CARD.width - up!.width) / 2
  expect(up).toMatchObject({ text: '+2', x: left, y: 100 - PILL.away - PILL.height, stands: 'beside' })
  expect(down).toMatchObject({ text: '+4', x: left, y: 100 + CARD.height + PILL.away, stands: 'beside' })
})

test('pillsOf(…) puts it below the right of a card where a line leaves the middle of its foot', () => {
  const [, down] = pillsDown([[0, 300]], [[0, 1]])
  expect(down).toMatchObject({ y: 100 + CARD.height + PILL.away, stands: 'beside' })
  expect(down!.x).toBeGreaterThan(CARD.width / 2)
  expect(down!.x + down!.width).toBeLessThan(CARD.width)
})

test('pillsOf(…) puts it beside the foot of a card where another stands right below it, with » further out', () => {
  const below = [0, 100 + CARD.height + 12] as const
  const [, , down, far] = pillsDown([below], [], true)
  expect(down).toMatchObject({ stands: 'aside', x: CARD.width + PILL.free })
  expect(far!.x).toBeGreaterThan(down!.x + down!.width)
  const [, , left, farLeft] = pillsDown([below, [CARD.width + 12, 100]], [], true)
  expect(left).toMatchObject({ stands: 'aside' })
  expect(left!.x + left!.width).toBe(-PILL.free)
  expect(farLeft!.x + farLeft!.width).toBeLessThan(left!.x)
})

/** Cards close at both sides, and three lines that leave the foot of the card at its middle and near its ends. */
function pillBetweenLines(passing: number): Pill {
  const beside = CARD.width + 12
  const cards = [[0, 300], [beside, 100], [-beside, 100]] as const // prettier-ignore
  const pairs = [[0, 1], [0, 1], [0, 1], [2, 3]] as const // prettier-ignore
  const [, down] = pillsDown(cards, pairs, false, ({ curves, starts }) => {
    for (const [line, x] of [20, CARD.width / 2, CARD.width - 20].entries())
      curves.set([x, 144, x, 200, x, 250, x, 300], starts[line]!)
    curves.set([beside, passing, 100, passing, 50, passing, -beside, passing], starts[3]!)
  })
  return down!
}

test('pillsOf(…) puts it between lines that leave the foot of a card where these take its middle and its ends', () => {
  const down = pillBetweenLines(250)
  expect(down).toMatchObject({ stands: 'beside', y: 100 + CARD.height + PILL.away, away: PILL.away })
  expect(down.x).toBeGreaterThan(CARD.width / 2)
  expect(down.x + down.width).toBeLessThan(CARD.width - 20)
})

test('pillsOf(…) puts it closer to its card before it lies on that, where a line passes below', () => {
  const close = { stands: 'beside', y: 100 + CARD.height + PILL.closest, away: PILL.closest }
  expect(pillBetweenLines(172)).toMatchObject(close)
})

test('pillsOf(…) lays it on the foot of a card where others stand right below it and at both sides, while one is there', () => {
  const beside = CARD.width + 12
  const places = [[0, 100 + CARD.height + 12], [beside, 100], [-beside, 100]] as const // prettier-ignore
  expect(pillsDown(places).map(({ side }) => side)).toEqual(['up'])
  expect(pillsDown(places, [], true)[2]).toMatchObject({ side: 'down', text: '+4', stands: 'corner' })
})

test('pillsOf(…) puts » beside +n where the data goes downwards, on the side where the card is', () => {
  const pills = pillsDown([[0, 300]], [[0, 1]], true)
  const [up, farUp, down, farDown] = pills as [Pill, Pill, Pill, Pill]
  expect([farUp.text, farUp.y, farDown.text, farDown.y]).toEqual(['»', up.y, '»', down.y])
  expect(farUp.x).toBeGreaterThan(up.x + up.width)
  expect(farDown.x + farDown.width).toBeLessThan(down.x)
})

test('pillMarks(pills) joins a pill above or below its card to that by a plumb stub', () => {
  const stubs = pillMarks(pillsDown([])).find((mark) => mark.kind === 'rects' && mark.fill === 'edge')
  const middle = CARD.width / 2 - 0.6
  expect(stubs).toMatchObject({
    at: [...[middle, 100 - PILL.away, 1.25, PILL.away], ...[middle, 100 + CARD.height, 1.25, PILL.away]],
  })
})

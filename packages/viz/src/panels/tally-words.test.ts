import { expect, test } from 'vitest'
import type { Tally } from '../scene/picture/picture.ts'
import { tallyWords } from './tally-words.ts'

const TALLY: Tally = {
  things: { all: 100_000, drawn: 10, folded: 99_000, hidden: 0, beyond: 990 },
  edges: { all: 164_123, drawn: 2352, folded: 161_771, hidden: 0, beyond: 0 },
  missing: 0,
}
const sixEach = { width: (text: string) => text.length * 6 }
const at = (room: number, hidden = 0): string =>
  tallyWords({ ...TALLY, things: { ...TALLY.things, hidden } }, room, sixEach).join('')

test('tallyWords(tally, room) says all that there is room for, in one line', () => {
  expect(at(510)).toBe('drawn 10 of 100,000 things, 2,352 of 164,123 edges; 99,990 folded, 0 hidden')
  expect(at(430)).toBe('drawn 10 of 100,000 things, 2,352 of 164,123 edges; 99,990 folded')
  expect(at(380)).toBe('drawn 10 of 100 k things, 2,352 of 164 k edges; 100 k folded')
})

test('tallyWords(tally, room) never leaves out that something is hidden', () => {
  expect(at(445, 7)).toBe('drawn 10 of 100 k things, 2,352 of 164 k edges; 100 k folded, 7 hidden')
})

test('tallyWords(tally, room) drops what has no room whole, the folded first and then the edges, and tells what is hidden for all that', () => {
  expect(at(300)).toBe('drawn 10 of 100 k things, 2,352 of 164 k edges')
  expect(at(200)).toBe('drawn 10 of 100 k things')
  expect(at(360, 7)).toBe('drawn 10 of 100 k things, 2,352 of 164 k edges; 7 hidden')
  expect(at(230, 7)).toBe('drawn 10 of 100 k things; 7 hidden')
})

test('tallyWords(tally, room) gives words and numbers by turns', () => {
  expect(tallyWords(TALLY, 500, sixEach).filter((_, i) => i % 2 === 1)).toEqual([
    '10',
    '2,352',
    '99,990',
    '0',
  ])
})

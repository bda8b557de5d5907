import { expect, test } from 'vitest'
import type { Tally } from '../scene/picture/picture.ts'
import { tallyLines, tallyWords } from './tally-words.ts'

const TALLY: Tally = {
  things: { all: 100_000, drawn: 10, folded: 99_990, hidden: 0, beyond: 0 },
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

test('tallyWords(tally, room) tells what is beyond apart from what is folded: it is not inside of what is drawn', () => {
  const beyond = (room: number, folded = 596): string => {
    const things = { all: 6561, drawn: 42, folded, hidden: 0, beyond: 6519 - folded }
    const edges = { all: 1775, drawn: 60, folded: 0, hidden: 0, beyond: 1715 }
    return tallyWords({ things, edges, missing: 0 }, room, sixEach).join('')
  }
  expect(beyond(600)).toBe('drawn 42 of 6,561 things, 60 of 1,775 edges; 596 folded, 0 hidden, 5,923 beyond')
  expect(beyond(450)).toBe('drawn 42 of 6,561 things, 60 of 1,775 edges; 596 folded, 5,923 beyond')
  expect(beyond(400)).toBe('drawn 42 of 6,561 things, 60 of 1,775 edges; 5,923 beyond')
  expect(beyond(450, 0)).toBe('drawn 42 of 6,561 things, 60 of 1,775 edges; 6,519 beyond')
  expect(beyond(300)).toBe('drawn 42 of 6,561 things, 60 of 1,775 edges')
})

test('tallyWords(tally, room) gives words and numbers by turns', () => {
  expect(tallyWords(TALLY, 500, sixEach).filter((_, i) => i % 2 === 1)).toEqual([
    '10',
    '2,352',
    '99,990',
    '0',
  ])
})

test('tallyLines(tally, room) says all, also what is nothing, in two lines: in short numbers where long ones have no room', () => {
  const things = { all: 100_000, drawn: 11, folded: 38_403, hidden: 0, beyond: 61_586 }
  const edges = { all: 164_123, drawn: 44_988, folded: 803, hidden: 0, beyond: 118_332 }
  const lines = (room: number): string[] =>
    tallyLines({ things, edges, missing: 6 }, room, sixEach).map((parts) => parts.join(''))
  expect(lines(400)).toEqual([
    'drawn 11 of 100,000 things, 44,988 of 164,123 edges',
    '38,403 folded, 0 hidden, 61,586 beyond, 6 not resolved',
  ])
  expect(lines(320)).toEqual([
    'drawn 11 of 100 k things, 45 k of 164 k edges',
    '38 k folded, 0 hidden, 62 k beyond, 6 not resolved',
  ])
  expect(lines(100)).toEqual(lines(320))
})

test('tallyLines(tally, room) of a Map, beyond which nothing is, does not speak of that', () => {
  expect(tallyLines(TALLY, 500, sixEach)[1]!.join('')).toBe('99,990 folded, 0 hidden, 0 not resolved')
})

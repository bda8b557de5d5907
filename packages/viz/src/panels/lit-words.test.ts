import { expect, test } from 'vitest'
import { litWords } from './lit-words.ts'

const NONE = { things: 0, words: '0 things', unseen: 0 }

test('litWords(…) says what is upstream and downstream', () => {
  const upstream = { things: 1, words: '1 table', unseen: 0 }
  const downstream = { things: 1200, words: '1,200 charts', unseen: 0 }
  expect(litWords({ upstream, downstream })).toBe('1 table upstream, 1,200 charts downstream')
  expect(litWords({ upstream: NONE, downstream: NONE })).toBe('0 upstream, 0 downstream')
})

test('litWords(…) says how much of that the picture does not show', () => {
  const upstream = { things: 3, words: '3 things', unseen: 1 }
  const downstream = { things: 1200, words: '1,200 charts', unseen: 1100 }
  expect(litWords({ upstream, downstream })).toBe(
    '3 things upstream, 1,200 charts downstream, 1,101 not in the picture',
  )
})

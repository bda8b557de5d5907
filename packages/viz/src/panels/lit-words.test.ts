import { expect, test } from 'vitest'
import { litBriefly, litWords } from './lit-words.ts'

const NONE = { things: 0, words: '0 things' }

test('litWords(…) says what is upstream and downstream', () => {
  const upstream = { things: 1, words: '1 table' }
  const downstream = { things: 1200, words: '1,200 charts' }
  expect(litWords({ upstream, downstream, unseen: 0 })).toBe('1 table upstream, 1,200 charts downstream')
  expect(litWords({ upstream: NONE, downstream: NONE, unseen: 0 })).toBe('0 upstream, 0 downstream')
})

test('litWords(…) says how much of that the picture does not show', () => {
  const upstream = { things: 3, words: '3 things' }
  const downstream = { things: 1200, words: '1,200 charts' }
  expect(litWords({ upstream, downstream, unseen: 1101 })).toBe(
    '3 things upstream, 1,200 charts downstream, 1,101 not in the picture',
  )
})

test('litBriefly(…) says the same in fewer words', () => {
  const downstream = { things: 1200, words: '1,200 charts' }
  expect(litBriefly({ upstream: NONE, downstream, unseen: 0 })).toBe('0 up, 1,200 down')
  expect(litBriefly({ upstream: NONE, downstream, unseen: 1101 })).toBe('0 up, 1,200 down, 1,101 not drawn')
})

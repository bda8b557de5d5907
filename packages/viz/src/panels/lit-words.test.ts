import { expect, test } from 'vitest'
import { litWords } from './lit-words.ts'

const NONE = { things: 0, sort: null }

test('litWords(…) says what is counted, and that it is what the picture shows', () => {
  expect(
    litWords({ upstream: { things: 1, sort: 'table' }, downstream: { things: 1200, sort: 'chart' } }),
  ).toBe('1 table upstream, 1,200 charts downstream in the picture')
})

test('litWords(…) calls what is of several sorts, or is not declared, things', () => {
  expect(
    litWords({ upstream: { things: 3, sort: '@external' }, downstream: { things: 2, sort: null } }),
  ).toBe('3 things upstream, 2 things downstream in the picture')
  expect(litWords({ upstream: NONE, downstream: NONE })).toBe('0 upstream, 0 downstream in the picture')
})

import { afterEach, beforeEach, expect } from 'vitest'

// Core talks by what it returns. A test that expects a warning spies on the console itself.
const { warn, error } = console
let words = []

beforeEach(() => {
  words = []
  console.warn = console.error = (...args) => words.push(args)
})

afterEach(() => {
  Object.assign(console, { warn, error })
  expect(words, 'core warned on the console').toEqual([])
})

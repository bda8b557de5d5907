import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, memoryOf, type Content } from './memory.ts'

const value = fc.constantFrom(0, NaN, 0.5, 1, 2)
const content: fc.Arbitrary<Content> = fc
  .array(fc.array(value, { maxLength: 3 }), { maxLength: 3 })
  .map(contentOf)

test('memory.known(content) gives what was kept for the same numbers, however they are held', () => {
  const memory = memoryOf<string>(100)
  memory.keep(contentOf([[1, NaN], Float64Array.of(0.5)]), 'one')
  expect(memory.known(contentOf([Float64Array.of(1, NaN), [0.5]]))).toBe('one')
})

test('memory.known(content) takes no other content for it, not even one of the same hash', () => {
  fc.assert(
    fc.property(content, content, (kept, asked) => {
      const memory = memoryOf<Content>(100)
      memory.keep(kept, kept)
      const known = memory.known(asked)
      if (known) expect(asked).toEqual(kept)
    }),
  )
  const memory = memoryOf<string>(100)
  memory.keep(contentOf([[0.25]]), 'a quarter')
  expect(memory.known(contentOf([[0.5]]))).toBe(undefined)
})

test('memory.keep(content, value) never holds more numbers than it may, and keeps what was kept last', () => {
  fc.assert(
    fc.property(fc.array(content), fc.integer({ min: 12, max: 40 }), (contents, most) => {
      const memory = memoryOf<number>(most)
      contents.forEach((one, i) => {
        memory.keep(one, i)
        expect(memory.size).toBeLessThanOrEqual(most)
        expect(memory.known(one)).toBe(i)
      })
    }),
  )
})

test('memory.keep(content, value) forgets first what was asked for longest ago, and what is too large at once', () => {
  const memory = memoryOf<string>(7)
  memory.keep(contentOf([[1]]), 'one')
  memory.keep(contentOf([[2]]), 'two')
  memory.known(contentOf([[1]]))
  memory.keep(contentOf([[3, 3]]), 'three')
  expect([
    memory.known(contentOf([[1]])),
    memory.known(contentOf([[2]])),
    memory.known(contentOf([[3, 3]])),
  ]).toEqual(['one', undefined, 'three'])
  expect(memory.keep(contentOf([[1, 2, 3, 4, 5, 6, 7]]), 'all')).toBe('all')
  expect([memory.known(contentOf([[1]])), memory.known(contentOf([[1, 2, 3, 4, 5, 6, 7]]))]).toEqual([
    'one',
    undefined,
  ])
})

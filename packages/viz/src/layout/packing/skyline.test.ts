import fc from 'fast-check'
import { expect, test } from 'vitest'
import { skyline } from './skyline.ts'

test('skyline().most(…) is as far as the furthest between two heights reaches, and 0 where nothing does', () => {
  const reached = skyline()
  reached.raise(0, 10, 50)
  reached.raise(20, 30, 80)
  expect(reached.most(-20, 0)).toBe(0)
  expect(reached.most(5, 6)).toBe(50)
  expect(reached.most(10, 20)).toBe(0)
  expect(reached.most(9, 21)).toBe(80)
  reached.raise(5, 25, 90)
  expect([reached.most(0, 5), reached.most(24, 26), reached.most(25, 40)]).toEqual([50, 90, 80])
})

test('skyline() knows at each height what was raised there last', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
      const reached = skyline()
      const plain = new Float64Array(60)
      spans.forEach(([top, height], i) => {
        reached.raise(top, top + height, i + 1)
        plain.fill(i + 1, top, top + height)
      })
      plain.forEach((reach, at) => expect(reached.most(at, at + 1)).toBe(reach))
    }),
  )
})

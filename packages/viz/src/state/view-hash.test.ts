import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashToView, viewToHash } from './view-hash.ts'
import { FIRST_VIEW, isStep, type View } from './view.ts'

const text = fc.string({ unit: 'grapheme' })
const key = fc.oneof(text, fc.constantFrom('__proto__', 'a&b=c', 'x#y', 'ü/ä', '"', '', 'n'.repeat(10_000)))
const decimal = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000)
const views: fc.Arbitrary<View> = fc.record({
  level: fc.constantFrom(null, 0, 1, 2),
  selection: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('thing' as const), key }),
    fc.record({ kind: fc.constant('edge' as const), from: key, to: key }),
  ),
  off: fc.array(key),
  camera: fc.option(fc.record({ x: decimal, y: decimal, k: fc.constantFrom(0.05, 1, 2.5) })),
  theme: fc.constantFrom('system', 'light', 'dark'),
  tab: fc.constantFrom('details', 'findings'),
  finding: fc.option(text),
  mute: fc.array(text),
})

test('hashToView(viewToHash(view)) gives the view back, whatever its ids hold', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(hashToView(`#${viewToHash(view)}`)).toEqual(view)
    }),
  )
})

test('viewToHash(view) of the first view is no more than the version', () => {
  expect(viewToHash(FIRST_VIEW)).toBe('v=1')
})

test('hashToView(hash) takes what it does not understand as not said', () => {
  const hashes = [
    '',
    '#',
    '#v=2&thing=a',
    '#v=1&level=9&at=1,2&theme=pink',
    '#v=1&at=1,2,0',
    '#v=1&at=,,',
    '#%',
  ]
  for (const hash of hashes) expect(hashToView(hash)).toEqual(FIRST_VIEW)
})

test('isStep(before, after) is false where only the camera or the light changes', () => {
  const moved: View = { ...FIRST_VIEW, camera: { x: 1, y: 2, k: 3 }, theme: 'dark' }
  expect(isStep(FIRST_VIEW, moved)).toBe(false)
  expect(isStep(FIRST_VIEW, { ...FIRST_VIEW, level: 1 })).toBe(true)
})

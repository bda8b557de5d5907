import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Listing, withArrays } from './listing.ts'

test('slice(start, end) of a listing is that of the array of its items', () => {
  const items = fc.array(fc.string())
  fc.assert(
    fc.property(items, fc.nat(12), fc.nat(12), (all, start, end) => {
      expect(new Listing(all.length, (i) => all[i]).slice(start, end)).toEqual(all.slice(start, end))
    }),
  )
})

test('withArrays(data) makes the array of a listing when it is read, and no other', () => {
  const made: string[] = []
  const listing = (name: string, length: number) =>
    new Listing(length, (i) => {
      made.push(`${name}${i}`)
      return i
    })
  const data = withArrays({ size: 3, keys: listing('key', 2), cut: listing('cut', 3), names: ['a'] })
  expect(made).toEqual([])
  expect(data['keys']).toEqual([0, 1])
  expect(made).toEqual(['key0', 'key1'])
  expect({ ...data }).toEqual({ size: 3, keys: [0, 1], cut: [0, 1, 2], names: ['a'] })
  expect(Object.keys(data)).toEqual(['size', 'keys', 'cut', 'names'])
})

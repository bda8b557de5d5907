import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Strings } from '../read/strings.ts'
import { NearestInTable } from './nearest-in-table.ts'
import { NearestIndex } from './nearest.ts'
import { textsOf } from './text-units.ts'

/** Texts that are near one another, some with capitals, and some whose bytes are in another order than their UTF-16 units. */
const text = fc
  .tuple(fc.constantFrom('db.', 'DB.', 'größe.', '\ue000', '😀', '\ud83d'), fc.string({ maxLength: 3 }))
  .map((parts) => parts.join(''))
const texts = fc.uniqueArray(text, { maxLength: 30 })

test('nearestOf(asked, effort) finds in a table what NearestIndex finds among the same texts', () => {
  fc.assert(
    fc.property(texts, texts, texts, fc.constantFrom(0, 3000, Infinity), (others, known, asked, effort) => {
      const strings = new Strings()
      const indexes = (of: readonly string[]): Int32Array =>
        Int32Array.from(of, (text) => strings.intern(text))
      indexes(others)
      const table = new NearestInTable(strings, indexes(known))
      const { asked: told, nearest } = table.nearestOf(indexes(asked), effort)
      const wanted = new NearestIndex(textsOf(known)).nearestOf(textsOf(asked), effort)
      expect(new Map(Array.from(told, (text, i) => [strings.get(text), strings.at(nearest[i]!)]))).toEqual(
        new Map(asked.map((text, i) => [text, known[wanted[i]!]])),
      )
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../model/declaration.ts'
import { uploadText } from './upload-text.ts'

const textOf = (json: string): string | undefined => uploadText(JSON.parse(json) as JsonObject, json)
const withNumber = (number: string): string =>
  `{"databuilder_id": "a", "group": null, "sort_order": ${number}}`

describe('uploadText(declaration, json)', () => {
  test('is the JSON of the form that File Upload takes', () => {
    expect(textOf(withNumber('7'))).toBe('{"databuilder_id":"a","sort_order":7}')
  })

  test.each([
    '9007199254740993',
    '-90071992547409930',
    '0.12345678901234567',
    '123456789.123456789',
    '1e400',
    '1E-400',
  ])('is none where it would hold another number than %s', (number) => {
    expect(textOf(withNumber(number))).toBeUndefined()
  })

  test.each(['9007199254740992', '9007199254740991', '0.1', '1.50', '-0', '123456789012345'])(
    'is there for %s, which stays the number that it is',
    (number) => {
      expect(textOf(withNumber(number))).toBe(
        `{"databuilder_id":"a","sort_order":${JSON.stringify(Number(number))}}`,
      )
    },
  )

  test('does not take for a number what stands in a text', () => {
    const json = String.raw`{"databuilder_id": "9007199254740993\\", "title": "\"1e5, 9007199254740993"}`
    expect(textOf(json)).toBe(
      String.raw`{"databuilder_id":"9007199254740993\\","title":"\"1e5, 9007199254740993"}`,
    )
  })

  test('is none where it is nested deeper than can be written', () => {
    expect(textOf(`{"databuilder_id": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBeUndefined()
  })

  test('holds the same integers as the declaration, or is none', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.json(), (order, other) => {
        const text = textOf(`{"databuilder_id":"a","other":${other},"sort_order":${order}}`)
        const kept = /"sort_order":(-?\d+)\}$/.exec(text ?? '')?.[1]
        expect(kept === undefined ? undefined : BigInt(kept)).toBe(text === undefined ? undefined : order)
        if (order > -(10n ** 15n) && order < 10n ** 15n && !/[\d.]{16}|\d[eE]/.test(other))
          expect(text).toBeDefined()
      }),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spansOf, type JsonPath } from './scan-json.ts'
import { spanInBytes } from './span-in-bytes.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const PATHS = [['a'], ['b', 'a'], ['b'], [''], ['a', 'b', 'a'], []]
const firstOf = (text: string, paths: readonly JsonPath[]) =>
  spansOf(text, paths).find((span) => span !== undefined)

const name = fc.constantFrom('a', 'b', '', '__proto__')
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<unknown>(1, -2.5e-7, 1e21, true, false, null, '', 'a', '"', 'a\\"}', ',:[{'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(name, tie('json'), { maxKeys: 4 }),
  ),
}))

test('spanInBytes(bytes, paths) is what spansOf(text, paths) says of lines of ASCII', () => {
  fc.assert(
    fc.property(json, fc.constantFrom('', ' ', '\t  '), fc.nat(2), (value, space, indent) => {
      const text = `${space}${JSON.stringify(value, undefined, indent).replaceAll('\n', ' ')}${space}\r`
      for (const paths of [PATHS, PATHS.toReversed(), ...PATHS.map((path) => [path])])
        expect(spanInBytes(bytesOf(text), paths)).toEqual(firstOf(text, paths))
    }),
    { numRuns: 1000 },
  )
})

test('spanInBytes(bytes, paths) has the last of a field that is written twice', () => {
  const text = '{"a":1,"b":{"a":2},"a":[3]}'
  for (const path of PATHS) expect(spanInBytes(bytesOf(text), [path])).toEqual(firstOf(text, [path]))
})

test('spanInBytes(bytes, paths) looks at one line', () => {
  expect(spanInBytes(bytesOf('{"b":1}\n{"a":2}\n'), [['a']])).toBeUndefined()
  expect(spanInBytes(bytesOf('{"a":1}\n{"a":2'), [['a']])).toEqual({ start: 5, end: 6 })
})

test.each([
  ['beyond ASCII', '{"title":"größe","a":1}'],
  ['with an escaped name', '{"\\u0061":1}'],
  ['with another number of brackets', '{"a":{"b":1}'],
  ['with a string that does not end', '{"a":"b'],
  ['with a string that ends on the next', '{"a":"b\nc"}'],
  ['with an escape in a string that ends on the next', '{"a":"\\t\nc"}'],
  ['that goes on behind its end', '{"a":1}}'],
  ['that is no JSON', '{a:(1)}'],
  ['nested very deep', `${'['.repeat(99)}${']'.repeat(99)}`],
])('spanInBytes(bytes, paths) leaves a line %s to others', (_, text) => {
  expect(spanInBytes(bytesOf(text), PATHS)).toBeUndefined()
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, spanInString, spanOfName, spansOf, spansOfItems, type JsonPath } from './scan-json.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON with a few characters taken out, put in or changed. */
const nearJson = fc
  .tuple(
    fc.json(),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:0-.eE\\nu tf\u0001'.split('')))),
  )
  .map(([json, edits]) =>
    edits.reduce((text, [place, removed, added]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + added + text.slice(at + removed)
    }, json),
  )

test('faultOf(text) finds a fault exactly where JSON.parse throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), nearJson, fc.string()), (text) => {
      const fault = faultOf(text)
      expect(fault === undefined).toBe(isJson(text))
      if (fault) expect(fault.at).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['{"a": 1,}', 8, 'a field name in double quotes', "'}'"],
  ['{"a" 1}', 5, "':'", "'1'"],
  ['{"a": 1 "b": 2}', 8, "',' or '}'", "'\"'"],
  ['{"a": "b}', 9, "'\"' at the end of the string", 'the end of the line'],
  ["{'a': 1}", 1, "a field name in double quotes or '}'", "'''"],
  ['{"a": None}', 6, 'a value', "'N'"],
  ['{"a": [1, 2}', 11, "',' or ']'", "'}'"],
  ['{"a": 1} x', 9, 'nothing more', "'x'"],
  ['{"a": "\\x"}', 7, 'an escape that JSON knows', "'\\'"],
  ['', 0, 'a value', 'the end of the line'],
  ['\ufeff{"a": 1}', 0, 'a value', 'a byte-order mark (U+FEFF)'],
  ['{"a": 1}\ufeff{"b": 2}', 8, 'nothing more', 'a byte-order mark (U+FEFF)'],
  ['{"a":\u00a01}', 5, 'a value', 'a no-break space (U+00A0)'],
  ['{"a": 1\u200b}', 7, "',' or '}'", 'a zero-width space (U+200B)'],
  ['{"a": "\t"}', 7, 'an escape such as \\n in place of a control character', 'a tab (U+0009)'],
  ['{"a": \u001b[0m1}', 6, 'a value', 'an escape character (U+001B)'],
  ['{"a": \u{e0041}1}', 6, 'a value', 'an invisible character (U+E0041)'],
  ['{"a": \ud800}', 6, 'a value', 'half a character (U+D800)'],
  ['{"a": é}', 6, 'a value', "'é'"],
  ['{"a": 😀}', 6, 'a value', "'😀'"],
])('faultOf(%s) names the place, what was expected and what was found', (text, at, expected, found) => {
  expect(faultOf(text)).toEqual({ at, expected, found })
})

test('faultOf(text) takes nesting of any depth and strings of any length', () => {
  expect(faultOf('['.repeat(200_000))).toMatchObject({ at: 200_000 })
  expect(faultOf('['.repeat(200_000) + ']'.repeat(200_000))).toBeUndefined()
  expect(faultOf(`"${'x'.repeat(5_000_000)}"`)).toBeUndefined()
})

test('faultOf(text) looks at no more of a long list than the value that it is at', () => {
  const values = '1,'.repeat(500_000) // to look for the end of a string at each would take an hour
  expect(faultOf(`{"a": [${values}}`)).toMatchObject({ at: 7 + values.length, expected: 'a value' })
})

test('spansOf(text, paths) gives the place of every value of any JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const paths = pathsOf(JSON.parse(text))
      spansOf(text, paths).forEach((span, i) => {
        const value = paths[i]!.reduce((inner, key) => (inner as never)[key], JSON.parse(text))
        expect(JSON.parse(text.slice(span!.start, span!.end))).toEqual(value)
      })
    }),
  )
})

test('spansOf(text, paths) takes the last of two equal fields, and undefined for one that is not there', () => {
  expect(spansOf('{"a": 1, "a": 22, "__proto__": 3}', [['a'], ['b'], ['__proto__']])).toEqual([
    { start: 14, end: 16 },
    undefined,
    { start: 31, end: 32 },
  ])
})

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...keys.flatMap((key) => pathsOf((value as never)[key], [...path, key]))]
}

describe('spanInString(text, value, inside)', () => {
  /** Escapes of every sort, as JSON may write them. */
  const written = (text: string, escaped: boolean): string => {
    const json = JSON.stringify(text)
    return escaped
      ? json.replace(/[^\u0020-\u007e]|\//g, (unit) => (unit === '/' ? '\\/' : escapeOf(unit)))
      : json
  }
  const escapeOf = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

  test('gives what is written for any part of the string, whatever its escapes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (rest, escaped, a, b) => {
          const text = `\\"\n\u0001/é😀${rest}`
          const [start, end] = [a % text.length, b % (text.length + 1)].sort((one, other) => one - other) as [
            number,
            number,
          ]
          fc.pre(start < end)
          const line = `{"sql": ${written(text, escaped)}}`
          const [value] = spansOf(line, [['sql']])
          const span = spanInString(line, value!, { start, end })
          expect(JSON.parse(`"${line.slice(span.start, span.end)}"`)).toBe(text.slice(start, end))
        },
      ),
    )
  })

  test('never reaches beyond the string, and is never empty where the string is not', () => {
    const line = '{"sql":"ab"}'
    const [value] = spansOf(line, [['sql']])
    const marked = (start: number, end: number) => {
      const span = spanInString(line, value!, { start, end })
      return line.slice(span.start, span.end)
    }
    expect([marked(0, 0), marked(1, 9), marked(2, 2), marked(7, 9)]).toEqual(['a', 'b', 'b', 'b'])
  })
})

test('spanOfName(text, path) is the name of a field in its quotes; of one that is written twice the last', () => {
  const text = '{"a": {"b": [1, {"c": {}}], "\\u0062": 2}}'
  const shown = (path: JsonPath) => {
    const span = spanOfName(text, path)
    return span && text.slice(span.start, span.end)
  }
  expect([['a'], ['a', 'b', 1, 'c'], ['a', 'b'], ['a', 'b', 0], ['x']].map(shown)).toEqual([
    '"a"',
    '"c"',
    '"\\u0062"',
    undefined,
    undefined,
  ])
})

test('spansOfItems(text, path) are the items of a list, not what is in them', () => {
  const text = '{"other": [0], "list": [ {"list": [1]}, [2, 3],\n4 ]}'
  const shown = (path: JsonPath) => spansOfItems(text, path).map(({ start, end }) => text.slice(start, end))
  expect(shown(['list'])).toEqual(['{"list": [1]}', '[2, 3]', '4'])
  expect(shown(['list', 1])).toEqual(['2', '3'])
  expect([shown(['x']), shown([])]).toEqual([[], []])
})

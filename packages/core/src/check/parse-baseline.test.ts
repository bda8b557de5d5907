import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOSTILE_NAMES } from '../../test/any-findings.ts'
import { baselineText, type BaselineEntry } from './baseline.ts'
import { ConfigError } from './config-error.ts'
import { parseBaseline } from './parse-baseline.ts'

const name = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string())
const entries: fc.Arbitrary<BaselineEntry[]> = fc.array(
  fc.record(
    {
      fingerprint: fc.string({ unit: fc.constantFrom('0', 'a', 'f'), minLength: 16, maxLength: 16 }),
      rule: fc.constantFrom('lineage/no-self', 'input/empty'),
      message: name,
      run: name,
    },
    { requiredKeys: ['fingerprint', 'rule', 'message'] },
  ),
)
const textOf = (given: readonly BaselineEntry[]) => [...baselineText(given)].join('')

test('baselineText(entries) is an entry a line, sorted by run, rule and fingerprint', () => {
  const one = { fingerprint: 'b'.repeat(16), rule: 'input/empty', message: 'one' }
  const two = { fingerprint: 'a'.repeat(16), rule: 'input/empty', message: 'two' }
  expect(textOf([{ ...one, run: 'r' }, one, two])).toBe(`{
"version": 1,
"findings": [
{"rule":"input/empty","fingerprint":"aaaaaaaaaaaaaaaa","message":"two"},
{"rule":"input/empty","fingerprint":"bbbbbbbbbbbbbbbb","message":"one"},
{"run":"r","rule":"input/empty","fingerprint":"bbbbbbbbbbbbbbbb","message":"one"}
]
}
`)
  expect(textOf([])).toBe('{\n"version": 1,\n"findings": []\n}\n')
})

test('parseBaseline(text) gives the entries back, each with its line', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const text = textOf(given)
      const baseline = parseBaseline(text, 'b.json')
      expect(textOf(baseline.entries)).toBe(text)
      for (const i of baseline.entries.keys()) {
        const { line, column, endColumn } = baseline.placeOf(i)
        expect([line, column]).toEqual([4 + i, 1])
        const shown = baseline.lineAt(line)!
        expect(JSON.parse(shown.slice(column - 1, endColumn - 1))).toEqual(baseline.entries[i])
      }
    }),
  )
})

test('parseBaseline(text) takes a file that was laid out anew, with the line ends of Windows', () => {
  const given = [{ fingerprint: 'a'.repeat(16), rule: 'input/empty', message: 'm' }]
  const text = JSON.stringify(JSON.parse(textOf(given)), null, 2).replaceAll('\n', '\r\n')
  const baseline = parseBaseline(text, 'b.json')
  expect(baseline.placeOf(0)).toMatchObject({ line: 4, column: 5, endColumn: 6 })
  expect(baseline.lineAt(4)).toBe('    {')
})

describe('parseBaseline(text) throws ConfigError with the place for', () => {
  const good = '{"rule":"r","fingerprint":"aaaaaaaaaaaaaaaa","message":"m"}'
  test.each([
    ['a later form', '{"version": 2, "findings": {}}', 'b.json:1:13', /form 2/],
    ['no version', '{"findings": []}', 'b.json:1:1', /has no 'version'/],
    [
      'a fingerprint that is none',
      `{"version": 1, "findings": [${good},\n ${good.replace('aa', 'zz')}]}`,
      'b.json:2:28',
      /hexadecimal/,
    ],
    [
      'an entry that is none',
      '{"version": 1, "findings": [5]}',
      'b.json:1:29',
      /findings\[0\] must be an object/,
    ],
    ['another file', '[1, 2]', 'b.json:1:1', /must be an object/],
    ['a file of conflicts', '{\n<<<<<<< HEAD\n', 'b.json:2:1', /'<' stands there/],
  ])('%s', (_, text, where, what) => {
    const parse = () => parseBaseline(text, 'b.json')
    expect(parse).toThrow(ConfigError)
    expect(parse).toThrow(expect.objectContaining({ where, what: expect.stringMatching(what) }))
  })
})

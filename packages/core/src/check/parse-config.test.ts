import { describe, expect, test } from 'vitest'
import { ConfigError } from './config-error.ts'
import { parseConfig } from './parse-config.ts'

/** What is said of a text: where, what, help. */
function faultIn(text: string): readonly (string | undefined)[] {
  try {
    parseConfig(text, 'c.json')
  } catch (error) {
    if (error instanceof ConfigError) return [error.where, error.what, error.help]
    throw error
  }
  return []
}

test('parseConfig(text, file) gives what the file says', () => {
  const config = {
    $schema: 'x',
    preset: 'strict',
    rules: { 'lineage/no-self': 'off', 'lineage/no-cycle': ['warning'] },
    workspace: ['a.jsonl'],
    dialect: 'PostgreSQL',
    baseline: 'b.json',
    overrides: [{ files: ['x/**'], rules: { 'lineage/no-self': 'info' } }],
  }
  expect(parseConfig(JSON.stringify(config, null, 2), 'c.json')).toEqual(config)
  expect(parseConfig('{}', 'c.json')).toEqual({})
})

describe('parseConfig(text, file) throws ConfigError with the place, and how to mend it, for', () => {
  test.each([
    [
      'a rule that there is not',
      '{\r\n "rules": { "lineage/no-cycel": "off" } }',
      'c.json:2:13',
      /no rule 'lineage\/no-cycel'/,
      /'lineage\/no-cycle'/,
    ],
    ['a rule that is like none', '{"rules": {"zzz": "off"}}', 'c.json:1:12', /'zzz'/, /lineagraph rules/],
    [
      'a rule that objects have by nature',
      '{"rules": {"__proto__": "off"}}',
      'c.json:1:12',
      /'__proto__'/,
      /lineagraph rules/,
    ],
    ['a setting that there is not', '{"presets": "strict"}', 'c.json:1:2', /setting 'presets'/, /'preset'/],
    ['a preset that there is not', '{"preset": "strct"}', 'c.json:1:12', /"strct" is no preset/, /'strict'/],
    [
      'a severity that there is not',
      '{"rules": {"lineage/no-self": "warn"}}',
      'c.json:1:31',
      /"warn" is no severity for lineage\/no-self/,
      /error, warning, info or off/,
    ],
    [
      'a severity that is a number',
      '{"rules": {"lineage/no-self": [2]}}',
      'c.json:1:32',
      /number 2 is no severity for lineage\/no-self/,
      /error, warning/,
    ],
    [
      'options of a rule that has none',
      '{"rules": {"lineage/no-self": ["info", {}]}}',
      'c.json:1:31',
      /takes no options/,
      /alone/,
    ],
    [
      'an option that there is not',
      '{"rules": {"graph/fan-out": ["info", {"mx": 1}]}}',
      'c.json:1:39',
      /option of graph\/fan-out 'mx'/,
      /'max'|only max/,
    ],
    [
      'an option of another kind',
      '{"rules": {"graph/fan-out": ["info", {"max": "1"}]}}',
      'c.json:1:46',
      /max must be a/,
      /"1"/,
    ],
    [
      'an option that is too small',
      '{"rules": {"graph/fan-out": ["info", {"max": 0}]}}',
      'c.json:1:46',
      /max must be at least 1/,
      /number 0/,
    ],
    [
      'an option that is no whole number',
      '{"rules": {"graph/fan-out": ["info", {"max": 1.5}]}}',
      'c.json:1:46',
      /max must be a whole number/,
      /number 1.5/,
    ],
    [
      'a third item',
      '{"rules": {"graph/fan-out": ["info", {}, 1]}}',
      'c.json:1:29',
      /more than a severity and options/,
      /\["warning"/,
    ],
    [
      'an empty list',
      '{"rules": {"lineage/no-self": []}}',
      'c.json:1:31',
      /lineage\/no-self must have something in it/,
      /empty list/,
    ],
    [
      'a dialect that there is not',
      '{"dialect": "postgras"}',
      'c.json:1:13',
      /SQL dialect 'postgras'/,
      /'postgres'/,
    ],
    [
      'a value of another kind',
      '{"workspace": "a.jsonl"}',
      'c.json:1:15',
      /workspace must be a list/,
      /"a.jsonl"/,
    ],
    [
      'an item of another kind',
      '{"workspace": ["a", 5]}',
      'c.json:1:21',
      /workspace\[1\] must be text/,
      /number 5/,
    ],
    ['an empty path', '{"baseline": ""}', 'c.json:1:14', /must not be empty/, /empty string/],
    [
      'an override without files',
      '{"overrides": [ {"rules": {}}]}',
      'c.json:1:17',
      /overrides\[0\] has no 'files'/,
      /list/,
    ],
    [
      'a setting of an override that there is not',
      '{"overrides": [{"file": ["x"], "rules": {}}]}',
      'c.json:1:17',
      /setting of an override 'file'/,
      /'files'/,
    ],
    [
      'a pattern that is turned round',
      '{"overrides": [{"files": ["!x"], "rules": {}}]}',
      'c.json:1:27',
      /must not begin with !/,
      /"!x"/,
    ],
    [
      'options in an override',
      '{"overrides": [{"files": ["x"], "rules": {"lineage/no-self": ["info"]}}]}',
      'c.json:1:62',
      /is no severity/,
      /error, warning/,
    ],
    ['no object', '[]', 'c.json:1:1', /must be an object/, /empty list/],
    ['a comma too many', '{"preset": "strict",}', 'c.json:1:21', /'}' stands there/, /comma/],
    ['a comment', '{\n  // mine\n}', 'c.json:2:3', /'\/' stands there/, /no comments/],
    ['a file that is cut', '{"preset": "strict"', 'c.json:1:20', /the file ends/, /missing at the end/],
    ['an empty file', '', 'c.json:1:1', /the file ends/, /missing/],
  ])('%s', (_, text, where, what, help) => {
    expect(faultIn(text)).toEqual([where, expect.stringMatching(what), expect.stringMatching(help)])
  })

  test('the first of several faults', () => {
    expect(faultIn('{\n "rules": {"a": "off"},\n "presets": 1 }')[0]).toBe('c.json:2:12')
  })

  test('no control character reaches whoever reads it', () => {
    expect(faultIn('{"a\\u001b[31m": 1}').join('')).toContain('\\u001b')
    expect(faultIn('\u001b').join('')).not.toContain('\u001b')
    expect(faultIn('{"preset": "\\u202eab"}').join('')).toContain('\\u202e')
  })
})

import { describe, expect, test } from 'vitest'
import type { CheckConfig } from './config.ts'
import { defineRule } from './rule.ts'
import { settingsOf } from './rule-setting.ts'
import { fanOut } from './rules/graph-fan-out.ts'

const rule = defineRule({
  id: 'graph/fan-out',
  severity: { minimal: 'off', recommended: 'off', strict: 'info' },
  summary: 'nothing',
  why: 'A rule of this test: it has an option, and is off by default.',
  page: fanOut.page,
  options: { max: { type: 'integer', minimum: 1, maximum: 1000, default: 500, description: 'Edges.' } },
  run: () => [],
})
const levelIn = (config: CheckConfig, file?: string) => settingsOf(rule, config).levelIn(file)
const jsonl = (level: 'error' | 'off') => ({
  files: (file: string) => file.endsWith('.jsonl'),
  rules: { 'graph/fan-out': level },
})

describe('settingsOf(rule, config)', () => {
  test('takes the preset, and the recommended one where none is given', () => {
    expect(
      [{}, { preset: 'strict' } as const, { preset: 'minimal' } as const].map((each) => levelIn(each)),
    ).toEqual(['off', 'info', 'off'])
  })

  test('takes what the config says of the rule before the preset', () => {
    expect(levelIn({ preset: 'strict', rules: { 'graph/fan-out': 'error' } })).toBe('error')
    expect(levelIn({ preset: 'strict', rules: { 'graph/fan-out': ['warning', { max: 3 }] } })).toBe('warning')
  })

  test('fills in the options that are not given', () => {
    const optionsOf = (config: CheckConfig) => settingsOf(rule, config).options
    expect(optionsOf({})).toEqual({ max: 500 })
    expect(optionsOf({ rules: { 'graph/fan-out': 'error' } })).toEqual({ max: 500 })
    expect(optionsOf({ rules: { 'graph/fan-out': ['error'] } })).toEqual({ max: 500 })
    expect(optionsOf({ rules: { 'graph/fan-out': ['error', { max: 3 }] } })).toEqual({ max: 3 })
  })

  test('turns a rule on that is the only one: at its level, else at that of the first preset that has it on', () => {
    const only = ['graph/fan-out']
    expect(levelIn({ only })).toBe('info')
    expect(levelIn({ only, rules: { 'graph/fan-out': 'off' } })).toBe('info')
    expect(levelIn({ only, rules: { 'graph/fan-out': 'error' } })).toBe('error')
    expect(levelIn({ only: ['lineage/no-self'], preset: 'strict' })).toBe('off')
    expect(settingsOf(rule, { only: [], overrides: [jsonl('error')] }).isOff).toBe(true)
  })

  test('goes by the last override that means the file; what is about no file is not touched', () => {
    const overrides = [jsonl('error'), { ...jsonl('off'), files: (file: string) => file.startsWith('old/') }]
    const config: CheckConfig = { preset: 'strict', overrides }
    expect(['a.jsonl', 'old/a.jsonl', 'a.csv', undefined].map((file) => levelIn(config, file))).toEqual([
      'error',
      'off',
      'info',
      'info',
    ])
  })

  test('an override that does not name the rule says nothing about it', () => {
    const others = { files: () => true, rules: { 'lineage/no-self': 'off' } } as const
    expect(levelIn({ overrides: [jsonl('error'), others] }, 'a.jsonl')).toBe('error')
  })

  test('tells where a rule is off: everywhere, or somewhere', () => {
    const { isOff, isOffSomewhere } = settingsOf(rule, { overrides: [jsonl('error')] })
    expect([isOff, isOffSomewhere]).toEqual([false, true])
    expect(settingsOf(rule, { preset: 'strict' })).toMatchObject({ isOff: false, isOffSomewhere: false })
    expect(settingsOf(rule, { overrides: [jsonl('off')] })).toMatchObject({
      isOff: true,
      isOffSomewhere: true,
    })
  })
})

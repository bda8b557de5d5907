import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkExample } from '../src/check/check-example.ts'
import { optionsOf } from '../src/check/rule-options.ts'
import { RULES } from '../src/check/registry.ts'
import { rulesDocument } from '../src/report/rules-document.ts'

const sorted = RULES.map((rule) => [rule.id, rule] as const)

describe.each(sorted)('the page of %s', (id, rule) => {
  const { summary, why, page } = rule

  test('has a bad example that gives this finding, and under strict no other error or warning', async () => {
    const { findings } = await checkExample(page.bad, { preset: 'strict' })
    expect(findings.map((found) => found.rule)).toContain(id)
    const others = findings.filter(({ rule, severity }) => rule !== id && severity !== 'info')
    expect(others.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })

  test('has a good example without this finding, and under strict without an error or a warning', async () => {
    const { findings, summary } = await checkExample(page.good, { preset: 'strict' })
    expect(findings.filter(({ rule, severity }) => rule === id || severity !== 'info')).toEqual([])
    expect(summary.resources + summary.lineage).toBeGreaterThan(0)
  })

  test('describes every option in a whole sentence, with a default', () => {
    for (const { name, default: value, description } of optionsOf(rule)) {
      expect(name).toMatch(/^[a-z_]+$/)
      expect(description).toMatch(/^[A-Z].+\.$/)
      expect(value).not.toBeNull()
    }
  })

  test('says what, why and how to mend it, in whole sentences', () => {
    expect(summary).toMatch(/^(?![A-Z][a-z]).+[^.]$/)
    expect(summary).not.toContain('\n')
    expect(why).toMatch(/^[A-Z].+\.$/)
    expect(page.mend).toMatch(/^[A-Z].+[.)]$/)
    if (page.source !== undefined) expect(page.source).toMatch(/\.$/)
  })
})

test('docs/rules.md is what `pnpm run docs` writes', async () => {
  let document = ''
  for await (const text of rulesDocument()) document += text
  expect(readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')).toBe(document)
}, 30_000)

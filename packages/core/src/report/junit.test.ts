import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { anyFindings, findingOf, HOSTILE_NAMES, reportWith } from '../../test/any-findings.ts'
import type { Report } from '../check/finding.ts'
import { junitReport } from './junit.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

const report = await reportWith()
const text = (of: Report): string => [...junitReport(of)].join('')
const schema = readFileSync(new URL('../../test/schemas/junit.xsd', import.meta.url), 'utf8')
const faultsOf = async (...xmls: readonly string[]): Promise<readonly string[]> => {
  const xml = xmls.map((contents, i) => ({ fileName: `${i}.xml`, contents }))
  const { valid, errors } = await validateXML({ xml, schema })
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage)
}

test('junitReport(report) is valid, with a case for each finding, whatever the names', async () => {
  const xmls: string[] = []
  fc.assert(
    fc.property(anyFindings(), (findings) => {
      const xml = text(report(findings))
      xmls.push(xml)
      const cases = [...xml.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)]
      expect(cases).toHaveLength(Math.max(1, findings.length))
      expect(new Set(cases.map(([, classname, name]) => `${classname} ${name}`)).size).toBe(cases.length)
    }),
  )
  expect(await faultsOf(...xmls)).toEqual([]) // all at once: each call starts a thread
})

test('junitReport(report) fails for errors, and skips warnings and notes', async () => {
  const findings = [
    findingOf({ data: { count: 3 } }),
    findingOf({ rule: 'lineage/no-self', severity: 'warning', message: "'a' feeds itself", locations: [] }),
    findingOf({ fingerprint: 'fedcba9876543210', message: 'a <b> & "c" ]]> \u0000' }),
  ]
  const xml = text(report(findings))
  expect(await faultsOf(xml)).toEqual([])
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lineagraph" tests="3" failures="2" errors="0">
      <testsuite name="lineage/dangling-internal" tests="2" failures="2" errors="0" skipped="0">
        <testcase classname="lineagraph.lineage/dangling-internal" name="'dashboard.42' is used in lineage but never declared">
          <failure type="lineage/dangling-internal" message="'dashboard.42' is used in lineage but never declared">'dashboard.42' is used in lineage but never declared
    out/lineage.jsonl:17:63
    3 edges name it: out/lineage.jsonl:17, and 2 more
    help: did you mean 'dashboard.24'?</failure>
        </testcase>
        <testcase classname="lineagraph.lineage/dangling-internal" name="a &lt;b&gt; &amp; &quot;c&quot; ]]&gt; �">
          <failure type="lineage/dangling-internal" message="a &lt;b&gt; &amp; &quot;c&quot; ]]&gt; �">a &lt;b&gt; &amp; "c" ]]&gt; �
    out/lineage.jsonl:17:63
    help: did you mean 'dashboard.24'?</failure>
        </testcase>
      </testsuite>
      <testsuite name="lineage/no-self" tests="1" failures="0" errors="0" skipped="1">
        <testcase classname="lineagraph.lineage/no-self" name="'a' feeds itself">
          <skipped>warning: 'a' feeds itself
    help: did you mean 'dashboard.24'?</skipped>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `)
})

test('junitReport(report) without findings is one case that passes', async () => {
  const xml = text(report([]))
  expect(await faultsOf(xml)).toEqual([])
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="lineagraph" tests="1" failures="0" errors="0">
      <testsuite name="lineagraph" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="lineagraph" name="no findings in 1 resource, 0 edges"/>
      </testsuite>
    </testsuites>
    "
  `)
})

test('junitReport(report) tells cases of one message apart', () => {
  const twins = [findingOf(), findingOf({ fingerprint: 'fedcba9876543210' })]
  const names = [...text(report(twins)).matchAll(/<testcase[^>]* name="([^"]*)"/g)].map(([, name]) => name)
  const [{ message }] = twins as [ReturnType<typeof findingOf>]
  expect(names).toEqual([message, `${message} (fedcba9876543210)`])
})

test('the schema refuses what it should: it is no schema that takes everything', async () => {
  expect(await faultsOf(text(report([])).replace('<testcase', '<test'))).not.toEqual([])
  expect(await faultsOf('<testsuites name="x" tests="0" failures="0" errors="0"/>')).not.toEqual([])
  expect(await faultsOf(text(report([])).replace('no findings', '\u0001'))).not.toEqual([])
})

test('xmlText and xmlAttributes write what XML can hold, and U+FFFD for what it cannot', async () => {
  expect(xmlText(']]> <a> &amp; \u0001\ud800\ufffe')).toBe(']]&gt; &lt;a&gt; &amp;amp; \ufffd\ufffd\ufffd')
  expect(xmlAttributes({ a: '"\n\t', b: 1 })).toBe(' a="&quot;&#10;&#9;" b="1"')
  const xmls = HOSTILE_NAMES.map((name) => `<a${xmlAttributes({ name })}>${xmlText(name)}</a>`)
  const { errors } = await validateXML({ xml: xmls, schema: [] })
  expect(errors).toEqual([])
})

import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { anyFindings, findingOf, HOSTILE_NAMES, reportWith } from '../../test/any-findings.ts'
import type { Report } from '../check/finding.ts'
import { markdownReport } from './markdown.ts'
import { codeSpan, proseLine } from './markdown-text.ts'

const report = await reportWith()
const text = (of: Report): string => [...markdownReport(of)].join('')
const htmlOf = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
const decoded = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const visibleIn = (name: string): string =>
  name
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )

/** Only what we write ourselves, and outside of code nothing that GitHub would make a mention, a reference or a link of. */
function expectHarmless(html: string): void {
  const outside = html.replaceAll(/<code>[^<]*<\/code>/g, 'code')
  expect(outside.match(/<[^>]*>/g)?.filter((tag) => !OURS.test(tag)) ?? []).toEqual([])
  expect(outside.replaceAll(/<[^>]*>/g, '')).not.toMatch(
    /[@#\\`[\]{}*_~|]|:\/\/|www\.|GH-\d|\b[0-9a-f]{7,}\b/i,
  )
}
const OURS = /^<\/?(h3|h4|ul|li|p|strong|br|details|summary)( \/)?>$/

test('markdownReport(report) is a comment by rules, the gravest first, with places and help', () => {
  const findings = [
    findingOf({
      severity: 'warning',
      rule: 'lineage/no-self',
      message: "'a' feeds itself",
      help: 'drop the edge.',
    }),
    findingOf({
      data: { count: 3 },
      help: "did you mean 'dashboard.24'? Declare it with declare_resource, or correct the id.",
    }),
    findingOf({
      locations: [],
      message: "it's 12 of 1,200: '@octocat' (see #1)",
      fingerprint: 'fedcba9876543210',
    }),
  ]
  expect(text(report(findings))).toMatchInlineSnapshot(`
    "### lineagraph: 2 errors, 1 warning in 1 resource, 0 edges

    #### error \`lineage/dangling-internal\`

    - \`out/lineage.jsonl:17:63\`: \`dashboard.42\` is used in lineage but never declared\\
      3 edges name it: \`out/lineage.jsonl:17\`, and 2 more\\
      help: did you mean \`dashboard.24\`? Declare it with \`declare_resource\`, or correct the id.
    - the run: it's 12 of 1,200: \`@octocat\` (see \`#1)\`\\
      help: did you mean \`dashboard.24\`?

    #### warning \`lineage/no-self\`

    - \`out/lineage.jsonl:17:63\`: \`a\` feeds itself\\
      help: drop the edge.
    "
  `)
})

test('markdownReport(report) folds long lists', () => {
  const html = htmlOf(text(report(Array.from({ length: 30 }, () => findingOf()))))
  expect(html).toContain('<details><summary>25 more</summary>\n<ul>\n<li>')
  expect(html.match(/<li>/g)).toHaveLength(30)
  expectHarmless(html)
})

test('markdownReport(report) without findings says so', () => {
  expect(text(report([]))).toBe('### lineagraph: no findings in 1 resource, 0 edges\n')
})

test('markdownReport(report) holds every finding once and does nothing but be read, whatever the names', () => {
  fc.assert(
    fc.property(anyFindings(), (findings) => {
      const html = htmlOf(text(report(findings)))
      expect(html.match(/<li>/g) ?? []).toHaveLength(findings.length)
      expect(html.match(/<br \/>\nhelp:/g) ?? []).toHaveLength(findings.length)
      expectHarmless(html)
    }),
    { numRuns: 60 },
  )
})

test('markdownReport(report) fits a comment, shows something of every rule, and counts what it leaves out', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('lineage/no-self', 'lineage/no-cycle', 'input/empty'), fc.nat(3000)),
        {
          minLength: 200,
          maxLength: 1500,
        },
      ),
      (shapes) => {
        const findings = shapes.map(([rule, length]) =>
          findingOf({ rule, message: 'word '.repeat(length / 5) }),
        )
        const markdown = text(report(findings))
        expect(markdown.length).toBeLessThanOrEqual(65_536)
        const shown = markdown.match(/^- /gm)?.length ?? 0
        const left =
          /\*\*([\d,]+) more findings?\*\* did not fit/.exec(markdown)?.[1]?.replaceAll(',', '') ?? '0'
        expect(shown + Number(left)).toBe(findings.length)
        expect(markdown.match(/^#### /gm)).toHaveLength(new Set(shapes.map(([rule]) => rule)).size)
      },
    ),
    { numRuns: 20 },
  )
})

test('codeSpan(name) shows the name as it is, whatever it is', () => {
  const shows = (name: string): void => {
    const html = htmlOf(`- ${codeSpan(name)} x`)
    expect(decoded(/<code>([^<]*)<\/code> x/.exec(html)?.[1] ?? html)).toBe(visibleIn(name))
  }
  for (const name of HOSTILE_NAMES) if (name !== '') shows(name)
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'` a\\|<&') }), (name) => {
      shows(name)
    }),
  )
  expect(codeSpan('')).toBe('(empty)')
})

test.each([
  ["'a.b' is not 'c'", '`a.b` is not `c`'],
  ["it doesn't hold", "it doesn't hold"],
  ["'Bob's table' feeds 'L'été d'or'", "`Bob's table` feeds `L'été d'or`"],
  ['print json.dumps(…), or declare_resource.', 'print `json.dumps(…)`, or `declare_resource`.'],
  ["'a''b' '@c'd", "`a'b'` `'@c'd`"],
  ['2 of 1,200 (all)', '2 of 1,200 (all)'],
  ['deadbeef 1234567 GH-1', '`deadbeef` `1234567` `GH-1`'],
  ["''", "`''`"],
])('proseLine(%j) is %j', (message, line) => {
  expect(proseLine(message)).toBe(line)
})

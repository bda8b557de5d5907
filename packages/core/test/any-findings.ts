import fc from 'fast-check'
import { RULES, SEVERITIES, type Finding, type Location, type Report } from '../src/index.ts'
import { reportOf } from './run-of.ts'

/** Names that mean something to a format, or to whoever reads it. */
export const HOSTILE_NAMES = [
  ']]>',
  '%0A::error::x',
  '::error file=a::b',
  '##[error]x',
  '`',
  '``` a ```',
  "'",
  "it's",
  '</details>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&amp;&#64;',
  '@octocat',
  '#1',
  'GH-1',
  'octocat/hello#2',
  'https://example.com/?a=b',
  'www.example.com',
  'me@example.com',
  '[click](https://example.com)',
  '![x](https://example.com/x.png)',
  'a|b',
  '\\',
  '\u0000\u0008\u000b\u001b[31m',
  '\u202eabc',
  '\ud800',
  'a\udc00b',
  '\ufffe\uffff',
  'a\r\nb\n\n# c',
  '\t- [x] a',
  ' ',
  '',
  '😀',
  '__proto__',
  '{0}',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
]

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units))
export const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  codeUnits,
  fc
    .integer({ min: 100, max: 300 })
    .chain((length) => fc.string({ unit: 'binary', minLength: length, maxLength: length })),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
)
/** Prose with names in it, in quotes, bare, and touching each other. */
const anyText = fc
  .array(
    fc.oneof(
      anyName,
      anyName.map((name) => `'${name}'`),
      fc.constantFrom(' ', ' ', ' is not ', ', '),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const anyFile = fc.oneof(
  fc.constantFrom(
    'out/lineage.jsonl',
    '/work/a b/run.jsonl',
    'C:/x/run.jsonl',
    '<stdin>',
    '../a#b?c%20:d.jsonl',
  ),
  anyName.map((name) => `out/${name}`),
)
const fromOne = fc.integer({ min: 1, max: 1_000_000 })
const anyLocation: fc.Arbitrary<Location> = fc
  .record(
    { file: anyFile, line: fromOne, column: fromOne, width: fc.nat(30), label: anyText },
    { requiredKeys: ['file', 'line', 'column', 'width'] },
  )
  .map(({ width, ...location }) => ({ ...location, endColumn: location.column + width }))

const anyFinding: fc.Arbitrary<Omit<Finding, 'severity'>> = fc
  .record({
    rule: fc.constantFrom(...RULES.map(({ id }) => id)),
    message: anyText,
    help: anyText,
    subject: fc.oneof(
      anyName.map((id) => ({ kind: 'resource' as const, id })),
      anyFile.map((file) => ({ kind: 'file' as const, file })),
      fc.constant({ kind: 'graph' as const }),
    ),
    locations: fc.array(anyLocation, { maxLength: 4 }),
    more: fc.nat(100),
    fingerprint: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 }),
  })
  .map(({ more, ...finding }) => ({ ...finding, data: { count: finding.locations.length + more } }))

/** Any findings. Those of one rule are equally grave, and no two are the same mistake. */
export const anyFindings = (constraints: fc.ArrayConstraints = {}): fc.Arbitrary<readonly Finding[]> =>
  fc
    .tuple(
      fc.uniqueArray(anyFinding, { selector: ({ fingerprint }) => fingerprint, ...constraints }),
      fc.array(fc.constantFrom(...SEVERITIES), { minLength: RULES.length, maxLength: RULES.length }),
    )
    .map(([findings, severities]) =>
      findings.map((finding) => ({
        ...finding,
        severity: severities[RULES.findIndex(({ id }) => id === finding.rule)]!,
      })),
    )

/** Makes a report of findings, about a small run. */
export async function reportWith(): Promise<(findings: readonly Finding[]) => Report> {
  const report = await reportOf({ 'out/resources.jsonl': [{ entity_type: 'table', databuilder_id: 'a' }] })
  return (findings) => {
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
    const summary = {
      ...report.summary,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      ok: count('error') === 0,
    }
    return { ...report, ok: summary.ok, summary, findings }
  }
}

/** A finding to begin with, for small cases. */
export const findingOf = (more: Partial<Finding> = {}): Finding => ({
  rule: 'lineage/dangling-internal',
  severity: 'error',
  message: "'dashboard.42' is used in lineage but never declared",
  help: "did you mean 'dashboard.24'?",
  subject: { kind: 'resource', id: 'dashboard.42' },
  locations: [
    { file: 'out/lineage.jsonl', line: 17, column: 63, endColumn: 77, label: 'not declared by this run' },
  ],
  fingerprint: '0123456789abcdef',
  data: { count: 1 },
  ...more,
})

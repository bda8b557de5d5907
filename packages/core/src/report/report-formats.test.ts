import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFindings, findingOf, reportWith } from '../../test/any-findings.ts'
import { TOOL } from '../model/tool.ts'
import { FORMATS_WITH_STATS, REPORT_FORMATS, formatReport } from './report-formats.ts'

const report = await reportWith()

test.each(REPORT_FORMATS)(
  'formatReport(report, %j) gives the same bytes for the same report, line end last',
  (format) => {
    fc.assert(
      fc.property(anyFindings(), (findings) => {
        const once = [...formatReport(report(findings), format)].join('')
        expect([...formatReport(report(structuredClone(findings)), format)].join('')).toBe(once)
        if (format !== 'concise' || findings.length > 0) expect(once.endsWith('\n')).toBe(true)
      }),
      { numRuns: 30 },
    )
  },
)

test.each(REPORT_FORMATS.filter((format) => format !== 'markdown' && format !== 'github'))(
  'formatReport(report, %j) comes in pieces that do not grow with the findings',
  (format) => {
    const longest = (count: number): number =>
      [...formatReport(report(Array.from({ length: count }, () => findingOf())), format)].reduce(
        (most, piece) => Math.max(most, piece.length),
        0,
      )
    expect(longest(4000) - longest(2000)).toBeLessThan(100)
  },
)

test('formatReport(report, format, { stats }) shows figures in the formats that say they can', () => {
  for (const format of REPORT_FORMATS) {
    const text = [...formatReport(report([]), format, { stats: true })].join('')
    expect(/longest.path/.test(text)).toBe(FORMATS_WITH_STATS.includes(format))
  }
})

test("formatReport(report, 'ndjson') is a line for each finding, as it is, and the summary last", () => {
  fc.assert(
    fc.property(anyFindings(), (findings) => {
      const lines = [...formatReport(report(findings), 'ndjson')].join('').split('\n')
      expect(lines.pop()).toBe('')
      const { summary, ...rest } = JSON.parse(lines.pop()!)
      expect(rest).toEqual({ type: 'summary', version: 1, tool: TOOL })
      expect(summary).toEqual(report(findings).summary)
      expect(lines.map((line) => JSON.parse(line))).toEqual(
        findings.map((finding) => ({ type: 'finding', ...finding })),
      )
    }),
  )
})

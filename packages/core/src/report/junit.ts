import type { Finding, Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { byRule, type RuleFindings } from './by-rule.ts'
import { fingerprintIn } from './fingerprint-in.ts'
import { placesText, whereText } from './place-text.ts'
import { reportLine } from './summary-line.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

/**
 * The report as JUnit XML, piece by piece, for what shows results of tests: a suite a rule, a case a finding. An error is a failure.
 * Warnings and notes are skipped cases: Jenkins and GitLab show those with their text, and fail nothing for them. GitLab names a case by
 * its classname and name and compares branches by that, so there is no line in them; Jenkins takes the classname up to its dot as a
 * package. Without findings there is one case that passes. No time and no host: the same run gives the same bytes.
 * @example
 * ```ts
 * for (const piece of junitReport(report)) process.stdout.write(piece)
 * ```
 */
export function* junitReport(report: Verdict): Generator<string> {
  const findings = findingsOf(report)
  const failures = findings.counts().error
  const tests = Math.max(1, findings.length)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`
  yield `<testsuites${xmlAttributes({ name: TOOL.name, tests, failures, errors: 0 })}>\n`
  for (const group of byRule(findings)) yield* suiteOf(group)
  if (findings.length === 0) {
    const counts = { name: TOOL.name, tests: 1, failures: 0, errors: 0, skipped: 0 }
    const passed = { classname: TOOL.name, name: reportLine(report) }
    yield `  <testsuite${xmlAttributes(counts)}>\n    <testcase${xmlAttributes(passed)}/>\n  </testsuite>\n`
  }
  yield '</testsuites>\n'
}

function* suiteOf({ rule, findings }: RuleFindings): Generator<string> {
  const failures = findings.counts().error
  const counts = { tests: findings.length, failures, errors: 0, skipped: findings.length - failures }
  yield `  <testsuite${xmlAttributes({ name: rule, ...counts })}>\n`
  const names = new Set<string>()
  for (const finding of findings) {
    const { message } = finding
    const name = names.has(message) ? `${message} (${fingerprintIn(finding)})` : message
    names.add(message)
    yield `    <testcase${xmlAttributes({ classname: `${TOOL.name}.${rule}`, name })}>\n`
    yield `      ${outcomeOf(finding)}\n    </testcase>\n`
  }
  yield '  </testsuite>\n'
}

function outcomeOf(finding: Finding): string {
  const { rule, severity, message } = finding
  const text = xmlText(textOf(finding))
  return isError(finding)
    ? `<failure${xmlAttributes({ type: rule, message })}>${text}</failure>`
    : `<skipped>${severity}: ${text}</skipped>`
}

const textOf = (finding: Finding): string =>
  [finding.message, whereText(finding), placesText(finding), `help: ${finding.help}`]
    .filter((line) => line !== undefined)
    .join('\n')

const isError = ({ severity }: Finding): boolean => severity === 'error'

import type { Finding, Verdict, Severity } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { fileOfFinding } from './file-of-finding.ts'
import { fingerprintIn } from './fingerprint-in.ts'
import { jsonList } from './json-list.ts'
import { wellFormed } from './well-formed.ts'

/** What the report for GitLab takes. */
export interface GitlabOptions {
  /** What relative paths are relative to, with `/` between folders. A file below it that has an absolute path is shown by its relative one. */
  readonly folder?: string
}

/** An error is something that Secoda loses or shows wrong; `blocker` is for none of ours. */
const SEVERITY = { error: 'critical', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>

/**
 * The report as GitLab's Code Quality, which merge requests show, piece by piece, one finding a line. GitLab takes nothing without a path
 * and a line: a finding that has none stands at the head of its file. Source: https://docs.gitlab.com/ci/testing/code_quality/
 * @example
 * ```ts
 * for (const piece of gitlabReport(report)) process.stdout.write(piece)
 * ```
 */
export function* gitlabReport(report: Verdict, options: GitlabOptions = {}): Generator<string> {
  yield* jsonList(issuesOf(report, options))
  yield '\n'
}

function* issuesOf(report: Verdict, options: GitlabOptions): Generator<unknown> {
  for (const finding of findingsOf(report)) yield issueOf(finding, report, options)
}

function issueOf(finding: Finding, report: Verdict, { folder }: GitlabOptions) {
  const { rule, severity, message, help, locations } = finding
  const file = fileOfFinding(finding, report) ?? '.'
  return {
    description: wellFormed(`${message}; ${help}`),
    check_name: rule,
    fingerprint: fingerprintIn(finding),
    severity: SEVERITY[severity],
    location: { path: wellFormed(relativeTo(folder, file)), lines: { begin: locations[0]?.line ?? 1 } },
  }
}

function relativeTo(folder: string | undefined, file: string): string {
  if (folder === undefined) return file
  const head = folder.endsWith('/') ? folder : `${folder}/`
  return file.startsWith(head) && file.length > head.length ? file.slice(head.length) : file
}

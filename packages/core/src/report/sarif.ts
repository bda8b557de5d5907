import type { Finding, Location, Verdict, Severity } from '../check/finding.ts'
import { RULES } from '../check/registry.ts'
import type { Rule } from '../check/rule.ts'
import { baselinedOf, findingsOf } from '../check/verdict-lists.ts'
import { TOOL } from '../model/tool.ts'
import { fileOfFinding, streamOf } from './file-of-finding.ts'
import { fileUri, isAbsoluteUri } from './file-uri.ts'
import { fingerprintIn } from './fingerprint-in.ts'
import { jsonList } from './json-list.ts'
import { pageMarkdown } from './page-markdown.ts'
import { wellFormed } from './well-formed.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const HOME = `https://www.npmjs.com/package/${TOOL.name}`
/** What relative places are relative to. Code scanning puts the root of the repository there. */
const ROOT = '%SRCROOT%'
const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>
const INDEX_OF = new Map(RULES.map(({ id }, index) => [id, index]))

/**
 * The report as SARIF 2.1.0, for code scanning and editors, piece by piece, one result a line. What a baseline hides stands in it as
 * suppressed. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @example
 * ```ts
 * for (const piece of sarifReport(report)) process.stdout.write(piece)
 * ```
 */
export function* sarifReport(report: Verdict): Generator<string> {
  const driver = { ...TOOL, informationUri: HOME, rules: RULES.map(descriptorOf) }
  const roots = { [ROOT]: { description: { text: 'the folder that lineagraph was run in' } } }
  yield `{\n"$schema": ${JSON.stringify(SCHEMA)},\n"version": "2.1.0",\n"runs": [{\n`
  yield `"tool": ${JSON.stringify({ driver })},\n`
  yield `"columnKind": "utf16CodeUnits",\n"originalUriBaseIds": ${JSON.stringify(roots)},\n"results": `
  yield* jsonList(resultsOf(report))
  yield '\n}]\n}\n'
}

/** The severity by default is the recommended one. */
function descriptorOf(rule: Rule) {
  const {
    id,
    summary,
    why,
    page,
    severity: { minimal, recommended, strict },
  } = rule
  const severity = [recommended, strict, minimal].find((severity) => severity !== 'off') ?? 'off'
  return {
    id,
    shortDescription: { text: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n${page.mend}`, markdown: [...pageMarkdown(rule)].join('') },
    helpUri: `${HOME}#what-it-checks`,
    defaultConfiguration: {
      ...(recommended === 'off' && { enabled: false }),
      ...(severity !== 'off' && { level: LEVEL[severity] }),
    },
  }
}

function* resultsOf(report: Verdict): Generator<unknown> {
  const baselined = baselinedOf(report)
  const fresh = baselined && { baselineState: 'new' }
  const known = { baselineState: 'unchanged', suppressions: [{ kind: 'external' }] }
  for (const finding of findingsOf(report)) yield { ...resultOf(finding, report), ...fresh }
  for (const finding of baselined ?? []) yield { ...resultOf(finding, report), ...known }
}

function resultOf(finding: Finding, report: Verdict) {
  const { rule, severity, message, help, locations } = finding
  const fingerprint = fingerprintIn(finding)
  const related = locations.slice(1).map(locationOf)
  return {
    ruleId: rule,
    ruleIndex: INDEX_OF.get(rule) ?? -1,
    level: LEVEL[severity],
    message: { text: plainText(`${message}\n${help}`) },
    locations: [
      ...locations.slice(0, 1).map(locationOf),
      ...(locations[0] ? [] : fileAlone(finding, report)),
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    // The first is ours. Code scanning looks at the second alone, and by the hash of the line that it would put there itself, two
    // mistakes of a rule on one line would be one alert.
    partialFingerprints: { 'lineagraph/v1': fingerprint, primaryLocationLineHash: fingerprint },
  }
}

const locationOf = ({ file, line, column, endColumn, label }: Location) => ({
  physicalLocation: {
    artifactLocation: artifactOf(file),
    region: { startLine: line, startColumn: column, endColumn },
  },
  ...(label !== undefined && { message: { text: plainText(label) } }),
})

/** Code scanning refuses a whole log for one result without a place. */
function fileAlone(finding: Finding, report: Verdict) {
  const file = fileOfFinding(finding, report)
  return file === undefined ? [] : [{ physicalLocation: { artifactLocation: artifactOf(file) } }]
}

function artifactOf(file: string) {
  const uri = fileUri(file)
  const stream = streamOf(file)
  if (stream !== undefined) return { uri, description: { text: stream } }
  return isAbsoluteUri(uri) ? { uri } : { uri, uriBaseId: ROOT }
}

/** In a message of SARIF `[text](address)` is a link, and names come from strangers. */
const plainText = (text: string): string => wellFormed(text).replaceAll('](', '] (')

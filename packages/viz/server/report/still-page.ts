import { findingsOf, grouped, type Finding, type Location, type Verdict } from '@lineagraph/core'
import { SEVERITY_SHAPES, type SeverityName } from '../../src/tokens/severity-shapes.ts'
import { byGravity } from '../../src/worker/answers/by-gravity.ts'
import { frameOf } from '../../src/worker/answers/findings.ts'
import { escapeHtml } from './escape-html.ts'

/** How many findings are shown without scripts: as many as one reads. */
export const MOST = 200

const NAMES = { error: 'error', warning: 'warning', info: 'note' } as const

/** What a report shows without scripts: figures, files, and findings with their lines, the gravest first, all as text. */
export function* stillPage(title: string, verdict: Verdict): Generator<string> {
  const { summary, runs } = verdict
  const { resources, lineage, nodes, edges, errors, warnings, infos, baselined } = summary
  yield `<main class="still">
<header><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path class="way" d="M5 5.5C11 5.5 9 14.5 15 14.5M5 14.5h10"/><circle class="ink" cx="4" cy="5.5" r="2.6"/><circle class="ink" cx="4" cy="14.5" r="2.6"/><circle class="accent" cx="16" cy="14.5" r="2.6"/></svg>lineagraph</header>
<h1><bdi>${escapeHtml(title)}</bdi></h1>
<p class="why">This is what was checked and found. The picture needs scripts, and a browser of 2023 or later: with them it stands here.</p>
<dl class="counts">
${figure('errors', errors, 'error')}${figure('warnings', warnings, 'warning')}${figure('notes', infos, 'info')}${baselined > 0 ? figure('in the baseline', baselined) : ''}${figure('resources', resources)}${figure('lineage', lineage)}${figure('things', nodes)}${figure('edges', edges)}</dl>
<h2>Findings</h2>
`
  yield* findingList(verdict)
  yield `<h2>Files</h2>
<table><thead><tr><th scope="col">File</th><th scope="col" class="figure">Lines</th><th scope="col" class="figure">Declarations</th></tr></thead><tbody>
`
  for (const { name, role, lineCount, declarationCount, namedCount } of runs.flatMap(({ files }) => files))
    yield `<tr><td><bdi>${escapeHtml(name)}</bdi>${role === 'catalog' ? ' (catalog)' : ''}</td><td class="figure">${grouped(lineCount)}</td><td class="figure">${grouped(role === 'catalog' ? namedCount : declarationCount)}</td></tr>\n`
  yield '</tbody></table>\n</main>\n'
}

const figure = (name: string, count: number, severity?: SeverityName): string =>
  `<div><dt>${severity && count > 0 ? icon(severity) : ''}${name}</dt><dd>${grouped(count)}</dd></div>\n`

const icon = (severity: SeverityName): string =>
  `<svg class="severity severity-${severity}" width="14" height="14" viewBox="0 0 14 14" role="img" aria-label="${NAMES[severity]}"><path class="ground" d="${SEVERITY_SHAPES[severity].ground}"/><path class="sign" d="${SEVERITY_SHAPES[severity].sign}"/></svg>`

function* findingList(verdict: Verdict): Generator<string> {
  const findings = findingsOf(verdict)
  if (findings.length === 0) {
    yield '<p>Nothing was found.</p>\n'
    return
  }
  const gravest = byGravity(findings)
  yield '<ol>\n'
  for (let i = 0; i < Math.min(MOST, gravest.length); i++) yield itemOf(gravest.at(i), verdict.lineAt)
  yield '</ol>\n'
  const more = findings.length - MOST
  if (more > 0)
    yield `<p class="more"><b>${grouped(more)}</b> more of ${grouped(findings.length)} findings are not shown here: the page shows them with scripts, and <code>lineagraph check</code> prints them.</p>\n`
}

function itemOf(
  { severity, rule, message, help, locations, data }: Finding,
  lineAt: Verdict['lineAt'],
): string {
  const [place] = locations
  const more = data.count > 1 ? `, and ${grouped(data.count - 1)} more` : ''
  const where = place ? ` · <bdi>${escapeHtml(place.file)}</bdi>:${place.line}:${place.column}${more}` : ''
  return `<li>${icon(severity)}<p class="message">${escapeHtml(message)}</p><p class="where"><code>${escapeHtml(rule)}</code>${where}</p>${place ? frame(place, lineAt(place)) : ''}<p class="help">${escapeHtml(help)}</p></li>\n`
}

/** The line that a finding begins on, with the place marked in it; none where the file has changed since it was read. */
function frame(place: Location, line: string | undefined): string {
  if (!line) return ''
  const { before, marked, after } = frameOf(place, line)
  return `<pre><bdi>${escapeHtml(before)}<mark>${escapeHtml(marked)}</mark>${escapeHtml(after)}</bdi></pre>`
}

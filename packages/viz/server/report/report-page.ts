import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLineageFile, visible, type Verdict } from '@lineagraph/core'
import type { PlannedCheck, PlannedFile } from '@lineagraph/core/node'
import type { ReportListing, RunListing } from '../../src/source/run-listing.ts'
import { escapeHtml } from './escape-html.ts'
import { gzipped, packRun } from './pack-run.ts'
import { stillPage } from './still-page.ts'

/** A checked run, and what its report needs beside. */
export interface ReportedRun {
  /** What to call it. */
  readonly title: string
  readonly verdict: Verdict
  /** What was checked, from which the page finds the same. */
  readonly planned: Pick<PlannedCheck, 'files' | 'plan'>
  /** What it is compared with. */
  readonly base?: { readonly name: string; readonly planned: Pick<PlannedCheck, 'files' | 'plan'> }
}

/** Bytes of a part that go into one script element: a multiple of 3, so that base64 has no gap, and no text grows long. */
const PIECE = 3 << 20

/**
 * A run as one HTML file that needs nothing else: what was found as plain HTML, and the app of the page with the files of the run, all
 * compressed, for browsers that run its scripts. The policy of the page lets run the two scripts whose hashes it names, and a worker
 * that is made of the second one, which takes `blob:`: a file on disk has no address of its own that it could be loaded from. It lets
 * ask for nothing.
 * @param bundle the folder of the built scripts and styles.
 * @returns the file, piece by piece. Rejects with PathError where a file of the run has changed since it was planned.
 */
export async function reportPage(
  bundle: string,
  { title, verdict, planned, base }: ReportedRun,
): Promise<Iterable<string>> {
  const [loader, code, css] = await Promise.all(
    ['load-report.js', 'report.js', 'report.css'].map((name) => readFile(join(bundle, name), 'utf8')),
  )
  const files = declaredFirst(planned)
  const baseFiles = base && declaredFirst(base.planned)
  const run = await packRun([...files, ...(baseFiles ?? [])].map(({ source }) => source))
  const listing: ReportListing = {
    sections: run.length,
    ...listed(visible(title), files, planned),
    ...(base && { base: listed(visible(base.name), baseFiles!, base.planned) }),
  }
  const parts = {
    code: [await packText(code!)],
    listing: [await packText(JSON.stringify(listing))],
    run,
  }
  return pieces()

  function* pieces(): Generator<string> {
    const styles = withSystemTheme(css!)
    const policy = `default-src 'none'; script-src ${hashOf(loader!)} ${hashOf(code!)}; style-src ${hashOf(styles)}; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} · lineagraph</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
<script>${loader}</script>
</head>
<body>
`
    yield* stillPage(title, verdict)
    for (const [name, all] of Object.entries(parts))
      for (const [index, part] of all.entries()) yield* partElements(name, index, part)
    yield '</body>\n</html>\n'
  }
}

const packText = (text: string): Promise<Buffer> => gzipped(Buffer.from(text))

/** Resources before the lineage that names them: of what is said again and again the whole is packed where it is said first. */
const declaredFirst = ({ files, plan }: ReportedRun['planned']): PlannedFile[] => {
  const isLineage = ({ source: { name } }: PlannedFile): boolean =>
    name === plan.lineage || isLineageFile(name)
  return [...files.filter((file) => !isLineage(file)), ...files.filter(isLineage)]
}

const listed = (
  name: string,
  files: readonly PlannedFile[],
  { plan }: ReportedRun['planned'],
): Omit<RunListing, 'version'> => ({
  name,
  files: files.map(({ role, source: { name, printed = false } }) => ({ name, role, printed })),
  plan,
})

/** No browser runs what is of this type, and base64 has no sign that could end the element. */
function* partElements(name: string, index: number, part: Buffer): Generator<string> {
  for (let at = 0; at < part.length; at += PIECE)
    yield `<script type="application/gzip" data-part="${name}" data-index="${index}">${part.toString('base64', at, at + PIECE)}</script>\n`
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Without scripts nobody sets the theme: then that of the system holds. */
function withSystemTheme(css: string): string {
  const [, dark] = /:root\.dark\s*\{([^}]*)\}/.exec(css) ?? []
  if (dark === undefined) throw new Error('the styles of the page have no dark theme')
  return `${css}@media (prefers-color-scheme:dark){:root:not(.with-scripts){${dark}}}`
}

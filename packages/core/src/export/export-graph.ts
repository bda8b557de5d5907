import type { Report } from '../check/finding.ts'
import { csv } from './csv.ts'
import { dot } from './dot.ts'
import { ExportError } from './export-error.ts'
import type { ExportForm, ExportSetting } from './export-form.ts'
import { Extract, type ExtractWish } from './extract.ts'
import { gexf } from './gexf.ts'
import { graphframes } from './graphframes.ts'
import { graphml } from './graphml.ts'
import { graphology } from './graphology.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { mermaid } from './mermaid.ts'
import { neo4j } from './neo4j.ts'
import { openlineage } from './openlineage.ts'

const FORMATS = {
  json,
  graphology,
  graphml,
  gexf,
  dot,
  mermaid,
  csv,
  jsonl,
  openlineage,
  neo4j,
  graphframes,
} satisfies { readonly [format: string]: ExportForm }

/** The forms in which a checked graph can be written. */
export type ExportFormat = keyof typeof FORMATS
/** All forms in which a graph can be written. */
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[]

/**
 * The names of the files of a form: one, or several that belong together in a folder.
 * @example
 * ```ts
 * exportFiles('neo4j') // the names of its files
 * ```
 */
export const exportFiles = (format: ExportFormat): readonly string[] => Object.keys(FORMATS[format].files)

/** What is exported, and how. */
export interface ExportOptions extends ExtractWish, Partial<ExportSetting> {
  readonly format: ExportFormat
}

/** A file of an export, and its text, piece by piece: it can be read once. */
export interface ExportedFile {
  readonly name: string
  readonly text: Iterable<string>
}

/**
 * Writes a checked graph for other tools: `for (const piece of exportGraph(report, { format: 'graphml' })[0].text) …`
 * @param options `selection`: the nodes to take, and the edges between them; all where it is not given.
 * `eventTime`: of OpenLineage's events: now where it is not given. All else is the same whenever it is written.
 * `namespace`: OpenLineage's, of tables that name no cluster: `default` where it is not given.
 * @returns the files of the form. Throws ExportError for what the form cannot hold, and, while text is read, ChangedFileError where
 * declarations are written and a file of the run is no longer what it was.
 * @example
 * ```ts
 * for (const { text } of exportGraph(report, { format: 'graphml' }))
 *   for (const piece of text) process.stdout.write(piece)
 * ```
 */
export function exportGraph(
  report: Report,
  { format, eventTime = new Date(), namespace = 'default', ...wish }: ExportOptions,
): readonly ExportedFile[] {
  const form: ExportForm = FORMATS[format]
  if (wish.level === 'table' && !form.rollsUp)
    throw new ExportError(
      `${format} writes what was declared, and knows no level`,
      `leave out the level, or write one of ${EXPORT_FORMATS.filter((name) => FORMATS[name].rollsUp).join(', ')}`,
    )
  const extract = new Extract(report, wish)
  return Object.entries(form.files).map(([name, write]) => ({
    name,
    text: write(extract, { eventTime, namespace }),
  }))
}

import type { Report } from '../check/finding.ts'
import { exportGraphology } from './graphology.ts'
import { exportJson } from './json.ts'

const FORMATS = { json: exportJson, graphology: exportGraphology } as const

/** The forms in which a checked graph can be written. */
export type ExportFormat = keyof typeof FORMATS
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[]

/** Writes a checked graph in a format, piece by piece. The same graph gives the same bytes. */
export const exportGraph = (report: Report, format: ExportFormat): Iterable<string> => FORMATS[format](report)

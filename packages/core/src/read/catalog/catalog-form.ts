import { isJsonObject, kindOfDeclaration } from '../../model/declaration.ts'

/** How a catalog is written: one JSON object a line, one JSON document, or rows of CSV. */
export type CatalogForm = 'lines' | 'document' | 'csv'

/** The first fields of dbt's documents, and of what tools that sort fields make of them. */
const DOCUMENT_FIELDS: ReadonlySet<string> = new Set([
  'metadata',
  'nodes',
  'sources',
  'macros',
  'docs',
  'disabled',
  'errors',
  'exposures',
  'metrics',
  'groups',
  'group_map',
  'child_map',
  'parent_map',
  'functions',
  'results',
  'saved_queries',
  'selectors',
  'semantic_models',
  'unit_tests',
])

/** A field at the head of a line that opens an object. */
const FIRST_FIELD = /^\{[ \t]*"((?:[^"\\]|\\.)*)"/

/**
 * Tells the form of a catalog by its beginning, not by its name. What a program printed may have other text before the first line of
 * JSON, a document may be one long line, and each may be broken: so a good line outweighs what the first one looks like.
 * @param head the first bytes as text, perhaps cut inside a line.
 * @param whole whether they are all.
 */
export function catalogForm(head: string, whole: boolean): CatalogForm {
  const lines = head.replace(/^\ufeff/, '').split('\n')
  const complete = whole ? lines : lines.slice(0, -1)
  if (complete.some(isEntry)) return 'lines'
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? ''
  if (first.startsWith('[')) return 'document'
  if (!first.startsWith('{')) return 'csv'
  if (first.startsWith('{}')) return 'lines'
  const field = FIRST_FIELD.exec(first)?.[1]
  return field === undefined && /^\{\s*$/.test(first)
    ? 'document'
    : DOCUMENT_FIELDS.has(field ?? '')
      ? 'document'
      : 'lines'
}

/** Whether a line by itself names a table, or declares something. */
function isEntry(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    const json: unknown = JSON.parse(line)
    return isJsonObject(json) && (Object.hasOwn(json, 'table') || kindOfDeclaration(json) !== undefined)
  } catch {
    return false
  }
}

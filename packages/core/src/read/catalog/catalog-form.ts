import { isEntry } from './read-entry.ts'

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

/** So begins a list of what else would be lines. */
const LIST_OF_OBJECTS = /^\[\s*[{\]]/
/** So begins a document with a field on each line. */
const LONE_BRACE = /^\{[ \t]*\r?\n/
/** The field on the line that opens an object. */
const FIRST_FIELD = /^\{[ \t]*"((?:[^"\\]|\\.)*)"/

/**
 * Tells the form of a catalog by its beginning, not by its name. What a program printed may have other text before the first line of
 * JSON, a document may be one long line, and each may be broken: so a good line outweighs what the first one looks like.
 * @param head the first bytes as text, perhaps cut inside a line.
 * @param whole whether they are all.
 */
export function catalogForm(head: string, whole: boolean): CatalogForm {
  const text = head.replace(/^\ufeff/, '').trimStart()
  if (LIST_OF_OBJECTS.test(text)) return 'document'
  const lines = text.split('\n')
  const complete = whole ? lines : lines.slice(0, -1)
  if (complete.some(isEntryLine)) return 'lines'
  if (text.startsWith('[') || LONE_BRACE.test(text)) return 'document'
  if (!text.startsWith('{')) return 'csv'
  return DOCUMENT_FIELDS.has(FIRST_FIELD.exec(text)?.[1] ?? '') ? 'document' : 'lines'
}

/** Whether a line by itself names a table, or declares something. */
function isEntryLine(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    return isEntry(JSON.parse(line))
  } catch {
    return false
  }
}

import type { FromEntry } from './frame.ts'
import type { Reader } from './reader.ts'
import { lastPart, type TableName } from './table-name.ts'
import type { TableRead } from './table-reads.ts'
import { keyOf } from './visible-names.ts'

/** An entry of FROM that is no table: a subquery, a function, a file. */
export const noTable = (): FromEntry => ({ name: undefined, read: undefined, alias: undefined })

/** Takes the name that comes next as a table that is read. */
export function readNameAsTable(reader: Reader): FromEntry {
  const first = reader.at
  const name = reader.takeName()
  if (!name) return noTable()
  return readTable(reader, name, reader.at === first + 1 && saysItself(reader, first))
}

/** Does a template say what it is: by a `ref`, or as dbt's `this`, which is what the query makes? */
const saysItself = ({ templatesRead, tokens }: Reader, token: number): boolean =>
  templatesRead.has(token) || SELF.test(tokens.written(token))
const SELF = /^\{\{-?\s*this\s*(?:\.\s*render\(\)\s*)?-?\}\}$/

/**
 * A name stands where a table is read. Says so where that leaves the answer incomplete.
 * @param isKnown whatever makes the name, it is accounted for.
 */
export function readTable(reader: Reader, name: TableName, isKnown = false): FromEntry {
  const last = lastPart(name)
  let read: TableRead | undefined
  if (last.text === undefined) {
    if (!isKnown) reader.warn('the name of this table comes from a template or a parameter', name.start)
  } else if (last.text === '') {
    reader.warn('this name breaks off', name.start)
  } else if (!isNoTable(reader, name)) {
    if (name.parts.some(({ text }) => text === undefined))
      reader.warn('the schema or database of this table comes from a template or a parameter', name.start)
    read = reader.read(name)
  }
  return { name, read, alias: undefined }
}

function isNoTable(reader: Reader, name: TableName): boolean {
  const { temporaries } = reader.findings
  if (reader.isMadeHere(name)) return true
  if (temporaries.isTemporary(name)) {
    reader.warn('this temporary table is not made in this text', name.start)
    return true
  }
  return isDual(name) || isFile(reader, name) || isArrayPath(reader, name)
}

/** Oracle's table of one row, which others know, too. */
function isDual({ parts }: TableName): boolean {
  const last = parts.at(-1)
  if (!last || last.quoted || last.text?.length !== 4 || last.text.toLowerCase() !== 'dual') return false
  return parts.length === 1 || (parts.length === 2 && parts[0]?.text?.toLowerCase() === 'sys')
}

const FORMATS = new Set(
  'parquet delta csv json orc avro text binaryfile iceberg hudi xml image libsvm'.split(' '),
)
const FILE_NAME = /\.(?:parquet|csv|tsv|txt|json|jsonl|ndjson|xlsx|arrow|avro|orc|gz|zst)$/i

/** Spark's `` parquet.`/path` `` and DuckDB's "file.csv". */
function isFile({ dialect }: Reader, name: TableName): boolean {
  const { text = '', quoted } = lastPart(name)
  if (!quoted) return false
  const [first] = name.parts
  if (name.parts.length === 2)
    return (/[/\\*]/.test(text) || FILE_NAME.test(text)) && FORMATS.has(first?.text?.toLowerCase() ?? '')
  return dialect.quotedFiles && name.parts.length === 1 && FILE_NAME.test(text)
}

function isArrayPath({ dialect, paths }: Reader, { parts: [first, second] }: TableName): boolean {
  return first !== undefined && second !== undefined && paths.beginsPath(keyOf(first, dialect))
}

import { isObject } from './read-page.ts'

/** A table of the workspace as a line of a catalog. */
export interface TableLine {
  /** Undefined where it has no name to be called by. */
  readonly line: string | undefined
  /** A schema or a database is there, but is no text, and was left out. */
  readonly isPartial: boolean
}

/**
 * What a catalog says of a table: of what Secoda gives, `title` is the name, `schema` and `database` are where it lies. Nothing else is
 * published of it, so nothing else is guessed.
 */
export function tableLine(result: unknown): TableLine {
  const { title, database, schema } = isObject(result) ? result : {}
  if (typeof title !== 'string' || title === '') return { line: undefined, isPartial: false }
  const parts = { ...textAs('database', database), ...textAs('schema', schema), table: title }
  return { line: JSON.stringify(parts), isPartial: [database, schema].some(isNoText) }
}

const textAs = (name: string, value: unknown) =>
  typeof value === 'string' && value !== '' ? { [name]: value } : {}

const isNoText = (value: unknown): boolean => value != null && typeof value !== 'string'

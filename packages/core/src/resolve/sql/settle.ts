import type { Dialect } from './dialects.ts'
import type { FromEntry } from './frame.ts'
import type { Reader } from './reader.ts'
import { lastPart, type TableName } from './table-name.ts'
import { keyOf } from './visible-names.ts'

/** The entry of FROM that was read has come to its end: its alias can be seen from here on. */
export function settleEntry(reader: Reader): void {
  const { frame, dialect, paths } = reader
  const { entry } = frame
  if (!entry) return
  frame.entry = undefined
  frame.written?.entries.push(entry)
  if (dialect.arrayPaths === 'never') return
  const implied =
    entry.name && dialect.arrayPaths === 'alias or name' ? keyOf(lastPart(entry.name), dialect) : undefined
  const alias = entry.alias ?? implied
  if (alias !== undefined) paths.show(alias, frame.waitingFrom, frame.waitingTo)
}

/** Drops the reads of the entries that are what UPDATE or DELETE writes to. */
export function settleWritten(reader: Reader): void {
  const { frame, dialect } = reader
  const { written } = frame
  frame.written = undefined
  if (!written || written.entries.length === 0) return

  const fullKeys = new Set<string>()
  const endings = new Set<string>()
  for (const target of written.targets) {
    const keys = endingsOf(target, dialect)
    fullKeys.add(keys[0] ?? '')
    for (const key of keys) endings.add(key)
  }
  /** Names are alike when they are in all parts that both have. */
  const isNamed = ({ name }: FromEntry): boolean => {
    const keys = name ? endingsOf(name, dialect) : []
    return keys.some((key, i) => (i === 0 && endings.has(key)) || fullKeys.has(key))
  }
  const named = written.entries.filter(isNamed)
  for (const entry of dialect.targetInFrom ? alone(named, dialect) : []) drop(entry)
  for (const entry of named) if (entry.alias === undefined) drop(entry)
  for (const entry of written.entries) if (entry.alias !== undefined && fullKeys.has(entry.alias)) drop(entry)
}

function drop({ read }: FromEntry): void {
  if (read) read.dropped = true
}

/** The entries whose own name no other one has. */
function alone(entries: readonly FromEntry[], dialect: Dialect): FromEntry[] {
  const keys = entries.map(({ name }) => (name ? keyOf(lastPart(name), dialect) : ''))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return entries.filter((_, i) => counts.get(keys[i] ?? '') === 1)
}

/** The keys of the name, of it without its first part, and so on. More parts than a table has are not compared. */
function endingsOf({ parts }: TableName, dialect: Dialect): string[] {
  const keys = parts.slice(-MOST_PARTS).map((part) => keyOf(part, dialect))
  return keys.length === 1 ? keys : keys.map((_, i) => keys.slice(i).join('\u0000'))
}

const MOST_PARTS = 4

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tablesFromQuery } from '../src/index.ts'

/** Queries of many dialects, with the tables that people say each reads. They are not part of this repository. */
const CASES = fileURLToPath(new URL('../../../../shared/sql/cases.jsonl', import.meta.url))

interface Case {
  readonly id: string
  /** `any`: it is not said. */
  readonly dialect: string
  readonly sql: string
  /** Parts from the outermost on; null: not given. */
  readonly tables: readonly (readonly (string | null)[])[]
  /** Absent: true. Null: it does not matter. */
  readonly complete?: boolean | null
}

const cases: readonly Case[] = existsSync(CASES)
  ? readFileSync(CASES, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Case => JSON.parse(line))
  : []

/** Without case, and aligned right: how the cases compare names. */
const nameOf = (parts: readonly (string | null | undefined)[]): string =>
  [null, null, null, null, ...parts]
    .slice(-4)
    .map((part) => part?.toLowerCase() ?? '')
    .join('|')

test('there are cases to check', ({ skip }) => {
  skip(cases.length === 0, 'the file of cases is not beside this checkout')
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
})

test.for(cases)('tablesFromQuery(sql) gives the tables of the case $id', (given) => {
  const { tables, complete } = tablesFromQuery(given.sql, {
    dialect: given.dialect === 'any' ? undefined : given.dialect,
  })
  const names = tables.map(({ cluster, database, schema, table }) =>
    nameOf([cluster, database, schema, table]),
  )
  expect([...new Set(names)]).toEqual(given.tables.map(nameOf))
  if (given.complete !== null) expect(complete).toBe(given.complete ?? true)
})

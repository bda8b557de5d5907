import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aQuery, isKeyword, textOf } from '../../../test/made-query.ts'
import { readsOf } from '../../../test/reads-of.ts'
import { SQL_DIALECTS } from './dialect-names.ts'
import { tablesFromQuery } from './tables-from-query.ts'

const aDialect = fc.constantFrom(undefined, ...SQL_DIALECTS)

/** What `readsOf` says of these reads. */
const line = (reads: readonly string[]): string => [...new Set(reads)].join(', ')

test('tablesFromQuery(sql) gives the tables that a query was made of, in the order in which they first stand there', () => {
  fc.assert(
    fc.property(aQuery, aDialect, (query, dialect) => {
      expect(readsOf(textOf(query), dialect)).toBe(line(query.reads))
    }),
    { numRuns: 500 },
  )
})

test('tablesFromQuery(sql) gives every table with all the places of its name', () => {
  fc.assert(
    fc.property(aQuery, aDialect, (query, dialect) => {
      const sql = textOf(query)
      const { tables } = tablesFromQuery(sql, { dialect })
      const places = tables.flatMap((table) => table.places)
      const written = places
        .sort((a, b) => a.start - b.start)
        .map(({ start, end }) => sql.slice(start, end).replaceAll(' ', ''))
      expect(written).toEqual(query.reads)
    }),
  )
})

test('tablesFromQuery(sql) gives the same with whatever blanks and comments between the tokens', () => {
  const aGap = fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '/* FROM z */',
    " /* it's */ ",
    '-- JOIN z\n',
    '\n\n  -- "\n',
    '{# {{ ref(1) }} #}',
  )
  fc.assert(
    fc.property(aQuery, aDialect, fc.infiniteStream(aGap), (query, dialect, gaps) => {
      const sql = query.tokens.map((token) => token + gaps.next().value).join('')
      expect(readsOf(sql, dialect)).toBe(line(query.reads))
    }),
    { numRuns: 500 },
  )
})

test('tablesFromQuery(sql) gives the same with keywords in any case', () => {
  fc.assert(
    fc.property(aQuery, aDialect, fc.infiniteStream(fc.boolean()), (query, dialect, flips) => {
      const flipped = (word: string): string =>
        [...word].map((letter) => (flips.next().value ? letter.toLowerCase() : letter)).join('')
      const sql = query.tokens.map((token) => (isKeyword(token) ? flipped(token) : token)).join(' ')
      expect(readsOf(sql, dialect)).toBe(line(query.reads))
    }),
  )
})

test('tablesFromQuery(sql) gives the same without the blanks beside signs', () => {
  fc.assert(
    fc.property(aQuery, aDialect, (query, dialect) => {
      const sql = textOf(query).replaceAll(/ ?([(),.=]) ?/g, '$1')
      expect(readsOf(sql, dialect)).toBe(line(query.reads))
    }),
  )
})

test('tablesFromQuery(sql) gives the tables of two statements together: no CTE of the first is known in the second', () => {
  fc.assert(
    fc.property(aQuery, aQuery, aDialect, (first, second, dialect) => {
      const sql = `${textOf(first)} ; ${textOf(second)} ; SELECT a FROM c0`
      expect(readsOf(sql, dialect)).toBe(line([...first.reads, ...second.reads, 'c0']))
    }),
  )
})

test('tablesFromQuery(sql) gives the tables of statements that nothing but a line break is between', () => {
  fc.assert(
    fc.property(aQuery, aQuery, aDialect, (first, second, dialect) => {
      expect(readsOf(`${textOf(first)}\n${textOf(second)}`, dialect)).toBe(
        line([...first.reads, ...second.reads]),
      )
    }),
  )
})

test('tablesFromQuery(sql) gives nothing of the beginning of a query that the whole does not give, but for the name that is cut', () => {
  fc.assert(
    fc.property(aQuery, aDialect, fc.nat(), (query, dialect, cut) => {
      const whole = textOf(query)
      const sql = whole.slice(0, cut % (whole.length + 1))
      for (const { places, ...name } of tablesFromQuery(sql, { dialect }).tables) {
        if (places[0]?.end === sql.trimEnd().length) continue
        expect(query.reads).toContain(Object.values(name).join('.'))
      }
    }),
    { numRuns: 500 },
  )
})

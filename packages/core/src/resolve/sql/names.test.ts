import { describe, expect, test } from 'vitest'
import { readsOf } from '../../../test/reads-of.ts'
import { tablesFromQuery } from './tables-from-query.ts'

type Case = readonly [sql: string, reads: string, dialect?: string]

const check = (cases: readonly Case[]): void => {
  test.for(cases)('%s reads %s', ([sql, reads, dialect]) => {
    expect(readsOf(sql, dialect)).toBe(reads)
  })
}

describe('names', () => {
  check([
    ['SELECT * FROM "a.b"."c d"', '[a.b].[c d]', 'postgres'],
    ['SELECT * FROM "a""b", "", t', 'a"b, t …', 'oracle'],
    ['SELECT * FROM U&"d\\0061ta", u&"\\+00006B"', 'data, k', 'postgres'],
    ['SELECT * FROM `a``b`.`c`, "d"', 'a`b.c, d', 'mysql'],
    ['SELECT * FROM `a\\`b`.`c.d`', 'a`b.c.d', 'bigquery'],
    ['SELECT * FROM `a\\`b` JOIN "c\\"d" ON 1 = 1', 'a`b, c"d', 'clickhouse'],
    ['SELECT * FROM `a.b`.`c`', '[a.b].c', 'spark'],
    ['SELECT * FROM `example.com:shop.ds.t`', '[example.com:shop].ds.t', 'bigquery'],
    ['SELECT * FROM `shop:ds.t`, [shop:ds.u], [ds.w]', 'shop.ds.t, shop.ds.u, ds.w', 'bigquery'],
    [
      'SELECT * FROM `p-1`.ds.`t`, p-2.ds.t2 x, p-3-4.5ds.6t',
      'p-1.ds.t, p-2.ds.t2, p-3-4.5ds.6t',
      'bigquery',
    ],
    [
      'SELECT * FROM `p.region-eu`.INFORMATION_SCHEMA.TABLES',
      'p.region-eu.INFORMATION_SCHEMA.TABLES',
      'bigquery',
    ],
    ['SELECT * FROM ds.events_*, `ds.logs_2024*`', 'ds.events_*, ds.logs_2024*', 'bigquery'],
    ['SELECT * FROM [a]]b].[c.d], [e f] g, h', '[a]b].[c.d], [e f], h', 'mssql'],
    ['SELECT * FROM srv.db..t, ..u', 'srv.db..t, u', 'mssql'],
    ['SELECT * FROM a.b.c.d.e', '[a.b].c.d.e'],
    ['SELECT * FROM cat.db.t.history', 'cat.db.t.history', 'spark'],
    ['SELECT * FROM 2024_t, s.1a, s.2b', '2024_t, s.1a, s.2b', 'mysql'],
    ['SELECT * FROM v$session, sys.x$y, t#1', 'v$session, sys.x$y, t#1', 'oracle'],
    ['SELECT * FROM emp@link.example.com e, dept@l', 'emp, dept', 'oracle'],
    ['SELECT * FROM s.from, s.select x, s.where.join', 's.from, s.select, s.where.join'],
    ['SELECT * FROM [Order Details] o JOIN [From] ON o.[Group] = 1', '[Order Details], From'],
    ['SELECT x[1], y[a], ARRAY[z], [p, q] FROM t WHERE m[1:2] = ANY (ARRAY[[1], [2]])', 't'],
    ["SELECT {'a': 1, 'b': (SELECT max(k) FROM u)} FROM t", 'u, t', 'duckdb'],
    ["SELECT MAP {'from': x}, [y FOR y IN z IF y > 1] FROM t", 't', 'duckdb'],
    ['SELECT raw:from.join::string, a:b[0]:select FROM t', 't', 'snowflake'],
    ['SELECT a AS from, b AS "join" FROM t', 't', 'postgres'],
    ['SELECT e.from.to, 1.FROM t', 't', 'mysql'],
    ['SELECT таблица.поле FROM схема.таблица, "täble", 表', 'схема.таблица, täble, 表'],
    ['SELECT lıke FROM ſelect', 'ſelect'],
    ['SELECT * FROM\u00a0t\u200b,\u3000u\ufeff', 't, u'],
    ['SELECT * FROM Orders JOIN ORDERS ON 1 = 1 JOIN "orders" ON 1 = 1', 'Orders, ORDERS, orders'],
    ['SELECT * FROM t -- FROM u', 't'],
    ['SELECT * FROM "/BIC/AZ01" x, "a/b"', '/BIC/AZ01, a/b', 'snowflake'],
  ])
})

describe('strings', () => {
  check([
    ["SELECT 'a\\' FROM t", 't', 'postgres'],
    ["SELECT 'a\\' FROM x', b FROM t", 't', 'snowflake'],
    ["SELECT 'it\\'s FROM x', 'c:\\' FROM t", 't'],
    ["SELECT 'a\\\\' FROM t", 't'],
    ["SELECT E'\\\\' FROM t, u", 't, u', 'postgres'],
    ["SELECT N'it''s FROM x', X'00' FROM t", 't', 'mssql'],
    ["SELECT R'\\' FROM t", 't', 'spark'],
    ["SELECT r'\\' FROM x', b\"FROM y\", rb'''a ' FROM z''' FROM t", 't', 'bigquery'],
    ["SELECT q'(it's FROM x)', q'#'#', Nq'<'>' FROM t", 't', 'oracle'],
    ["SELECT q'{it's FROM x}' FROM t", 't'],
    ['SELECT $x$ a $$ b $ FROM c $x$ FROM t', 't', 'duckdb'],
    ['SELECT $a, $1 FROM t WHERE x = $b AND y = $c', 't', 'clickhouse'],
    ["SELECT _utf8'FROM x' COLLATE utf8_bin FROM t", 't', 'mysql'],
    ["SELECT 'a' 'FROM b' FROM t", 't', 'mysql'],
    ["SELECT DATE'2024-01-01', TIMESTAMP '2024-01-01 FROM' FROM t", 't', 'trino'],
  ])
})

describe('comments', () => {
  check([
    ["SELECT 1 -- it's\nFROM t /* it's */, u", 't, u'],
    ['SELECT 1--2\nFROM t', 't', 'mysql'],
    ['SELECT 1 /* /* */ */ FROM t', 't', 'spark'],
    ['SELECT 1 /* /* */ FROM t', 't', 'trino'],
    ['SELECT 1 /* a /* b */ FROM t /* c */', 't'],
    ['SELECT 1 /* a /* b */ c */ FROM t', 't'],
    ['SELECT /*!50001 a FROM t JOIN */ /*! u */', 't, u', 'mysql'],
    ['SELECT a #comment FROM x\nFROM t', 't', 'bigquery'],
    ['# FROM x\nSELECT a FROM t #! FROM y', 't', 'clickhouse'],
    ['SELECT a // FROM x\nFROM t', 't', 'clickhouse'],
    ['SELECT a // b FROM t', 't', 'duckdb'],
    ['SELECT a # b FROM t', 't', 'postgres'],
    ["SELECT a FROM t # it's FROM x\nJOIN u ON 1 = 1", 't, u'],
    ["SELECT 'http://x' FROM t", 't'],
    ['SELECT * FROM t;\n/\nSELECT * FROM u\n/', 't, u', 'oracle'],
    ['SELECT 4\n/\n2 FROM t', 't', 'postgres'],
  ])
})

test('tablesFromQuery(sql) gives each table with all its places, which are those of its names', () => {
  const sql =
    'SELECT * FROM s . "a b" x JOIN t ON 1 = 1 WHERE EXISTS (SELECT 1 FROM s."a b") AND 2 IN (SELECT 1 FROM T)'
  const { tables } = tablesFromQuery(sql)
  expect(tables.map(({ places }) => places.map(({ start, end }) => sql.slice(start, end)))).toEqual([
    ['s . "a b"', 's."a b"'],
    ['t'],
    ['T'],
  ])
})

test.each([
  ['SELECT * FROM TABLE(\'a."b""c"\')', 'a."b""c"'],
  ["UNLOAD ('select ''x'' from s.t where a = ''y''') TO 'z'", 's.t'],
  ['UNLOAD ($$select 1 from u$$) TO $$z$$', 'u'],
  ["SELECT * FROM {{ ref('m') }} x", "ref('m')"],
  ["SELECT * FROM '{{ ref('m') }}' x", "ref('m')"],
  ['SELECT * FROM [p:ds.t]', 'p:ds.t'],
  ['SELECT * FROM `p.ds.t` AS x', '`p.ds.t`'],
  ['COPY INTO @x FROM db..t', 'db..t'],
  ['😀; SELECT * FROM 😀é', '😀é'],
])('tablesFromQuery(%s) gives the place of %s in UTF-16 offsets', (sql, written) => {
  const [place] = tablesFromQuery(sql).tables[0]!.places
  expect(sql.slice(place!.start, place!.end)).toBe(written)
})

test('tablesFromQuery(sql) gives only the parts that are written', () => {
  const { tables } = tablesFromQuery('SELECT * FROM a..c, d')
  expect(tables).toEqual([
    { database: 'a', table: 'c', places: [{ start: 14, end: 18 }] },
    { table: 'd', places: [{ start: 20, end: 21 }] },
  ])
})

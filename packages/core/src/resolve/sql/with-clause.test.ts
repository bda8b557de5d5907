import { expect, test } from 'vitest'
import { readsOf } from '../../../test/reads-of.ts'

const cases: readonly (readonly [sql: string, reads: string, dialect?: string])[] = [
  ['WITH a AS (SELECT 1), b AS (SELECT * FROM a, c) SELECT * FROM b, a, d', 'c, d'],
  [
    'WITH a AS (SELECT * FROM x) SELECT (SELECT max(k) FROM a), (WITH a AS (SELECT * FROM y) SELECT k FROM a) FROM a',
    'x, y',
  ],
  ['WITH a AS (SELECT * FROM b) (SELECT * FROM a) UNION (SELECT * FROM b)', 'b'],
  ['WITH a (x, y) AS (VALUES (1, 2)) SELECT * FROM a JOIN t ON 1 = 1', 't'],
  ['WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r, lim) SELECT * FROM r', 'lim'],
  ['WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM b', 'b'],
  ['WITH r AS (SELECT * FROM r UNION ALL SELECT * FROM r) SELECT * FROM r', 'r', 'postgres'],
  ['WITH r AS (SELECT * FROM r UNION ALL SELECT * FROM r JOIN s ON 1 = 1) SELECT * FROM r', 'r, s', 'oracle'],
  ['WITH r AS ((SELECT k FROM n) UNION ALL (SELECT k FROM r)) SELECT * FROM r', 'n', 'mssql'],
  ['WITH r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r', '', 'snowflake'],
  ['WITH RECURSIVE t(n) USING KEY (n) AS (SELECT 1 UNION SELECT n FROM t) SELECT * FROM t', '', 'duckdb'],
  ['WITH a (SELECT * FROM x), b (k) AS (SELECT * FROM a) SELECT * FROM b', 'x', 'spark'],
  ['WITH a AS NOT MATERIALIZED (SELECT * FROM x) TABLE a', 'x', 'postgres'],
  [
    'WITH d AS (DELETE FROM q RETURNING *), i AS (INSERT INTO log SELECT * FROM d) SELECT * FROM d, t',
    't',
    'postgres',
  ],
  ['WITH u AS (UPDATE a SET x = b.x FROM b WHERE a.k = b.k RETURNING a.*) SELECT * FROM u', 'b', 'postgres'],
  [
    'WITH m AS (MERGE INTO a USING b ON a.k = b.k WHEN MATCHED THEN DELETE RETURNING *) SELECT * FROM m, c',
    'b, c',
    'postgres',
  ],
  ["WITH XMLNAMESPACES ('u' AS n), c AS (SELECT * FROM dbo.t) SELECT * FROM c", 'dbo.t', 'mssql'],
  ['WITH FUNCTION f(x int) RETURNS int RETURN x + 1 SELECT f(a) FROM t', 't', 'trino'],
  [
    'WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; c AS (SELECT * FROM t) SELECT f FROM c',
    't',
    'oracle',
  ],
  ['WITH toDate(now()) AS d, d - 1 AS e, c AS (SELECT * FROM t) SELECT d, e FROM c', 't', 'clickhouse'],
  ['WITH a AS (SELECT * FROM t) SELECT * FROM s.a, A, "a"', 't, s.a, a', 'snowflake'],
  ['WITH A AS (SELECT * FROM t) SELECT * FROM a, "a", "A"', 't, A', 'postgres'],
  ['WITH `a b` AS (SELECT * FROM t) SELECT * FROM `a b`, [c d]', 't, [c d]'],
  ['WITH recursive AS (SELECT * FROM t) SELECT * FROM recursive', 't'],
  ['WITH a AS (SELECT * FROM t), SELECT * FROM a', 't'],
  ['WITH a AS (SELECT * FROM t) FROM a SELECT (SELECT max(k) FROM a), b', 't', 'duckdb'],
  ['WITH a AS (FROM x), b AS (PIVOT a ON k USING sum(v)) FROM b', 'x', 'duckdb'],
  ['WITH a AS (SELECT 1 FROM x) MERGE INTO t USING a ON t.k = a.k WHEN MATCHED THEN DELETE', 'x'],
  ['INSERT INTO t (k) WITH a AS (SELECT * FROM x) SELECT * FROM a', 'x'],
  ['CREATE VIEW v AS WITH a AS (SELECT * FROM x) SELECT * FROM a WITH NO SCHEMA BINDING', 'x', 'redshift'],
  [
    'SELECT * FROM t WHERE k IN (WITH a AS (SELECT k FROM x) SELECT k FROM a) AND EXISTS (SELECT 1 FROM a)',
    't, x, a',
  ],
  ['WITH a AS (SELECT * FROM t', 't …'],
  ['WITH a AS (SELECT * FROM t)', 't …'],
  ['WITH a AS ()', '…'],
]

test.for(cases)('%s reads %s', ([sql, reads, dialect]) => {
  expect(readsOf(sql, dialect)).toBe(reads)
})

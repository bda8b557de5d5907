import { describe, expect, test } from 'vitest'
import { readsOf } from '../../../test/reads-of.ts'

type Case = readonly [sql: string, reads: string, dialect?: string]

const check = (cases: readonly Case[]): void => {
  test.for(cases)('%s reads %s', ([sql, reads, dialect]) => {
    expect(readsOf(sql, dialect)).toBe(reads)
  })
}

describe('INSERT', () => {
  check([
    ['INSERT INTO t TABLE s.u', 's.u', 'postgres'],
    ['INSERT INTO t (a, b) (SELECT a, b FROM u) UNION ALL (SELECT a, b FROM w)', 'u, w'],
    ['INSERT INTO t BY NAME FROM u', 'u', 'duckdb'],
    ['INSERT OR REPLACE INTO t SELECT * FROM u', 'u', 'duckdb'],
    ['INSERT IGNORE INTO t SET a = (SELECT max(a) FROM u), b = 1', 'u', 'mysql'],
    ['INSERT INTO t SELECT * FROM u AS new ON DUPLICATE KEY UPDATE a = new.a, b = new.b', 'u', 'mysql'],
    ['INSERT INTO t SELECT * FROM u WHERE true ON CONFLICT (k) DO UPDATE SET a = 1, b = 2', 'u', 'postgres'],
    ['INSERT INTO t SELECT * FROM u ON CONFLICT DO NOTHING RETURNING a, b', 'u', 'postgres'],
    ['INSERT INTO t OVERRIDING SYSTEM VALUE SELECT * FROM u', 'u', 'postgres'],
    ['INSERT INTO t OUTPUT inserted.id INTO @ids (id) SELECT * FROM u', 'u', 'mssql'],
    ['INSERT TOP (5) INTO t WITH (TABLOCK) (a) SELECT * FROM u', 'u', 'mssql'],
    ['INSERT t EXEC dbo.p', '…', 'mssql'],
    [
      'INSERT FIRST WHEN a > 1 THEN INTO x WHEN a > 0 THEN INTO y (k) VALUES (a) ELSE INTO z SELECT a FROM u',
      'u',
      'snowflake',
    ],
    ['INSERT OVERWRITE INTO t SELECT * FROM u', 'u', 'snowflake'],
    ["INSERT OVERWRITE LOCAL DIRECTORY '/d' STORED AS ORC SELECT * FROM u", 'u', 'hive'],
    ['INSERT INTO t REPLACE WHERE a > 1 SELECT * FROM u', 'u', 'spark'],
    ['INSERT INTO t PARTITION (d = 1) IF NOT EXISTS SELECT * FROM u', 'u', 'spark'],
    ['FROM (SELECT * FROM u) x INSERT INTO a SELECT k INSERT INTO b SELECT v WHERE v > 1', 'u', 'hive'],
    ["INSERT INTO FUNCTION s3('p', 'CSV') SELECT * FROM u", 'u', 'clickhouse'],
    ['INSERT INTO t (* EXCEPT (b)) SETTINGS x = 1 VALUES (1, 2)', '', 'clickhouse'],
    ["INSERT INTO t FROM INFILE 'f.csv' FORMAT CSV", '', 'clickhouse'],
    ['INSERT ds.t (a) SELECT a FROM ds.u', 'ds.u', 'bigquery'],
    ['INSERT INTO IDENTIFIER(:x) SELECT * FROM u', 'u', 'spark'],
    ['REPLACE INTO t TABLE u', 'u', 'mysql'],
    ['REPLACE t SELECT * FROM u', 'u', 'mysql'],
  ])
})

describe('UPDATE', () => {
  check([
    ['UPDATE ONLY s.t SET a = u.a FROM ONLY s.u WHERE t.k = u.k', 's.u', 'postgres'],
    ['UPDATE t SET (a, b) = (SELECT x, y FROM u WHERE u.k = t.k)', 'u', 'oracle'],
    ['UPDATE (SELECT a.x, b.y FROM a JOIN b ON a.k = b.k) SET x = y', 'a, b', 'oracle'],
    ['UPDATE t, u SET t.a = u.a WHERE t.k = u.k', 'u', 'mysql'],
    ['UPDATE LOW_PRIORITY IGNORE t AS x LEFT JOIN (SELECT * FROM u) y ON 1 = 1 SET x.a = y.a', 'u', 'mysql'],
    ['UPDATE t JOIN t AS u ON t.up = u.id SET t.a = u.a', 't', 'mysql'],
    ['UPDATE dbo.t SET a = u.a FROM dbo.t JOIN dbo.u ON t.k = u.k', 'dbo.u', 'mssql'],
    ['UPDATE dbo.t SET a = u.a FROM dbo.t x JOIN dbo.u ON x.k = u.k', 'dbo.u', 'mssql'],
    ['UPDATE x SET a = 1 FROM dbo.t x JOIN dbo.t y ON x.k = y.up', 'dbo.t', 'mssql'],
    ['UPDATE TOP (10) t SET a = 1 OUTPUT deleted.a INTO dbo.log FROM t, u', 'u', 'mssql'],
    ['UPDATE t SET a = 1 WHERE CURRENT OF c', '', 'mssql'],
    ['UPDATE STATISTICS dbo.t', '', 'mssql'],
    ['UPDATE t SET a = u.a FROM u, t AS x WHERE x.k = t.k', 'u, t', 'snowflake'],
    [
      'UPDATE ds.t t SET a = (SELECT max(a) FROM ds.u) FROM ds.w, UNNEST([1]) WHERE TRUE',
      'ds.u, ds.w',
      'bigquery',
    ],
    ['UPDATE t SET d = a IS DISTINCT FROM b, e = EXTRACT(DAY FROM f) FROM u', 'u', 'postgres'],
  ])
})

describe('DELETE', () => {
  check([
    ['DELETE t FROM s.t JOIN s.u ON t.k = u.k', 's.u', 'mysql'],
    ['DELETE t1.*, x.* FROM t1 JOIN t2 AS x JOIN t3', 't3', 'mysql'],
    ['DELETE FROM a, b USING t1 AS a JOIN t2 AS b JOIN t3 USING (k)', 't3', 'mysql'],
    ['DELETE QUICK FROM t WHERE k = 1 ORDER BY a, b LIMIT 5', '', 'mysql'],
    ['DELETE FROM x FROM dbo.t AS x LEFT JOIN dbo.u ON u.k = x.k', 'dbo.u', 'mssql'],
    ['DELETE dbo.t WHERE k IN (SELECT k FROM dbo.u)', 'dbo.u', 'mssql'],
    ['DELETE TOP (5) PERCENT FROM dbo.t', '', 'mssql'],
    ['DELETE FROM t USING u, t AS x WHERE t.k = x.k', 'u, t', 'postgres'],
    ['DELETE FROM t USING (SELECT k FROM u) x JOIN w USING (k)', 'u, w', 'snowflake'],
    ['DELETE x FROM (t), (dbo.a AS x JOIN u ON 1 = 1), (a)', 't, u, a', 'mssql'],
    ['DELETE FROM (SELECT * FROM t WHERE a = 1)', 't', 'oracle'],
    ['DELETE ds.t x WHERE EXISTS (SELECT 1 FROM ds.u WHERE u.k = x.k)', 'ds.u', 'bigquery'],
    ['WITH c AS (SELECT * FROM dbo.t) DELETE FROM c WHERE n > 1', 'dbo.t', 'mssql'],
    ['ALTER TABLE t DELETE WHERE k IN (SELECT k FROM u)', 'u', 'clickhouse'],
  ])
})

describe('MERGE', () => {
  check([
    [
      'MERGE INTO t USING (VALUES (1)) v (k) ON t.k = v.k WHEN NOT MATCHED THEN INSERT VALUES (v.k)',
      '',
      'postgres',
    ],
    [
      'MERGE t USING u ON t.k = u.k WHEN MATCHED AND u.a IN (SELECT a FROM w) THEN UPDATE SET a = (SELECT 1 FROM z)',
      'u, w, z',
      'bigquery',
    ],
    ['MERGE INTO t USING a JOIN b USING (k) ON t.k = a.k WHEN MATCHED THEN DELETE', 'a, b'],
    [
      'MERGE INTO t x USING t y ON x.k = y.up WHEN MATCHED THEN UPDATE SET x.a = y.a DELETE WHERE x.b = 1',
      't',
      'oracle',
    ],
    ['MERGE WITH SCHEMA EVOLUTION INTO t USING u ON t.k = u.k WHEN NOT MATCHED THEN INSERT *', 'u', 'spark'],
    [
      'MERGE TOP (5) INTO t USING u ON 1 = 1 WHEN MATCHED THEN DELETE OUTPUT deleted.* INTO log;',
      'u',
      'mssql',
    ],
    [
      'MERGE INTO t USING u ON 1 = 1\nWHEN MATCHED THEN\nUPDATE SET a = 1\nWHEN NOT MATCHED THEN\nINSERT (a) VALUES (1)',
      'u',
    ],
    [
      'INSERT INTO h SELECT * FROM (MERGE t USING u ON 1 = 1 WHEN MATCHED THEN DELETE OUTPUT deleted.k) AS c',
      'u',
      'mssql',
    ],
  ])
})

describe('CREATE', () => {
  check([
    ['CREATE TABLE t (a int) SELECT * FROM u', 'u', 'mysql'],
    ['CREATE TABLE t LIKE u', 'u', 'mysql'],
    ['CREATE TABLE t (LIKE s.u INCLUDING ALL, b int)', 's.u', 'postgres'],
    ["CREATE TABLE t (a int, b text CHECK (b LIKE 'x'), LIKE u)", 'u', 'postgres'],
    ['CREATE TABLE t AS TABLE s.u WITH NO DATA', 's.u', 'postgres'],
    ['CREATE UNLOGGED TABLE t AS VALUES (1), (2)', '', 'postgres'],
    ['CREATE RECURSIVE VIEW v (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM v, lim', 'lim', 'postgres'],
    ['CREATE MATERIALIZED VIEW v BUILD IMMEDIATE REFRESH COMPLETE AS SELECT * FROM t', 't', 'oracle'],
    ["CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = w AS SELECT * FROM t", 't', 'snowflake'],
    ['CREATE TABLE t COPY GRANTS AS SELECT * FROM u', 'u', 'snowflake'],
    ['CREATE TRANSIENT TABLE t CLONE s.u COPY GRANTS', 's.u', 'snowflake'],
    ['CREATE SCHEMA a CLONE b', '', 'snowflake'],
    ['CREATE SNAPSHOT TABLE ds.a CLONE ds.b FOR SYSTEM_TIME AS OF now()', 'ds.b', 'bigquery'],
    ['CREATE TABLE ds.a COPY ds.b', 'ds.b', 'bigquery'],
    ['CREATE MATERIALIZED VIEW a AS REPLICA OF ds.v', 'ds.v', 'bigquery'],
    ["CREATE MODEL ds.m OPTIONS (model_type = 'x') AS SELECT * FROM ds.t", 'ds.t', 'bigquery'],
    [
      'CREATE MODEL ds.m AS (training_data AS (SELECT * FROM ds.t), holidays AS (SELECT * FROM ds.h))',
      'ds.t, ds.h',
      'bigquery',
    ],
    ["EXPORT DATA OPTIONS (uri = 'gs://x') AS SELECT * FROM ds.t", 'ds.t', 'bigquery'],
    ['CREATE TABLE a DEEP CLONE b VERSION AS OF 1', 'b', 'databricks'],
    ['CREATE OR REFRESH STREAMING TABLE a AS SELECT * FROM STREAM(LIVE.b)', 'LIVE.b', 'databricks'],
    ['APPLY CHANGES INTO a FROM STREAM(b) KEYS (k) SEQUENCE BY t', 'b', 'databricks'],
    ['CREATE TABLE a STORED AS PARQUET AS SELECT * FROM b', 'b', 'hive'],
    ['CREATE TABLE a AS db.b', 'db.b', 'clickhouse'],
    ['CREATE TABLE a AS numbers(10)', '', 'clickhouse'],
    ['CREATE TABLE a ENGINE = Memory AS SELECT * FROM b', 'b', 'clickhouse'],
    ['ALTER TABLE a REPLACE PARTITION 1 FROM b', 'b', 'clickhouse'],
    ['ALTER TABLE a APPEND FROM b', 'b', 'redshift'],
    ['ALTER VIEW v AS SELECT * FROM t', 't', 'mysql'],
    ['CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT * FROM dbo.t', 'dbo.t', 'mssql'],
    ['CREATE TABLE t (a int DEFAULT (SELECT max(a) FROM u), b int REFERENCES w (k))', 'u'],
    ['CREATE INDEX i ON t (a) WHERE b IS NOT NULL', ''],
    ['CREATE TRIGGER g AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()', '', 'postgres'],
    [
      'CREATE TRIGGER g AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW ROW n FOR EACH ROW WHEN (x > 1) EXECUTE FUNCTION f()',
      '',
      'postgres',
    ],
    [
      'CREATE TRIGGER g BEFORE INSERT ON t REFERENCING NEW AS n FOR EACH ROW BEGIN SELECT max(a) INTO :n.b FROM u; END',
      'u',
      'oracle',
    ],
    [
      'CREATE TRIGGER g ON dbo.t AFTER INSERT AS BEGIN INSERT INTO dbo.log SELECT * FROM inserted i JOIN dbo.u ON 1 = 1 END',
      'dbo.u',
      'mssql',
    ],
    ['CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW INSERT INTO log SELECT * FROM u', 'u', 'mysql'],
    ['CREATE FUNCTION f() RETURNS TABLE AS RETURN (SELECT * FROM dbo.t)', 'dbo.t', 'mssql'],
    ['CREATE MACRO m(x) AS TABLE SELECT * FROM t', 't', 'duckdb'],
    ['CREATE TASK k WAREHOUSE = w AS INSERT INTO a SELECT * FROM b', 'b', 'snowflake'],
    ["COPY INTO t FROM (SELECT $1 FROM @s/x t) PATTERN = '.*'", '', 'snowflake'],
    ["COPY t (a, b) FROM 'f.csv'", '', 'duckdb'],
    ["COPY s.t (a, b) TO 'f.csv'", 's.t', 'duckdb'],
    ["UNLOAD ($$select * from a where k = 'x'$$) TO 's3://b'", 'a', 'redshift'],
    ["UNLOAD (SELECT * FROM a) TO 's3://b' WITH (format = 'ORC')", 'a', 'athena'],
  ])
})

test('CREATE without TABLE or VIEW reads what its query reads', () => {
  expect(readsOf('create shop.marts."daily.sales" as select * from shop.raw.orders')).toBe('shop.raw.orders')
  expect(readsOf('create daily as select * from orders')).toBe('orders')
  expect(readsOf('create user ann; create index i on t (a)')).toBe('')
})

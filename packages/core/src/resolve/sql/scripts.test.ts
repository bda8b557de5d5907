import { describe, expect, test } from 'vitest'
import { readsOf } from '../../../test/reads-of.ts'

type Case = readonly [sql: string, reads: string, dialect?: string]

const check = (cases: readonly Case[]): void => {
  test.for(cases)('%s reads %s', ([sql, reads, dialect]) => {
    expect(readsOf(sql, dialect)).toBe(reads)
  })
}

describe('temporary tables', () => {
  check([
    ['SELECT * INTO TEMP TABLE x FROM a; SELECT * FROM x, b', 'a, b', 'postgres'],
    ['CREATE TEMP TABLE x AS SELECT * FROM x; SELECT * FROM x', 'x', 'postgres'],
    ['CREATE TEMP TABLE x (k int); SELECT * FROM pg_temp.x, s.x', 's.x', 'postgres'],
    ['SELECT * FROM pg_temp.y', '…', 'postgres'],
    ['CREATE TEMP TABLE x AS SELECT 1; DROP TABLE IF EXISTS x, y; SELECT * FROM x', 'x', 'redshift'],
    ['CREATE TABLE #x (k int); INSERT INTO #x SELECT k FROM a; SELECT * FROM #x', 'a', 'redshift'],
    [
      'CREATE OR REPLACE TEMPORARY TABLE d.s.x AS SELECT * FROM a; SELECT * FROM d.s.x, x, e.s.x',
      'a, e.s.x',
      'snowflake',
    ],
    ['CREATE TEMPORARY TABLE x SELECT * FROM a; SELECT * FROM x', 'a', 'mysql'],
    [
      'CREATE TEMPORARY VIEW x AS SELECT * FROM a; CREATE GLOBAL TEMP VIEW y AS SELECT * FROM x; SELECT * FROM global_temp.y',
      'a',
      'spark',
    ],
    ['CACHE TABLE x AS SELECT * FROM a; CACHE TABLE b; SELECT * FROM x, b', 'a, b', 'spark'],
    ['CREATE TEMP TABLE x AS SELECT * FROM a; SELECT * FROM _SESSION.x', 'a', 'bigquery'],
    ['DECLARE @a int = 1, @t TABLE (k int)\nINSERT @t SELECT k FROM a\nSELECT * FROM @t', 'a', 'mssql'],
    ['SELECT * INTO tempdb..#x FROM a SELECT * FROM #x JOIN tempdb.dbo.#x y ON 1 = 1', 'a', 'mssql'],
    [
      "IF OBJECT_ID('tempdb..#x') IS NOT NULL DROP TABLE #x\nSELECT * INTO #x FROM a\nSELECT * FROM #x",
      'a',
      'mssql',
    ],
    ['SELECT * FROM #x', '…'],
    ['SELECT k INTO #x FROM a\nSELECT * FROM #x JOIN b ON 1 = 1', 'a, b'],
  ])
})

describe('statements without semicolons', () => {
  check([
    ['SET NOCOUNT ON SELECT * FROM a SELECT * FROM b', 'a, b', 'mssql'],
    ['UPDATE a SET x = 1 SELECT * FROM a', 'a', 'mssql'],
    ['DELETE FROM a WHERE x = 1 SELECT * FROM a, b', 'a, b', 'mssql'],
    ['INSERT INTO a VALUES (1) SELECT * FROM b', 'b', 'mssql'],
    ['SELECT * FROM a DECLARE @x int, @y int SET @x = 1 SELECT * FROM b', 'a, b', 'mssql'],
    ['SELECT * FROM a EXEC dbo.p @x, @y SELECT * FROM b', 'a, b …', 'mssql'],
    ['WHILE @i < 3 BEGIN INSERT INTO a SELECT * FROM b SET @i = @i + 1 END', 'b', 'mssql'],
    ['DECLARE c CURSOR FOR SELECT k FROM a\nOPEN c\nFETCH NEXT FROM c INTO @x, @y\nCLOSE c', 'a', 'mssql'],
    [
      'WITH x AS (SELECT * FROM a) SELECT * FROM x\nWITH y AS (SELECT * FROM b) SELECT * FROM y, x',
      'a, b, x',
      'mssql',
    ],
    ['USE db\nGO\nSELECT * FROM a\nGO 5\nSELECT * FROM b', 'a, b', 'mssql'],
    [
      'CREATE PROCEDURE p @x int AS BEGIN SET NOCOUNT ON; SELECT * FROM a; IF @x = 1 SELECT * FROM b ELSE DELETE FROM c END',
      'a, b',
      'mssql',
    ],
    ['CREATE PROC p AS SELECT * FROM a', 'a', 'mssql'],
    ['SELECT * FROM a\nUPDATE b SET x = 1\nSELECT * FROM c', 'a, c'],
    ['SELECT a, set_x FROM t\nWHERE x = 1', 't'],
    ['GRANT SELECT, UPDATE ON a TO b SELECT * FROM c', 'c', 'mssql'],
  ])
})

describe('scripts', () => {
  check([
    ['BEGIN; SELECT * FROM a; COMMIT; ROLLBACK TO x; SET search_path = s', 'a', 'postgres'],
    ['DO $$ BEGIN PERFORM f(); END $$', '…', 'postgres'],
    ['CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 FROM t $$ LANGUAGE sql', '…', 'postgres'],
    ["CREATE FUNCTION f AS 'com.example.F'", '', 'spark'],
    ['PREPARE p (int) AS SELECT * FROM a WHERE x = $1; EXECUTE p(1)', 'a', 'postgres'],
    ["PREPARE p FROM 'SELECT 1'", '…', 'mysql'],
    ['PREPARE p FROM @q', '…', 'mysql'],
    ['EXECUTE q USING 1', '…', 'trino'],
    ['CALL p(1)', '…', 'snowflake'],
    ['EXECUTE IMMEDIATE $$ SELECT 1 FROM t $$', '…', 'snowflake'],
    ['SHOW TABLES ->> SELECT "name" FROM $1 JOIN t ON 1 = 1', 't', 'snowflake'],
    ['LET r RESULTSET := (SELECT * FROM a); RETURN TABLE(r)', 'a', 'snowflake'],
    ['BEGIN FOR r IN (SELECT * FROM a) DO INSERT INTO b SELECT * FROM c; END FOR; END', 'a, c', 'snowflake'],
    [
      'IF EXISTS (SELECT 1 FROM a) THEN SELECT * FROM b; ELSEIF x THEN SELECT * FROM c; END IF',
      'a, b, c',
      'bigquery',
    ],
    ['FOR r IN SELECT * FROM a LOOP INSERT INTO b SELECT * FROM c; END LOOP', 'a, c', 'postgres'],
    [
      'DECLARE n NUMBER; CURSOR c IS SELECT * FROM a; BEGIN SELECT x INTO n FROM b WHERE k = n; END;\n/',
      'a, b',
      'oracle',
    ],
    ['BEGIN FOR r IN (SELECT * FROM a) LOOP UPDATE b SET x = r.x; END LOOP; END;', 'a', 'oracle'],
    [
      'DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT * FROM a; UPDATE b SET x = 1; END$$\nDELIMITER ;\nSELECT * FROM c',
      'a, c',
      'mysql',
    ],
    ['lbl: LOOP SELECT * FROM a; LEAVE lbl; END LOOP', 'a', 'mysql'],
    ["ASSERT EXISTS (SELECT 1 FROM a) AS 'x'; SELECT 1", 'a', 'bigquery'],
    ['EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM a', 'a', 'postgres'],
    ["EXPLAIN PLAN SET STATEMENT_ID = 'x' INTO plans FOR SELECT * FROM a", 'a', 'oracle'],
    ['EXPLAIN FORMAT = TREE SELECT * FROM a', 'a', 'mysql'],
    ['EXPLAIN FROM a; DESCRIBE b; DESCRIBE SELECT * FROM c; SUMMARIZE SELECT * FROM d', 'a, c, d', 'duckdb'],
    ['FROM (DESCRIBE a); FROM (SHOW TABLES) JOIN b ON 1 = 1', 'b', 'duckdb'],
    ['FROM (SUMMARIZE a), (UNPIVOT b ON c INTO NAME n VALUE v), (PIVOT (FROM d) ON e)', 'a, b, d', 'duckdb'],
    ['SHOW STATS FOR (SELECT * FROM a)', 'a', 'trino'],
    ["ANALYZE a; VACUUM b; COMMENT ON TABLE c IS 'FROM d'; LOCK TABLE e; TRUNCATE f; USE g", ''],
    ['SELECT 1; ; ;', ''],
    [
      'FROM ds.a |> LEFT JOIN ds.b USING (k) |> WHERE x IN (SELECT x FROM ds.c) |> EXTEND 1 AS y, 2 AS z |> SELECT k, v |> JOIN ds.d ON 1 = 1',
      'ds.a, ds.b, ds.c, ds.d',
      'bigquery',
    ],
    [
      'FROM a |> DROP x, y |> SET z = 1, w = 2 |> PIVOT (sum(x) FOR y IN (1)) |> EXCEPT DISTINCT (FROM b), (FROM c)',
      'a, b, c',
      'bigquery',
    ],
    ["BINLOG 'x'; CHANGE REPLICATION SOURCE TO SOURCE_HOST = 1; SELECT * FROM t", 't', 'mysql'],
    ["USING EXTERNAL FUNCTION f(x int) RETURNS int LAMBDA 'l' SELECT f(a) FROM t", 't', 'athena'],
    ["BEGIN OPEN c FOR SELECT * FROM a; OPEN d FOR 'SELECT 1'; END;", 'a …', 'oracle'],
    ['OPEN c FOR stmt', '…', 'oracle'],
    [
      "SET DEFINE OFF\nWHENEVER SQLERROR EXIT 1\nPROMPT it's; FROM x\nSELECT * FROM a;\n  rem it's FROM y\nSET ECHO ON; SELECT * FROM b\n/\nSPOOL f\nUPDATE u\nSET x = (SELECT k FROM c)",
      'a, b, c',
      'oracle',
    ],
    ['%sql\nSELECT * FROM t', 't', 'databricks'],
    ['hello world', '…'],
    ['hello SELECT * FROM t', 't …'],
    ['{call p(?)}', '…'],
  ])
})

describe('broken text', () => {
  check([
    ['SELECT * FROM', '…'],
    ['SELECT * FROM t,', 't …'],
    ['SELECT * FROM t WHERE', 't …'],
    ['SELECT * FROM t WHERE a =', 't …'],
    ['SELECT * FROM t, , u', 't, u …'],
    ['SELECT * FROM t UNION', 't …'],
    ['SELECT * FROM s. WHERE x = 1', '…'],
    ['SELECT * FROM (SELECT * FROM t; SELECT * FROM u', 't, u …'],
    ['SELECT * FROM (t JOIN u ON 1 = 1', 't, u …'],
    ['SELECT * FROM t)) JOIN u ON 1 = 1', 't, u …'],
    ['SELECT a[1 FROM t', '…'],
    ['SELECT * FROM (a[1) x, t', 'a, t …'],
    ['SELECT * FROM [t', '…', 'mssql'],
    ['SELECT * FROM t WHERE x = $a$ FROM u', 't …', 'postgres'],
    ['SELECT * FROM t /* /* */', 't …', 'postgres'],
    ['SELECT * FROM t WHERE x IN ()', 't'],
    ['SELECT * FROM 5, t', 't …'],
    ['SELECT * FROM ()', '…'],
    ['(SELECT * FROM t) UNION ()', 't …'],
    ['SELECT * FROM t WHERE x = 1 JOIN u ON 1 = 1', 't, u'],
  ])
})

import { describe, expect, test } from 'vitest'
import { readsOf } from '../../../test/reads-of.ts'

type Case = readonly [sql: string, reads: string, dialect?: string]

const check = (cases: readonly Case[]): void => {
  test.for(cases)('%s reads %s', ([sql, reads, dialect]) => {
    expect(readsOf(sql, dialect)).toBe(reads)
  })
}

describe('joins', () => {
  check([
    ['SELECT * FROM left_t LEFT JOIN right_t ON 1 = 1', 'left_t, right_t'],
    ['SELECT * FROM a NATURAL LEFT OUTER JOIN b', 'a, b'],
    ['SELECT * FROM a FULL JOIN b USING (k) AS u, c', 'a, b, c', 'postgres'],
    ['SELECT * FROM a JOIN b JOIN c ON b.k = c.k ON a.k = b.k', 'a, b, c'],
    ['SELECT * FROM a JOIN (b JOIN (c JOIN d ON 1 = 1) ON 1 = 1) ON 1 = 1, e', 'a, b, c, d, e'],
    ['SELECT * FROM ((a)), (((b JOIN c ON 1 = 1)))', 'a, b, c'],
    ['SELECT * FROM a, b x, c AS y, d "z", e AS "w"', 'a, b, c, d, e'],
    ['SELECT * FROM a INNER HASH JOIN b ON 1 = 1 LEFT LOOP JOIN c ON 1 = 1', 'a, b, c', 'mssql'],
    ['SELECT * FROM a INNER MERGE JOIN b ON 1 = 1', 'a, b', 'mssql'],
    ['SELECT * FROM a JOIN b ON a.x = CASE WHEN b.y IN (1, 2) THEN 3 ELSE 4 END, c', 'a, b, c'],
    ['SELECT * FROM a JOIN b ON LEFT(a.x, 3) = RIGHT(b.x, 3) JOIN c ON 1 = 1', 'a, b, c'],
    ['SELECT * FROM t1 a USE INDEX FOR JOIN (i1), t2 IGNORE KEY (i2), t3', 't1, t2, t3', 'mysql'],
    ['SELECT * FROM t PARTITION (p0, p1) AS x, u', 't, u', 'mysql'],
    ['SELECT * FROM t1, t2 PROCEDURE ANALYSE()', 't1, t2', 'mysql'],
    ['SELECT a FROM t LOCK IN SHARE MODE', 't', 'mysql'],
    ['SELECT * FROM a ALL INNER JOIN b USING k1, k2 WHERE 1', 'a, b', 'clickhouse'],
    ['SELECT * FROM a PASTE JOIN b', 'a, b', 'clickhouse'],
    ['SELECT * FROM a LEFT ARRAY JOIN x AS y, z ANY LEFT JOIN b USING (k)', 'a, b', 'clickhouse'],
    ['SELECT * FROM a SAMPLE 1 / 10 OFFSET 1 / 2 INNER JOIN b USING k', 'a, b', 'clickhouse'],
    ['SELECT * FROM a GLOBAL ANY RIGHT JOIN b USING k FORMAT JSON', 'a, b', 'clickhouse'],
    ['SELECT * FROM a ASOF JOIN b ON a.t >= b.t SEMI JOIN c USING (k)', 'a, b, c', 'duckdb'],
    ['SELECT * FROM e PARTITION BY (d) RIGHT OUTER JOIN t ON 1 = 1', 'e, t', 'oracle'],
    ['SELECT * FROM a LEFT ANTI JOIN b ON 1 = 1 CROSS JOIN c', 'a, b, c', 'spark'],
    ['SELECT * FROM a, LATERAL (SELECT * FROM b WHERE b.k = a.k) x, c', 'a, b, c', 'spark'],
    ['SELECT * FROM a JOIN LATERAL explode(a.xs) AS x JOIN b ON 1 = 1', 'a, b', 'spark'],
    ['SELECT * FROM t LATERAL VIEW OUTER explode(xs) v AS x, y WHERE 1 = 1', 't', 'spark'],
    ['SELECT * FROM a FULL OUTER APPLY b', 'a, b'],
    ["SELECT x.v FROM t CROSS APPLY t.doc.nodes('/a/b') AS x(v)", 't', 'mssql'],
  ])
})

describe('behind a table', () => {
  check([
    ['SELECT * FROM t FOR SYSTEM_TIME FROM @a TO @b AS x, u', 't, u', 'mssql'],
    ['SELECT * FROM t FOR VERSION AS OF 12 x JOIN u FOR TIMESTAMP AS OF now() ON 1 = 1', 't, u', 'trino'],
    ['SELECT * FROM t VERSION AS OF 3, u TIMESTAMP AS OF current_date() - 1, w', 't, u, w', 'spark'],
    ['SELECT * FROM t AT (VERSION => 3) JOIN u ON 1 = 1', 't, u', 'duckdb'],
    ["SELECT * FROM t BEFORE (STATEMENT => 'x'), u", 't, u', 'snowflake'],
    ['SELECT * FROM t AS OF SCN 5 x, u VERSIONS PERIOD FOR valid BETWEEN a AND b y, w', 't, u, w', 'oracle'],
    ["SELECT * FROM t PARTITION FOR (DATE '2024-01-01') x, u SAMPLE BLOCK (10) SEED (1)", 't, u', 'oracle'],
    ['SELECT * FROM t TABLESAMPLE 10%, u', 't, u', 'duckdb'],
    [
      'SELECT * FROM t TABLESAMPLE (10 ROWS) x JOIN u TABLESAMPLE (BUCKET 1 OUT OF 4 ON k) ON 1 = 1',
      't, u',
      'spark',
    ],
    ['SELECT * FROM t PIVOT XML (sum(a) FOR b IN (ANY)), u', 't, u', 'oracle'],
    ["SELECT * FROM t PIVOT (sum(a) AS s FOR b IN ('x', 'y')) p UNPIVOT (v FOR n IN (x, y)) q, u", 't, u'],
    ['SELECT * FROM t MODEL PARTITION BY (a) DIMENSION BY (b) MEASURES (c) RULES (c[1] = 2)', 't', 'oracle'],
    ['SELECT * FROM t START WITH a IS NULL CONNECT BY NOCYCLE PRIOR a = b', 't', 'oracle'],
    ['SELECT * FROM t WINDOW w AS (PARTITION BY a, b), v AS (ORDER BY c)', 't'],
    ['SELECT * FROM t GROUP BY CUBE (a, b), c HAVING count(*) > 1 ORDER BY a, b LIMIT 5, 10', 't'],
    ['SELECT * FROM t ORDER SIBLINGS BY a, b', 't', 'oracle'],
    ['SELECT * FROM t OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY', 't'],
    ['SELECT * FROM t SORT BY a, b', 't', 'spark'],
    ['SELECT * FROM a, b FOR UPDATE OF a, b NOWAIT', 'a, b', 'oracle'],
    ['SELECT * FROM t WHERE a MULTISET EXCEPT DISTINCT b IS NOT NULL', 't', 'oracle'],
    [
      'SELECT * FROM p x, e FOR PATH AS y, q FOR PATH AS z WHERE MATCH(SHORTEST_PATH(x(-(y)->z)+))',
      'p, e, q',
      'mssql',
    ],
    ['SELECT * FROM t FINAL PREWHERE a IN (1, 2) LIMIT 1 BY a, b SETTINGS x = 1, y = 2', 't', 'clickhouse'],
    ["SELECT * FROM t FOR XML PATH('x'), ROOT('y')", 't', 'mssql'],
    ['SELECT * FROM t OPTION (MAXDOP 1, MERGE JOIN)', 't', 'mssql'],
    ['SELECT * FROM UNNEST([1, 2]) AS x WITH OFFSET AS left, t', 't', 'bigquery'],
    ['SELECT * FROM UNNEST(@a) x WITH OFFSET o JOIN t ON 1 = 1', 't', 'bigquery'],
    ['SELECT * FROM unnest(a) WITH ORDINALITY x (v, i), t', 't', 'postgres'],
    ['SELECT * FROM t*, u *', 't, u', 'postgres'],
    ['SELECT * FROM t AS order, u AS left, w', 't, u, w'],
    ['SELECT * FROM t AS x (a, b) JOIN u AS y (c) ON 1 = 1', 't, u'],
    ['SELECT * FROM t offset, u', 't, u'],
    ['SELECT * FROM t qualify JOIN u ON 1 = 1', 't, u'],
  ])
})

describe('what is no table', () => {
  check([
    ['SELECT * FROM LATERAL flatten(input => x), t', 't', 'snowflake'],
    ['SELECT * FROM TABLE(result_scan(last_query_id())), t', 't', 'snowflake'],
    ['SELECT * FROM TABLE(information_schema.query_history()) q JOIN t ON 1 = 1', 't', 'snowflake'],
    ['SELECT * FROM TABLE($$ db.s.t $$)', 'db.s.t', 'snowflake'],
    ["SELECT * FROM TABLE(IDENTIFIER('s.t')) x, u", 's.t, u', 'snowflake'],
    ['SELECT * FROM TABLE(:v), u', 'u …', 'snowflake'],
    ["SELECT * FROM IDENTIFIER('s' || :x) a JOIN u ON 1 = 1", 'u …', 'spark'],
    ['SELECT * FROM IDENTIFIER(:s).t', 't …', 'spark'],
    ["SELECT * FROM IDENTIFIER('f')(1), t", 't', 'spark'],
    ['SELECT * FROM TABLE(e.kids) k, emp e', 'emp', 'oracle'],
    ['SELECT * FROM emp e, TABLE(e.kids) k, dept', 'emp, dept', 'oracle'],
    ['SELECT * FROM THE (SELECT kids FROM emp) k', 'emp', 'oracle'],
    ['SELECT * FROM CONTAINERS(hr.emp) c, SHARDS(hr.dept)', 'hr.emp, hr.dept', 'oracle'],
    [
      "SELECT * FROM XMLTABLE('/a' PASSING (SELECT doc FROM docs) COLUMNS x INT PATH '@x') t, u",
      'docs, u',
      'oracle',
    ],
    ['SELECT * FROM sys.dual', '', 'oracle'],
    ['SELECT * FROM VALUES (1, 2), (3, (SELECT max(a) FROM s)) AS v (a, b), t', 's, t', 'spark'],
    ['SELECT * FROM (VALUES ROW(1, 2), ROW(3, 4)) AS v JOIN t ON 1 = 1', 't', 'mysql'],
    ['SELECT * FROM (SELECT 1) JOIN t ON 1 = 1', 't'],
    ["SELECT * FROM EXTERNAL_QUERY('c', 'SELECT 1'), t", 't …', 'bigquery'],
    ["SELECT * FROM OPENQUERY(srv, 'SELECT * FROM x') q JOIN t ON 1 = 1", 't …', 'mssql'],
    ["SELECT * FROM OPENDATASOURCE('p', 'Data Source=x').db.dbo.t", '…', 'mssql'],
    ['SELECT * FROM CHANGETABLE(CHANGES dbo.t, @v) c JOIN u ON 1 = 1', 'dbo.t, u', 'mssql'],
    ["SELECT * FROM CONTAINSTABLE(s.t, (a, b), 'x NEAR y') k, dbo.containstable(u)", 's.t', 'mssql'],
    ["SELECT * FROM OPENROWSET(BULK 'f.csv', FORMAT = 'CSV') AS r", '', 'mssql'],
    ["SELECT * FROM dblink('c', 'select 1') AS t (a int)", '…', 'postgres'],
    ["SELECT * FROM TABLE(pg.system.query(query => 'SELECT 1'))", '…', 'trino'],
    ['SELECT * FROM TABLE(sequence(start => 1, stop => 5)), t', 't', 'trino'],
    ['SELECT * FROM tvf(TABLE ds.a, (SELECT * FROM ds.b), MODEL ds.m), ds.c', 'ds.a, ds.b, ds.c', 'bigquery'],
    ['SELECT * FROM f(TABLE(a.b) PARTITION BY x ORDER BY y, TABLE(SELECT * FROM c)) z', 'a.b, c', 'spark'],
    ['SELECT * FROM STREAM(a.b) x JOIN STREAM c.d ON 1 = 1', 'a.b, c.d', 'databricks'],
    ['SELECT * FROM stream, t', 'stream, t', 'spark'],
    ['SELECT * FROM \'a/*.parquet\', "b.csv" x, t', 't', 'duckdb'],
    ['SELECT * FROM range(5) r (i) JOIN x: t ON 1 = 1', 't', 'duckdb'],
    ['SELECT * FROM csv.`/a/b`, `csv`.`t`', 'csv.t', 'spark'],
    ["SELECT * FROM @s.stage1/a-b/c.csv, @~/x, @%t (PATTERN => '.*'), t", 't', 'snowflake'],
    ['SELECT * FROM numbers(5), view(SELECT * FROM a), b', 'a, b', 'clickhouse'],
    [
      "SELECT * FROM a WHERE x IN splitByChar(',', y) AND z IN (b, c) AND position(w IN v) = 1",
      'a',
      'clickhouse',
    ],
    ['WITH [1, 2] AS ids SELECT * FROM a WHERE x IN ids AND y GLOBAL NOT IN s.b', 'a, s.b', 'clickhouse'],
    ['SELECT * FROM UNPIVOT (SELECT 1), t', 't'],
    ["SELECT * FROM @x.nodes('/a') AS t(c), u", 'u', 'mssql'],
    ['SELECT * FROM ::fn_listextendedproperty(NULL) x, t', 't', 'mssql'],
    ['SELECT * FROM final f, values_t v, tables, source', 'final, values_t, tables, source'],
  ])
})

describe('arrays of tables', () => {
  check([
    ['SELECT (SELECT count(*) FROM o.lines) FROM ds.orders o', 'ds.orders', 'bigquery'],
    ['SELECT (SELECT count(*) FROM orders.lines) FROM ds.orders', 'ds.orders', 'bigquery'],
    ['SELECT 1 FROM ds.orders o WHERE EXISTS (SELECT 1 FROM o.lines l, l.parts p)', 'ds.orders', 'bigquery'],
    ['SELECT 1 FROM ds.a x CROSS JOIN x.items LEFT JOIN y.items ON TRUE', 'ds.a, y.items', 'bigquery'],
    ['SELECT 1 FROM ds.a x UNION ALL SELECT 1 FROM x.items', 'ds.a, x.items', 'bigquery'],
    ['SELECT 1 FROM (SELECT 1 FROM ds.a x), x.items', 'ds.a, x.items', 'bigquery'],
    ['SELECT 1 FROM (ds.a x JOIN ds.b USING (k)), x.items', 'ds.a, ds.b', 'bigquery'],
    ['WITH w AS (SELECT * FROM ds.a) SELECT 1 FROM w, w.items', 'ds.a', 'bigquery'],
    ['SELECT 1 FROM hr.emp hr, hr.dept', 'hr.emp, hr.dept', 'postgres'],
    ['SELECT 1 FROM c.o o, c.p', 'c.o, c.p', 'redshift'],
    ['SELECT k, v FROM c.t t, UNPIVOT t.attrs AS v AT k, d.u', 'c.t, d.u', 'redshift'],
    ['SELECT 1 FROM app.events e, e.items, sales, sales.lines', 'app.events, sales, sales.lines'],
  ])
})

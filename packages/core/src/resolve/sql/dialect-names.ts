const NAMES = [
  'ansi',
  'postgres',
  'redshift',
  'duckdb',
  'snowflake',
  'bigquery',
  'mysql',
  'mssql',
  'spark',
  'trino',
  'clickhouse',
  'oracle',
] as const

/** One of SQL_DIALECTS. */
export type SqlDialect = (typeof NAMES)[number]
/** The dialects of SQL that are known. */
export const SQL_DIALECTS: readonly SqlDialect[] = NAMES

/** Other names that the same language goes by. */
const OTHER_NAMES: Readonly<Record<string, SqlDialect>> = {
  standard: 'ansi',
  postgresql: 'postgres',
  pg: 'postgres',
  mariadb: 'mysql',
  sqlserver: 'mssql',
  tsql: 'mssql',
  azuresql: 'mssql',
  synapse: 'mssql',
  fabric: 'mssql',
  databricks: 'spark',
  hive: 'spark',
  sparksql: 'spark',
  presto: 'trino',
  athena: 'trino',
  motherduck: 'duckdb',
}

/** Whether a dialect goes by this name. */
export const isKnownDialect = (name: string): boolean => dialectNamed(name) !== undefined

/** The dialect that goes by this name. */
export function dialectNamed(name: string): SqlDialect | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '')
  const known = Object.hasOwn(OTHER_NAMES, plain) ? OTHER_NAMES[plain] : plain
  return SQL_DIALECTS.find((dialect) => dialect === known)
}

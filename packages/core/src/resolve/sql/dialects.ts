import { dialectNamed, type SqlDialect } from './dialect-names.ts'
import { words } from './words.ts'

/** What a backslash does inside quotes: it keeps the next quote from closing, nothing, or what the text then makes sense of. */
export type Backslash = 'escapes' | 'plain' | 'guess'

/** How a string that begins with a letter is read: `E'…'`, BigQuery's and Spark's `r'…'`, Oracle's `q'[…]'`. */
export type StringForm = 'escapes' | 'plain' | 'delimited'

/** What a dialect does in its own way, as data: code asks these properties and never for a dialect's name. */
export interface Dialect {
  readonly backslash: Readonly<Record<"'" | '"' | '`', Backslash>>
  readonly stringForms: Readonly<Record<string, StringForm>>
  /** `'''…'''` and `"""…"""` */
  readonly tripleQuotes: boolean
  /** `$$…$$` and `$tag$…$tag$`; `guess`: where the closing one is there. */
  readonly dollarQuotes: boolean | 'guess'
  /** `[name]`, or an array and a subscript. */
  readonly brackets: 'names' | 'arrays' | 'guess'
  readonly nestedComments: boolean | 'guess'
  /** What `#` begins where it is not inside a name. */
  readonly hash: 'comment' | 'comment before a blank' | 'name' | 'symbol' | 'guess'
  readonly hashInNames: boolean
  /** `--` opens a comment before a blank only. */
  readonly dashesNeedBlank: boolean
  /** `//` to the end of the line is a comment. */
  readonly slashComments: boolean
  /** What stands in a comment that opens with `/*!` is code. */
  readonly versionComments: boolean
  /** `&name` and `&name.` are variables. */
  readonly ampersands: boolean
  /** What `@` begins: variables, or the names and paths of stages, which hold files. */
  readonly variables: 'variables' | 'stages' | 'either'
  /** Lines that end what stands before them. */
  readonly batchLines: readonly ('GO' | '/')[]
  /** Words of a client: with its line, such a word is no SQL where no statement is open. */
  readonly clientLines: ReadonlySet<string>
  /** `my-project.data.t` */
  readonly hyphens: boolean
  /** A name in one pair of backticks is cut at its dots. */
  readonly cutsBackticks: boolean
  /** `[project:data.t]` */
  readonly legacyBrackets: boolean
  /** How names are compared: what unquoted ones fold to, or `all` without case. */
  readonly folds: 'lower' | 'upper' | 'all'
  /** After a UNION a CTE may name itself though RECURSIVE is not said. */
  readonly recursesUnasked: boolean
  /** `FROM t, t.items`: what an earlier entry has to give so that this is a path to its array. */
  readonly arrayPaths: 'never' | 'alias' | 'alias or name'
  /** `#name` is a temporary table. */
  readonly hashIsTemporary: boolean
  /** `FROM t (NOLOCK)` */
  readonly bareHints: boolean
  /** The entry of FROM that has the name of the target of UPDATE or DELETE is the target, under any alias. */
  readonly targetInFrom: boolean
  /** `x IN t` reads t. */
  readonly inReadsTable: boolean
  /** `CREATE TABLE a AS b` takes the columns of b. */
  readonly asCopiesTable: boolean
  /** `JOIN t USING a, b` */
  readonly usingWithoutParentheses: boolean
  /** A statement ends where the next one begins; `lines`: where that begins a line. */
  readonly semicolonsOptional: boolean | 'lines'
  /** `FROM STREAM t` */
  readonly streams: boolean
  /** `FROM alias: t` */
  readonly colonAlias: boolean
  /** A name in quotes that ends as files do is a file. */
  readonly quotedFiles: boolean
}

const STANDARD: Dialect = {
  backslash: { "'": 'plain', '"': 'plain', '`': 'plain' },
  stringForms: {},
  tripleQuotes: false,
  dollarQuotes: false,
  brackets: 'arrays',
  nestedComments: 'guess',
  hash: 'symbol',
  hashInNames: true,
  dashesNeedBlank: false,
  slashComments: false,
  versionComments: false,
  ampersands: false,
  variables: 'variables',
  batchLines: [],
  clientLines: new Set(),
  hyphens: false,
  cutsBackticks: false,
  legacyBrackets: false,
  folds: 'upper',
  recursesUnasked: false,
  arrayPaths: 'never',
  hashIsTemporary: false,
  bareHints: false,
  targetInFrom: false,
  inReadsTable: false,
  asCopiesTable: false,
  usingWithoutParentheses: false,
  semicolonsOptional: false,
  streams: false,
  colonAlias: false,
  quotedFiles: false,
}

/** The rules where no dialect is known: what any dialect would take, and guesses where they contradict each other. */
export const DEFAULT_DIALECT: Dialect = {
  ...STANDARD,
  backslash: { "'": 'guess', '"': 'guess', '`': 'plain' },
  stringForms: { E: 'escapes', Q: 'delimited', NQ: 'delimited' },
  dollarQuotes: 'guess',
  brackets: 'guess',
  hash: 'guess',
  slashComments: true,
  versionComments: true,
  ampersands: true,
  variables: 'either',
  batchLines: ['GO', '/'],
  hyphens: true,
  cutsBackticks: true,
  legacyBrackets: true,
  folds: 'all',
  recursesUnasked: true,
  arrayPaths: 'alias',
  hashIsTemporary: true,
  bareHints: true,
  semicolonsOptional: 'lines',
}

const POSTGRES: Dialect = {
  ...STANDARD,
  stringForms: { E: 'escapes' },
  dollarQuotes: true,
  nestedComments: true,
  folds: 'lower',
}

export const DIALECTS = {
  ansi: STANDARD,
  postgres: POSTGRES,
  redshift: {
    ...POSTGRES,
    backslash: { "'": 'escapes', '"': 'plain', '`': 'plain' },
    hash: 'name',
    folds: 'all',
    arrayPaths: 'alias or name',
    hashIsTemporary: true,
  },
  duckdb: { ...POSTGRES, folds: 'all', colonAlias: true, quotedFiles: true },
  snowflake: {
    ...STANDARD,
    backslash: { "'": 'escapes', '"': 'plain', '`': 'plain' },
    dollarQuotes: true,
    nestedComments: false,
    slashComments: true,
    variables: 'stages',
    recursesUnasked: true,
  },
  bigquery: {
    ...STANDARD,
    backslash: { "'": 'escapes', '"': 'escapes', '`': 'escapes' },
    stringForms: { R: 'escapes', B: 'escapes', RB: 'escapes', BR: 'escapes' }, // raw too: a backslash still guards a quote
    tripleQuotes: true,
    nestedComments: false,
    hash: 'comment',
    hashInNames: false,
    hyphens: true,
    cutsBackticks: true,
    legacyBrackets: true,
    folds: 'all',
    arrayPaths: 'alias or name',
  },
  mysql: {
    ...STANDARD,
    backslash: { "'": 'escapes', '"': 'escapes', '`': 'plain' },
    nestedComments: false,
    hash: 'comment',
    hashInNames: false,
    dashesNeedBlank: true,
    versionComments: true,
    folds: 'all',
  },
  mssql: {
    ...STANDARD,
    brackets: 'names',
    nestedComments: true,
    hash: 'name',
    batchLines: ['GO'],
    folds: 'all',
    recursesUnasked: true,
    hashIsTemporary: true,
    bareHints: true,
    targetInFrom: true,
    semicolonsOptional: true,
  },
  spark: {
    ...STANDARD,
    backslash: { "'": 'escapes', '"': 'escapes', '`': 'plain' },
    stringForms: { R: 'plain' },
    dollarQuotes: 'guess',
    nestedComments: true,
    folds: 'all',
    streams: true,
  },
  trino: { ...STANDARD, dollarQuotes: 'guess', nestedComments: false, folds: 'all' },
  clickhouse: {
    ...STANDARD,
    backslash: { "'": 'escapes', '"': 'escapes', '`': 'escapes' },
    dollarQuotes: 'guess',
    nestedComments: true,
    hash: 'comment before a blank',
    slashComments: true,
    folds: 'all',
    inReadsTable: true,
    asCopiesTable: true,
    usingWithoutParentheses: true,
  },
  oracle: {
    ...STANDARD,
    stringForms: { Q: 'delimited', NQ: 'delimited' },
    nestedComments: false,
    ampersands: true,
    batchLines: ['/'],
    clientLines:
      words(`SET SHOW PROMPT REM REMARK SPOOL WHENEVER DEFINE UNDEFINE COLUMN COL VARIABLE VAR ACCEPT PAUSE TTITLE
      BTITLE HOST TIMING ARCHIVE`), // SQL*Plus
    recursesUnasked: true,
  },
} as const satisfies Record<SqlDialect, Dialect>

/** The rules of a dialect by any of its names, without case; the default rules where the name is not known or not given. */
export function dialectOf(name = ''): Dialect {
  const known = dialectNamed(name)
  return known === undefined ? DEFAULT_DIALECT : DIALECTS[known]
}

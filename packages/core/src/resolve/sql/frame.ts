import type { TableName } from './table-name.ts'
import type { TableRead } from './table-reads.ts'

/** What the reader makes of the next token of a frame. */
export type State =
  /** A statement begins. */
  | 'statement'
  /** A query has to begin: behind UNION, in the parentheses of a CTE, behind CREATE … AS. */
  | 'query'
  /** Words before the verb: EXPLAIN ANALYZE, IF … THEN, DECLARE. */
  | 'prefix'
  /** Nothing names a table that is read: GRANT, SHOW, SET. */
  | 'inert'
  /** The entries of WITH. */
  | 'with'
  /** What SELECT lists, or SET sets: FROM may follow. */
  | 'list'
  /** A table has to be named. */
  | 'table'
  /** Behind a table: its alias, ON; a comma or JOIN leads to the next one. */
  | 'joined'
  /** Behind LATERAL VIEW and the like: a comma leads to no table, JOIN does. */
  | 'columns'
  /** The rows of VALUES in FROM. */
  | 'values'
  /** WHERE and what follows it. */
  | 'tail'
  /** Behind the target of INSERT. */
  | 'inserting'
  /** Behind the name that CREATE gives. */
  | 'creating'
  /** In the parentheses there. */
  | 'definitions'
  /** ALTER TABLE */
  | 'altering'
  /** PREPARE */
  | 'preparing'
  /** Right behind an opening bracket: a query, or an expression. */
  | 'opened'
  | 'expression'

/** '' is the text itself, '%' the body of a template's block; the others are brackets. */
export type Opener = '' | '%' | '(' | '[' | '{'

/** An entry of FROM while it is read. */
export interface FromEntry {
  readonly name: TableName | undefined
  readonly read: TableRead | undefined
  alias: string | undefined
}

/** The targets of an UPDATE or DELETE, and the entries of its FROM: one of them can be the target again. */
export interface Written {
  readonly targets: readonly TableName[]
  readonly entries: FromEntry[]
}

/** What CREATE or SELECT … INTO makes. */
export interface Creation {
  readonly name: TableName
  readonly temporary: boolean
  /** A query makes it temporary, as in Spark's CACHE TABLE. */
  readonly byQuery: boolean
}

/** A pair of brackets that is open, or the statement itself: what is known while reading in it. */
export interface Frame {
  readonly opener: Opener
  /** The token that opens it; -1 for the text itself. */
  readonly token: number
  /** How many parentheses are open, counted from the text itself or the template's block that it is in. */
  readonly parentheses: number
  /** The marks to go back to when it ends. */
  readonly cteMark: number
  readonly aliasMark: number
  state: State
  /** The first word of its statement or query. */
  verb: string
  /** FROM came first: SELECT may follow. Elsewhere it begins another query. */
  awaitsSelect: boolean
  /** The next USING names tables, as in MERGE and DELETE. */
  usingTables: boolean
  /** Where a template stands that may be what has to begin: an offset. */
  templateAt: number | undefined
  /** A join tree in parentheses: its tables belong to the query around it. */
  isTree: boolean
  entry: FromEntry | undefined
  written: Written | undefined
  creation: Creation | undefined
  /** Paths that waited for an alias when this query began, and when its FROM did. */
  waitingFrom: number
  waitingTo: number
  /** The CTE that it is the body of. */
  readonly cte: string | undefined
  /** That CTE's name where it can be named only after a UNION. */
  readonly ownName: string | undefined
  /** While in WITH: the entry. */
  item: WithItem | undefined
}

/** An entry of WITH as far as it has been read. */
export interface WithItem {
  readonly recursive: boolean
  readonly name: string | undefined
  /** AS has been read: the next parentheses are the body. */
  readonly bodyIsDue: boolean
  /** The body has been read: a query, or a comma, may follow. */
  readonly complete: boolean
  /** In SEARCH or CYCLE, which list columns. */
  readonly searching: boolean
}

/** An `{% if %}` or `{% for %}` that is open: the frame that it began in, and a copy of that as it was. */
export interface Branch {
  readonly frame: Frame
  readonly depth: number
  readonly before: Frame
  hasElse: boolean
}

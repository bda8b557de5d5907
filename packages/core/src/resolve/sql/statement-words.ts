import { isBase } from './end-frame.ts'
import type { State } from './frame.ts'
import type { Reader } from './reader.ts'
import { beginsWith } from './query-starts.ts'
import { TOKEN } from './tokens.ts'

/** Words that begin a statement wherever one may begin. */
const STATEMENTS = new Set(
  'SELECT INSERT UPDATE DELETE MERGE CREATE ALTER DROP TRUNCATE EXEC EXECUTE CALL DECLARE SET GRANT REVOKE DENY'.split(
    ' ',
  ),
)
/** Those that are a name or an option in other dialects: at the beginning of a line they are statements all the same. */
const STATEMENTS_OF_LINES = new Set(['PRINT', 'USE', 'THROW', 'RAISERROR'])

/** Words before which, or symbols after which, such a word is something else: ON UPDATE, FOR UPDATE, BEFORE INSERT OR DELETE. */
const BEFORE_OTHER_USE = new Set(
  'ON FOR OF AFTER BEFORE OR , KEY GRANT REVOKE DENY SHOW |> INSTEAD DO COMMIT WITH EXPLAIN ALL PRIVILEGES AS UPDATE DELETE INSERT SELECT DISTINCT'.split(
    ' ',
  ),
)
const ROUTINE_USE = new Set(['AS', 'ON', 'FUNCTION', 'PROCEDURE', '('])

export const isStatementWord = (reader: Reader): boolean => STATEMENTS.has(reader.word())

/** The states in which a statement that is complete, as far as one can tell, is read. */
const MAY_END = new Set<State>([
  'list',
  'joined',
  'columns',
  'tail',
  'inert',
  'inserting',
  'altering',
  'creating',
])

/** Does another statement begin here though no semicolon ended the one before? */
export function beginsAnother(reader: Reader): boolean {
  const { frame, dialect } = reader
  const { state, verb } = frame
  if (reader.kind() !== TOKEN.word || !MAY_END.has(state) || verb === 'MERGE' || !isBase(frame)) return false
  const word = reader.word()
  if (QUERY_STATES.has(state) && (word === 'SELECT' || beginsWith(reader)))
    return !frame.awaitsSelect && reader.word(-1) !== '|>'
  if (word === 'SELECT' && state === 'creating') return createsWithoutQuery(reader)
  const { semicolonsOptional } = dialect
  if (semicolonsOptional === false || (BEFORE_OTHER_USE.has(reader.word(-1)) && verb !== 'SET')) return false
  const isOfLine = STATEMENTS_OF_LINES.has(word)
  if (!(isOfLine || STATEMENTS.has(word)) || isOfThisStatement(reader)) return false
  return (semicolonsOptional === true && !isOfLine) || beginsOwnLine(reader)
}

const QUERY_STATES = new Set<State>(['list', 'joined', 'columns', 'tail'])

/** SQL Server creates no table by a query: `CREATE TABLE #t (id int) SELECT …` are two statements. */
function createsWithoutQuery({ frame: { verb, creation }, dialect, findings }: Reader): boolean {
  if (verb !== 'CREATE' || !creation) return false
  return dialect.semicolonsOptional === true || findings.temporaries.isTemporary(creation.name)
}

/** Words that look like a statement and are a part of the one that is read. */
function isOfThisStatement(reader: Reader): boolean {
  const { verb, state, awaitsSelect } = reader.frame
  const next = reader.word(1)
  switch (reader.word()) {
    case 'SELECT':
      return state === 'inserting'
    case 'SET':
      return (verb === 'UPDATE' && state === 'joined') || state === 'inserting' || verb === 'ALTER'
    case 'EXEC':
    case 'EXECUTE':
    case 'CALL':
      return state === 'inserting' || verb === 'ALTER' || ROUTINE_USE.has(next)
    case 'INSERT': // Hive's FROM t INSERT INTO …, and a function
      return next === '(' || awaitsSelect
    case 'UPDATE':
    case 'TRUNCATE':
      return next === '('
    case 'MERGE': // SQL Server's join by merging
      return next === 'JOIN'
    case 'ALTER':
    case 'DROP':
      return verb === 'ALTER'
    case 'USE':
      return next === 'INDEX' || next === 'KEY'
    default:
      return false
  }
}

/** Is there a line break between the token before and this one? */
function beginsOwnLine({ tokens, at }: Reader): boolean {
  return tokens.text.slice(tokens.end(at - 1), tokens.start(at)).includes('\n')
}

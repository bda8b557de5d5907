import fc from 'fast-check'

/** A query as the words and signs that it consists of, with the names of the tables that it reads, in their order. */
export interface MadeQuery {
  readonly tokens: readonly string[]
  readonly reads: readonly string[]
}

const KEYWORDS = new Set(
  'SELECT FROM AS JOIN LEFT ON WHERE AND EXISTS IN GROUP BY UNION ALL WITH CASE WHEN THEN ELSE END DISTINCT ORDER'.split(
    ' ',
  ),
)

/** Is it a word of the language, and no name? */
export const isKeyword = (token: string): boolean => KEYWORDS.has(token)

type Piece = string | MadeQuery

/** One after the other; a string is cut at its blanks. */
const join = (...pieces: readonly Piece[]): MadeQuery => ({
  tokens: pieces.flatMap((piece) => (typeof piece === 'string' ? piece.split(' ') : piece.tokens)),
  reads: pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.reads)),
})

const joined = (pieces: readonly MadeQuery[], between: string): MadeQuery =>
  join(...pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece])))

const aTable = fc
  .constantFrom('t1', 't2', 's . t1', 's . t3', 'd . s . t1', 'd . s2 . t4')
  .map((written): MadeQuery => ({ tokens: written.split(' '), reads: [written.replaceAll(' ', '')] }))

/** Whatever holds what, it holds it so deep at most. */
const DEPTH = { maxDepth: 3, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true }

const anAlias = fc.constantFrom('x1', 'AS x2', 'x3')

export const { query: aQuery } = fc.letrec<{
  query: MadeQuery
  select: MadeQuery
  source: MadeQuery
  condition: MadeQuery
  item: MadeQuery
}>((tie) => ({
  query: fc.oneof(
    DEPTH,
    tie('select'),
    fc
      .tuple(tie('select'), fc.constantFrom('UNION', 'UNION ALL'), tie('query'))
      .map((parts) => join(...parts)),
    fc.tuple(fc.array(tie('query'), { minLength: 1, maxLength: 3 }), tie('select')).map(withNames),
  ),
  select: fc
    .record({
      items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      sources: fc.array(tie('source'), { minLength: 1, maxLength: 3 }),
      condition: fc.option(tie('condition'), { nil: undefined }),
      tail: fc.constantFrom('', 'GROUP BY a', 'ORDER BY a , b'),
    })
    .map(({ items, sources, condition, tail }) =>
      join(
        'SELECT',
        joined(items, ','),
        'FROM',
        joined(sources, ','),
        ...(condition ? ['WHERE', condition] : []),
        ...(tail ? [tail] : []),
      ),
    ),
  source: fc.oneof(
    DEPTH,
    aTable,
    fc.tuple(aTable, anAlias).map((parts) => join(...parts)),
    fc.tuple(tie('query'), anAlias).map(([query, alias]) => join('(', query, ')', alias)),
    fc
      .tuple(tie('source'), fc.constantFrom('JOIN', 'LEFT JOIN'), tie('source'), tie('condition'))
      .map(([left, kind, right, condition]) => join('(', left, kind, right, 'ON', condition, ')')),
  ),
  condition: fc.oneof(
    DEPTH,
    fc.constantFrom('a = 1', 'a IN ( 1 , 2 )', "b = 'FROM,z'").map((written) => join(written)),
    fc
      .tuple(fc.constantFrom('EXISTS (', 'a IN ('), tie('query'))
      .map(([before, query]) => join(before, query, ')')),
    fc.tuple(tie('condition'), tie('condition')).map((both) => joined(both, 'AND')),
  ),
  item: fc.oneof(
    DEPTH,
    fc.constantFrom('*', 'a', 'a AS b', 'count ( DISTINCT a )').map((written) => join(written)),
    tie('query').map((query) => join('(', query, ')')),
    tie('condition').map((condition) => join('CASE WHEN', condition, 'THEN 1 ELSE 2 END')),
  ),
}))

/** WITH: the query reads all that is made, and every body those before it. */
function withNames([bodies, select]: [MadeQuery[], MadeQuery]): MadeQuery {
  const items = bodies.map((body, i) =>
    join(`c${i} AS (`, body, ...(i === 0 ? [] : [`UNION ALL SELECT a FROM c${i - 1}`]), ')'),
  )
  const names = bodies.map((_, i) => `c${i}`).join(' , ')
  return join('WITH', joined(items, ','), select, 'UNION ALL SELECT a FROM', names)
}

/** The query as a text with blanks between the tokens. */
export const textOf = ({ tokens }: MadeQuery): string => tokens.join(' ')

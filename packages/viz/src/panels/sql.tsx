import type { SqlPiece } from '../worker/answers/sql-pieces.ts'

/** The SQL of a query, with the tables that it reads marked, and the one that the line begins at more than the others. */
export const Sql = ({ pieces }: { pieces: readonly SqlPiece[] }) => (
  <pre class="sql" tabIndex={0}>
    {pieces.map(({ at, text, read }) =>
      read ? (
        <mark key={at} class={read}>
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </pre>
)

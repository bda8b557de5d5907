import type { Span } from '../../read/scan-json.ts'
import type { NamePart, TableName } from './table-name.ts'

/** A table where it is read. */
export interface TableRead {
  readonly cluster: string | undefined
  readonly database: string | undefined
  readonly schema: string | undefined
  readonly table: string
  readonly start: number
  readonly end: number
  /** It turned out to be no table, or what is written to. */
  dropped: boolean
}

/** A table that a query reads: its name as written, and everywhere that it stands. A part that is not written is not there. */
export interface QueryTable {
  readonly cluster?: string
  readonly database?: string
  readonly schema?: string
  readonly table: string
  /** UTF-16 offsets into the SQL, in its order; the first is where it is first read. */
  readonly places: readonly Span[]
}

/** What a name means by its number of parts; what goes beyond four is a cluster with dots. */
export function readOf({ parts, start, end }: TableName): TableRead {
  const [table, schema, database] = [...parts].reverse()
  const cluster = parts.slice(0, Math.max(0, parts.length - 3))
  return {
    cluster: cluster.length > 1 ? cluster.map(({ text }) => text ?? '').join('.') : given(cluster[0]),
    database: given(database),
    schema: given(schema),
    table: table?.text ?? '',
    start,
    end,
    dropped: false,
  }
}

const given = (part: NamePart | undefined): string | undefined => part?.text || undefined

/** One table for all the reads whose names are written alike, in the order of the first. */
export function distinctTables(reads: readonly TableRead[]): QueryTable[] {
  const tables = new Map<string, QueryTable & { places: Span[] }>()
  const standing = reads.filter(({ dropped }) => !dropped).sort((a, b) => a.start - b.start)
  for (const { cluster, database, schema, table, start, end } of standing) {
    const key = `${cluster ?? ''}\u0000${database ?? ''}\u0000${schema ?? ''}\u0000${table}`
    const known = tables.get(key)
    if (known) {
      known.places.push({ start, end })
      continue
    }
    tables.set(key, {
      ...(cluster !== undefined && { cluster }),
      ...(database !== undefined && { database }),
      ...(schema !== undefined && { schema }),
      table,
      places: [{ start, end }],
    })
  }
  return [...tables.values()]
}

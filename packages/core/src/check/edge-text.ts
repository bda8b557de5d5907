import type { LineageIdentifier } from '../model/identifier.ts'
import { quote } from './quote.ts'

/** An identifier in words: its id, its parts with dots between, or the word for a query. */
export function identifierText(identifier: LineageIdentifier): string {
  switch (identifier.type) {
    case 'internal_resource':
      return identifier.databuilder_id
    case 'tables_from_query':
      return identifier.sql
    case 'external_table':
    case 'external_column': {
      const { cluster, database, schema, table } = identifier
      const column = identifier.type === 'external_column' ? identifier.column : undefined
      return [cluster, database, schema, table, column].filter((part) => part != null).join('.')
    }
  }
}

/** An edge as declared, in words. */
export const edgeText = ({ from, to }: { from: LineageIdentifier; to: LineageIdentifier }): string =>
  `${quote(identifierText(from))} → ${quote(identifierText(to))}`

import type { LineageGraph } from '../graph/lineage-graph.ts'
import { UNSET } from '../read/strings.ts'
import { FITS } from '../resolve/resolve-tables.ts'
import { isColumn, type IsWanted } from './mentions.ts'

/** Mentions that fit several tables, or several columns of the one table that they fit. Nothing else is said of such a mention. */
export const isAmbiguous = (graph: LineageGraph): IsWanted => {
  const { tables, columnFits } = graph.resolution.externals
  return (table, identifier) =>
    tables.fits[table] === FITS.several || (identifier !== UNSET && columnFits[identifier] === FITS.several)
}

/** Mentions of a table that is nowhere, or of a column that is nowhere in the one table that fits. */
export const isNowhere = (graph: LineageGraph): IsWanted => {
  const { tables, columnFits } = graph.resolution.externals
  return (table, identifier) =>
    tables.fits[table] === FITS.nothing ||
    (tables.fits[table] !== FITS.several &&
      isColumn(graph, identifier) &&
      columnFits[identifier] === FITS.nothing)
}

/** Of what is nowhere or written in another case: whether the table was found as it is written, so that the column is to blame. */
export const isColumnToBlame = (graph: LineageGraph): IsWanted => {
  const { fits } = graph.resolution.externals.tables
  return (table) => fits[table] === FITS.exactly
}

/**
 * Of external tables and columns those that are wanted and not ambiguous. What queries mention is none of them: SQL folds case by
 * itself and names what it reads.
 */
export function declaredOnly(graph: LineageGraph, isWanted: IsWanted): IsWanted {
  const ambiguous = isAmbiguous(graph)
  return (table, identifier) =>
    identifier !== UNSET && isWanted(table, identifier) && !ambiguous(table, identifier)
}

import { isUploadColumn, REQUIRED_COLUMNS, uploadColumnOf, type UploadColumn } from '../model/upload-csv.ts'
import type { CsvForm } from './csv-form.ts'
import type { HeaderFault } from './input-problem.ts'

/**
 * Reads the header of Secoda's upload CSV. A name in another case, or with blanks around it, is a fault, and its column is read; of a
 * name that stands there twice the first one is.
 */
export function readUploadHeader(
  names: readonly string[],
  delimiter: string,
): { readonly form: CsvForm; readonly faults: readonly HeaderFault[] } {
  const columns = new Map<UploadColumn, number>()
  const faults: HeaderFault[] = []
  for (const [cell, given] of names.entries()) {
    const column = uploadColumnOf(given)
    if (column === undefined || !isUploadColumn(given)) faults.push({ reason: 'unknown', given, cell })
    if (column === undefined) continue
    if (columns.has(column)) faults.push({ reason: 'twice', column, cell })
    else columns.set(column, cell)
  }
  for (const column of REQUIRED_COLUMNS) if (!columns.has(column)) faults.push({ reason: 'missing', column })
  if (delimiter !== ',') faults.push({ reason: 'delimiter', delimiter })
  return {
    form: { delimiter, columns, width: names.length },
    faults: columns.size === 0 ? [{ reason: 'none' }] : faults,
  }
}

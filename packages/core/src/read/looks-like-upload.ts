import { isUploadHeader } from '../model/upload-csv.ts'
import { CsvReader } from './csv-rows.ts'
import { utf16Of } from './utf16.ts'

/** As many bytes of a file as are needed to tell whether it is Secoda's upload CSV. */
export const HEADER_BYTES = 1 << 16

/**
 * Whether a file that begins with these bytes has the header of Secoda's upload CSV.
 * @example
 * ```ts
 * looksLikeUpload(new TextEncoder().encode('col_name,database,schema,name\n')) // true
 * ```
 */
export function looksLikeUpload(head: Uint8Array): boolean {
  const encoding = utf16Of(head)
  const bytes = encoding ? new TextEncoder().encode(new TextDecoder(encoding).decode(head)) : head
  const reader = new CsvReader()
  for (const rows of [reader.take({ bytes, offset: 0 }), reader.end()])
    for (const { fields } of rows) return isUploadHeader(fields)
  return false
}

import { isUtf8 } from 'node:buffer'
import { isJsonObject, textOfLine, uploadFile, uploadForm, type UploadFile } from '@lineagraph/core'

/** A line that begins with `{`: what it declares, as its file takes it, or why it is none of a file. */
export type ReadLine =
  | { readonly kind: 'declaration'; readonly file: UploadFile; readonly declaration: string | Uint8Array }
  | { readonly kind: 'print' }
  | { readonly kind: 'unreadable' }

const LF = 10

/**
 * Reads a whole line of what a program prints, as the check reads it.
 * @param line its number, from 1: the first one may begin with a byte-order mark.
 */
export function readDeclaration(bytes: Uint8Array, line: number): ReadLine {
  const ofLine = bytes.at(-1) === LF ? bytes.subarray(0, -1) : bytes
  let json: unknown
  try {
    json = JSON.parse(textOfLine(ofLine, line - 1))
  } catch {
    return { kind: 'unreadable' }
  }
  const file = isJsonObject(json) ? uploadFile(json) : undefined
  if (file === undefined || !isJsonObject(json)) return { kind: 'print' }
  const text = isUtf8(ofLine) ? textOf(uploadForm(json)) : undefined
  return { kind: 'declaration', file, declaration: text ?? ofLine } // what cannot be written again is kept as it came
}

/** JSON of a value; undefined where it is nested deeper than can be written. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

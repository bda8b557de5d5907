import { isUtf8 } from 'node:buffer'
import {
  isJsonObject,
  printedFrom,
  textOfLine,
  uploadFile,
  uploadText,
  type UploadFile,
} from '@lineagraph/core'

/** What was read: what it declares, as its file takes it, or why it is none of a file. */
export type ReadLine =
  | {
      readonly kind: 'declaration'
      readonly file: UploadFile
      readonly declaration: string | Uint8Array
      /** What stands around the declaration and is a print: codes for colour. */
      readonly print: Uint8Array
    }
  | { readonly kind: 'print' }
  | { readonly kind: 'unreadable' }

const LF = 10
const CR = 13
const CLOSE = 0x7d
const NOTHING = new Uint8Array(0)

/**
 * Reads a whole line of what a program prints, as the check reads it.
 * @param line its number, from 1: the first one may begin with a byte-order mark.
 */
export function readDeclaration(bytes: Uint8Array, line: number): ReadLine {
  const ofLine = withoutEnd(bytes)
  const text = textOfLine(ofLine, line - 1)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'unreadable' }
  }
  return declarationOf(json, text, ofLine, NOTHING)
}

/** Reads what a line ends with behind other text, as the check reads it. */
export function readTail(bytes: Uint8Array): ReadLine {
  const ofLine = withoutEnd(bytes)
  const json = printedFrom(new TextDecoder().decode(ofLine), 0)
  if (json === undefined) return { kind: 'print' }
  const end = ofLine.lastIndexOf(CLOSE) + 1
  const print = ofLine.subarray(end, ofLine.at(-1) === CR ? -1 : undefined) // \r is of the line end
  return declarationOf(JSON.parse(json), json, ofLine.subarray(0, end), print)
}

/** @param text of the JSON, and its `bytes`. */
function declarationOf(json: unknown, text: string, bytes: Uint8Array, print: Uint8Array): ReadLine {
  const file = isJsonObject(json) ? uploadFile(json) : undefined
  if (file === undefined || !isJsonObject(json)) return { kind: 'print' }
  const written = isUtf8(bytes) ? uploadText(json, text) : undefined
  return { kind: 'declaration', file, declaration: written ?? bytes, print } // what cannot be written again is kept as it came
}

const withoutEnd = (bytes: Uint8Array): Uint8Array => (bytes.at(-1) === LF ? bytes.subarray(0, -1) : bytes)

import { faultOf, type JsonFault } from '../scan-json.ts'

const LF = 10
const encoder = new TextEncoder()

/** Where inside a value that may stand on several lines it stops being JSON. */
export interface FaultInValue extends Pick<JsonFault, 'expected' | 'found'> {
  /** How many lines further down than the value begins. */
  readonly lines: number
  /** The byte of the value at which that line begins, 0 on the first. */
  readonly lineByte: number
  /** UTF-16 units behind that. */
  readonly at: number
  /** The byte of the value. */
  readonly byte: number
}

/**
 * The first fault of a value of a document.
 * @param bytes of the text, which must not be JSON.
 */
export function faultInValue(text: string, bytes: Uint8Array): FaultInValue {
  const { at, expected, found } = faultOf(text)!
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  let lines = 0
  let lineByte = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < lineStart; next = text.indexOf('\n', next + 1)) {
    lines++
    lineByte = bytes.indexOf(LF, lineByte) + 1
  }
  return {
    lines,
    lineByte,
    at: at - lineStart,
    byte: lineByte + encoder.encode(text.slice(lineStart, at)).length,
    expected,
    found: at < text.length ? found : 'the end of the value',
  }
}

import type { Severity } from '../check/finding.ts'

/** What stands before a change: added, removed, changed, moved, renamed. */
export type Sign = '+' | '-' | '~' | '>' | '='

/** What reports for a terminal colour. */
export interface Paint {
  severity(severity: Severity, text: string): string
  sign(sign: Sign): string
  bold(text: string): string
  faint(text: string): string
}

const code = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`
const red = code(31, 39)
const yellow = code(33, 39)
const blue = code(34, 39)
const green = code(32, 39)
const COLOUR_OF = { error: red, warning: yellow, info: blue } as const

const COLOUR_OF_SIGN = { '+': green, '-': red, '~': yellow, '>': blue, '=': blue } as const

/** For a terminal. */
export const colours: Paint = {
  severity: (severity, text) => COLOUR_OF[severity](text),
  sign: (sign) => COLOUR_OF_SIGN[sign](sign),
  bold: code(1, 22),
  faint: code(2, 22),
}

/** For files, pipes and those who asked for none. */
export const noColours: Paint = {
  severity: (_, text) => text,
  sign: (sign) => sign,
  bold: (text) => text,
  faint: (text) => text,
}

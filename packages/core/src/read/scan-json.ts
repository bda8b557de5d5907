import { nameOfCharacter } from './character.ts'

/** Where a text stops being JSON: the UTF-16 offset, what would have been right there, and what stands there. */
export interface JsonFault {
  readonly at: number
  readonly expected: string
  readonly found: string
}

/** The way to a value inside JSON: field names and array indexes from the outside in. */
export type JsonPath = readonly (string | number)[]

/** UTF-16 offsets into the text, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface Container {
  readonly open: '{' | '['
  readonly start: number
  /** The field or index that is being read, and where the name of a field stands. */
  key: string | number
  keyStart: number
  keyEnd: number
}

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing'

const WORDS: Readonly<Record<Expecting, string>> = {
  value: 'a value',
  'value or ]': "a value or ']'",
  key: 'a field name in double quotes',
  'key or }': "a field name in double quotes or '}'",
  colon: "':'",
  'comma or end': "',' or the end of the object or list",
  nothing: 'nothing more',
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** The first fault of `text` read as JSON, or undefined where it is JSON. Linear, and not recursive: nesting is data. */
export function faultOf(text: string): JsonFault | undefined {
  return scan(text, () => {})
}

/** What the end of a text may have left of an escape, a word or a number. */
const CUT_OFF = /^(?:\\(?:u[0-9a-fA-F]{0,3})?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|\.|[eE][+-]?)$/

/** Whether a text that is not JSON would become JSON if it went on. */
export const isCutOff = (text: string, { at }: JsonFault): boolean =>
  at >= text.trimEnd().length || CUT_OFF.test(text.slice(at))

/**
 * The places of the values at `paths`, in their order; undefined where a value is not there. Of a field that is written twice
 * the last counts, as `JSON.parse` has it. `text` must be JSON.
 */
export function spansOf(text: string, paths: readonly JsonPath[]): (Span | undefined)[] {
  const spans: (Span | undefined)[] = paths.map(() => undefined)
  scan(text, (containers, start, end) => {
    for (let i = 0; i < paths.length; i++) if (isAt(containers, paths[i]!)) spans[i] = { start, end }
  })
  return spans
}

/** The place of the name of a field, in its quotes; the last one where it is written twice. `text` must be JSON. */
export function spanOfName(text: string, path: JsonPath): Span | undefined {
  let span: Span | undefined
  scan(text, (containers) => {
    const inside = containers.at(-1)
    if (inside?.open === '{' && isAt(containers, path)) span = { start: inside.keyStart, end: inside.keyEnd }
  })
  return span
}

/** The places of the items of the list at a path, in their order; none where there is no list. `text` must be JSON. */
export function spansOfItems(text: string, path: JsonPath): Span[] {
  const spans: Span[] = []
  scan(text, (containers, start, end) => {
    const index = containers.at(-1)?.key
    if (typeof index === 'number' && isAt(containers, [...path, index])) spans.push({ start, end })
  })
  return spans
}

function isAt(containers: readonly Container[], path: JsonPath): boolean {
  if (path.length !== containers.length) return false
  for (let depth = path.length - 1; depth >= 0; depth--)
    if (containers[depth]!.key !== path[depth]) return false
  return true
}

/**
 * The place in `text` of a part of a string value: from its offsets in the string that `JSON.parse` gives, UTF-16, to those of what is
 * written, where an escape is longer than what it stands for.
 * @param value the place of the string, its quotes included. What reaches beyond its end is cut there; an empty part becomes
 * the character at which it stands, or the last one.
 */
export function spanInString(text: string, value: Span, inside: Span): Span {
  const close = value.end - 1
  let at = value.start + 1
  let last = at
  let start: number | undefined
  for (let offset = 0; at < close && offset < Math.max(inside.end, inside.start + 1); offset++) {
    if (offset === inside.start) start = at
    last = at
    at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
  }
  return { start: start ?? last, end: at }
}

function scan(
  text: string,
  onValue: (containers: readonly Container[], start: number, end: number) => void,
): JsonFault | undefined {
  const containers: Container[] = []
  let expecting: Expecting = 'value'
  let at = 0

  const skipString = (): boolean => {
    if (text[at] !== '"') return false
    const end = endOfString(text, at)
    if (text[end] !== '"') return false
    at = end + 1
    return true
  }
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const afterValue = (): Expecting => (containers.length === 0 ? 'nothing' : 'comma or end')
  const close = (): void => {
    const { start } = containers.pop()!
    at++
    onValue(containers, start, at)
    expecting = afterValue()
  }

  for (;;) {
    at = endOfSpace(text, at)
    if (expecting === 'nothing' && at === text.length) return undefined
    const start = at
    const next = text[at]
    const inside = containers.at(-1)
    switch (expecting) {
      case 'value':
      case 'value or ]':
        if (next === ']' && expecting === 'value or ]') {
          close()
        } else if (next === '{' || next === '[') {
          containers.push({ open: next, start, key: next === '[' ? 0 : '', keyStart: at, keyEnd: at })
          at++
          expecting = next === '{' ? 'key or }' : 'value or ]'
        } else if (skipString() || skip(SCALAR)) {
          onValue(containers, start, at)
          expecting = afterValue()
        } else {
          return next === '"' ? stringFault(text, at) : fault(text, at, WORDS[expecting])
        }
        break
      case 'key':
      case 'key or }':
        if (next === '}' && expecting === 'key or }') {
          close()
        } else if (skipString()) {
          inside!.key = nameIn(text.slice(start + 1, at - 1))
          inside!.keyStart = start
          inside!.keyEnd = at
          expecting = 'colon'
        } else {
          return next === '"' ? stringFault(text, at) : fault(text, at, WORDS[expecting])
        }
        break
      case 'colon':
        if (next !== ':') return fault(text, at, WORDS.colon)
        at++
        expecting = 'value'
        break
      case 'comma or end':
        if (next === ',') {
          at++
          if (inside!.open === '[') (inside!.key as number)++
          expecting = inside!.open === '{' ? 'key' : 'value'
        } else if (next === (inside!.open === '{' ? '}' : ']')) {
          close()
        } else {
          return fault(text, at, inside!.open === '{' ? "',' or '}'" : "',' or ']'")
        }
        break
      case 'nothing':
        return fault(text, at, WORDS.nothing)
    }
  }
}

/** JSON's white space alone. */
function endOfSpace(text: string, at: number): number {
  for (;;) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at
    at++
  }
}

/** The text that a string without its quotes stands for. */
const nameIn = (written: string): string =>
  written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written

function fault(text: string, at: number, expected: string): JsonFault {
  const found =
    at >= text.length ? 'the end of the line' : nameOfCharacter(String.fromCodePoint(text.codePointAt(at)!))
  return { at: Math.min(at, text.length), expected, found }
}

/** What is wrong inside the string that begins at `start`: a control character, a wrong escape, or no end. */
function stringFault(text: string, start: number): JsonFault {
  const at = endOfString(text, start)
  if (text[at] === '\\') return fault(text, at, 'an escape that JSON knows')
  if (at < text.length) return fault(text, at, 'an escape such as \\n in place of a control character')
  return fault(text, at, "'\"' at the end of the string")
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Where the string that opens at `start` stops: at its closing quote, at its first fault, or at the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22 || unit < 0x20) return at
    if (unit !== 0x5c) {
      at++
      continue
    }
    ESCAPE.lastIndex = at
    if (!ESCAPE.test(text)) return at
    at = ESCAPE.lastIndex
  }
  return at
}

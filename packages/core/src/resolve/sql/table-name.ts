import type { Dialect } from './dialects.ts'
import { TOKEN, type Tokens } from './tokens.ts'
import { unquote } from './unquote.ts'

/** One part of a name. `text` is '' where nothing is written (`db..t`), undefined where a template makes it. */
export interface NamePart {
  readonly text: string | undefined
  readonly quoted: boolean
}

/** A name as it is written, from its outermost part on; `start` and `end` are UTF-16 offsets. */
export interface TableName {
  readonly parts: readonly NamePart[]
  readonly start: number
  readonly end: number
}

/** A name among tokens, and the token behind it. */
export interface NameRead extends TableName {
  readonly next: number
}

/** The innermost part: what a table is called by itself. */
export const lastPart = (name: TableName): NamePart => name.parts.at(-1) ?? NOTHING_WRITTEN

const NOTHING_WRITTEN: NamePart = { text: '', quoted: false }

/** The name that begins at `token`; undefined where none can. A name that ends with a dot has a last part of ''. */
export function readName(tokens: Tokens, dialect: Dialect, token: number): NameRead | undefined {
  if (!canBegin(tokens, token)) return undefined
  const parts: NamePart[] = []
  let at = token
  let end = tokens.end(token)
  for (;;) {
    const next = endOfPart(tokens, dialect, at, parts.length === 0)
    if (next > at) for (const part of partsOf(tokens, dialect, at, next)) parts.push(part)
    else if (tokens.word(at) !== '*') parts.push(NOTHING_WRITTEN)
    if (next > at) end = tokens.end(next - 1)
    at = tokens.word(at) === '*' && next === at ? at + 1 : next // MySQL's `DELETE t.*`
    if (tokens.word(at) !== '.') break
    at++
  }
  return { parts, start: tokens.start(token), end, next: at }
}

function canBegin(tokens: Tokens, token: number): boolean {
  const kind = tokens.kind(token)
  return kind === TOKEN.word || kind === TOKEN.quoted || kind === TOKEN.template
}

/** The token behind the part that begins at `token`; `token` itself where none begins. Without blanks, pieces are one part. */
function endOfPart(tokens: Tokens, dialect: Dialect, token: number, isFirst: boolean): number {
  const kind = tokens.kind(token)
  const isKeyword = !isFirst && tokens.word(token) !== '' // the word behind a dot at which the text goes on
  if (isKeyword || !(canBegin(tokens, token) || kind === TOKEN.number)) return token
  let next = token + 1
  while (tokens.touches(next)) {
    if (goesOn(tokens, next)) next++
    else if (dialect.hyphens && isHyphen(tokens, next)) next += 2
    else if (dialect.hyphens && tokens.word(next) === '*' && kind === TOKEN.word) next++ // BigQuery's events_*
    else break
  }
  return next
}

const isPiece = (tokens: Tokens, token: number): boolean =>
  tokens.kind(token) === TOKEN.word || tokens.kind(token) === TOKEN.number

const isTemplate = (tokens: Tokens, token: number): boolean => tokens.kind(token) === TOKEN.template

const goesOn = (tokens: Tokens, token: number): boolean =>
  isTemplate(tokens, token) || (isTemplate(tokens, token - 1) && isPiece(tokens, token))

const isHyphen = (tokens: Tokens, token: number): boolean =>
  tokens.word(token) === '-' &&
  isPiece(tokens, token - 1) &&
  isPiece(tokens, token + 1) &&
  tokens.touches(token + 1)

function partsOf(tokens: Tokens, dialect: Dialect, token: number, next: number): NamePart[] {
  if (next === token + 1 && tokens.kind(token) === TOKEN.quoted)
    return quotedParts(tokens.written(token), dialect)
  for (let piece = token; piece < next; piece++)
    if (isTemplate(tokens, piece)) return [{ text: undefined, quoted: false }]
  return [{ text: tokens.text.slice(tokens.start(token), tokens.end(next - 1)), quoted: false }]
}

/** What templating tools put inside quotes. */
const TEMPLATED = /\{\{.*?\}\}|\{%.*?%\}|\$\{[^{}]*\}|#\{[^{}]*\}|\{[\w.]*\}|%\(\w+\)s|%s/gs
const HOLE = '\u0000'
const LONGEST_TEMPLATED = 1000 // beyond that it is a quote that was left open, and no name

function quotedParts(written: string, dialect: Dialect): NamePart[] {
  const plain = unquote(written, dialect)
  const text = plain.length > LONGEST_TEMPLATED ? plain : plain.replace(TEMPLATED, HOLE)
  const texts = written.startsWith('`') && dialect.cutsBackticks ? cutAtDots(text) : [text]
  const isHoled = (part: string): boolean => text !== plain && part.includes(HOLE)
  return texts.map((part) => ({ text: isHoled(part) ? undefined : part, quoted: true }))
}

/** Cuts `project.data.t` at its dots; the dots of a project in a domain (`example.com:shop.data.t`) are kept. */
function cutAtDots(text: string): string[] {
  const colon = text.indexOf(':')
  if (colon < 0) return text.split('.')
  const isDomain = text.lastIndexOf('.', colon) >= 0
  const [project = '', ...rest] = text.slice(colon + 1).split('.')
  return isDomain ? [`${text.slice(0, colon)}:${project}`, ...rest] : [text.slice(0, colon), project, ...rest]
}

/** BigQuery's `[project:data.t]`, as the text between its brackets: the last colon is a dot, too. */
export function legacyParts(text: string): NamePart[] {
  const colon = text.lastIndexOf(':')
  const parts = colon < 0 ? text.split('.') : [text.slice(0, colon), ...text.slice(colon + 1).split('.')]
  return parts.map((part) => ({
    text: part.includes('{') || part.includes('$') ? undefined : part,
    quoted: true,
  }))
}

/**
 * The selector language: which nodes of a graph are meant, in words that dbt's users know.
 *
 *     orders                 what is named so, with everything inside it: by id, else by title, else as schema.table
 *     2+orders+1             with two hops of what feeds it and one of what it feeds; +orders+ all the way
 *     id:… title:… key:…     the same by one of these alone; a key is what `graph.keyOf` gives
 *     type:chart             what is of a type; type:missing what is named and not declared
 *     schema:… database:…    what stands in one
 *     finding:error          what findings of a severity, or of a rule, are about
 *     a b                    what one or the other means
 *     a,b                    what both mean
 *     a -b  a,-b             without: of all that is meant, of what stands between commas
 *     'a b'  "a\nb"          quoted: literally, or with the escapes of JSON
 *
 *     const parsed = parseSelector(text)                    → { selector } or { fault }
 *     const found = selectNodes(graph, selector, options)   → { nodes, several } or { fault }
 *     selectorOf(graph, node)                               → text that means this node and what is inside it
 *
 * `explainSelectorFault(fault)` says in words what is wrong. Nothing throws, whatever the text.
 */

/** How a term says what it means; `name` where it is a name alone. */
export type SelectorMethod = (typeof METHODS)[number] | 'name'

const METHODS = ['id', 'title', 'key', 'type', 'schema', 'database', 'finding'] as const
/** What can stand before a colon. */
export const SELECTOR_METHODS: readonly Exclude<SelectorMethod, 'name'>[] = METHODS

/** One name or condition, and how far lineage is followed from there. */
export interface SelectorTerm {
  readonly method: SelectorMethod
  readonly value: string
  /** Hops against and along the lineage: 0 where none are asked for, Infinity for all. */
  readonly up: number
  readonly down: number
  /** Whether what it means is left out. */
  readonly isNot: boolean
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** What is meant is what all terms of one group mean, of any group. */
export interface Selector {
  readonly groups: readonly (readonly SelectorTerm[])[]
}

/** What is wrong with a selector: where it stands in the text, in UTF-16 units. */
export interface SelectorFault {
  readonly code:
    /** A name or condition should stand here; the text is empty, or a comma, a hop or a minus stands alone. */
    | 'name-expected'
    /** Something should stand behind the colon. */
    | 'value-expected'
    | 'quote-not-closed'
    /** Behind a backslash in double quotes: not an escape of JSON. */
    | 'unknown-escape'
    /** Behind a closing quote: only hops, a comma or a blank can follow. */
    | 'end-expected'
    /** Nothing in this graph is meant. */
    | 'nothing-meant'
  readonly start: number
  readonly end: number
  /** Of `nothing-meant` and `value-expected`. */
  readonly method?: SelectorMethod
  readonly value?: string
}

/** A selector, or what is wrong with its text. */
export type ParsedSelector =
  | { readonly selector: Selector; readonly fault?: undefined }
  | { readonly fault: SelectorFault; readonly selector?: undefined }

const BLANK = /\s/
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/**
 * Reads a selector. O(length).
 * @example
 * ```ts
 * const parsed = parseSelector('2+orders+1')
 * ```
 */
export function parseSelector(text: string): ParsedSelector {
  const groups: SelectorTerm[][] = []
  let at = afterBlanks(text, 0)
  if (at === text.length) return { fault: { code: 'name-expected', start: 0, end: text.length } }
  while (at < text.length) {
    const group: SelectorTerm[] = []
    groups.push(group)
    for (let goesOn = true; goesOn;) {
      const term = readTerm(text, at)
      if ('code' in term) return { fault: term }
      group.push(term)
      at = afterBlanks(text, term.end)
      goesOn = text[at] === ','
      if (goesOn) at = afterBlanks(text, at + 1)
    }
  }
  return { selector: { groups } }
}

function readTerm(text: string, start: number): SelectorTerm | SelectorFault {
  const isNot = text[start] === '-'
  const first = isNot ? start + 1 : start
  const digits = afterDigits(text, first)
  const hasUp = text[digits] === '+'
  const named = hasUp ? digits + 1 : first
  // A number before a plus at the end is a name: nothing else is there to be one.
  if (hasUp && digits > first && isEnd(text, named))
    return term('name', text.slice(first, digits), 0, Infinity, named)
  const method = METHODS.find((one) => text.startsWith(`${one}:`, named)) ?? 'name'
  const from = method === 'name' ? named : named + method.length + 1
  const up = hasUp ? hops(text.slice(first, digits)) : 0

  if (text[from] === '"' || text[from] === "'") {
    const quoted = text[from] === '"' ? readEscaped(text, from) : readLiteral(text, from)
    if ('code' in quoted) return quoted
    const end = text[quoted.end] === '+' ? afterDigits(text, quoted.end + 1) : quoted.end
    if (!isEnd(text, end)) return { code: 'end-expected', start: end, end: end + 1 }
    const down = end > quoted.end ? hops(text.slice(quoted.end + 1, end)) : 0
    return term(method, quoted.value, up, down, end)
  }

  let end = from
  while (!isEnd(text, end)) end++
  let last = end
  while (last > from && isDigit(text[last - 1])) last--
  const hasDown = last > from && text[last - 1] === '+'
  const value = text.slice(from, hasDown ? last - 1 : end)
  if (value !== '') return term(method, value, up, hasDown ? hops(text.slice(last, end)) : 0, end)
  return method === 'name'
    ? { code: 'name-expected', start: from, end: Math.max(end, Math.min(from + 1, text.length)) }
    : { code: 'value-expected', start: from, end, method }

  function term(method: SelectorMethod, value: string, up: number, down: number, end: number): SelectorTerm {
    return { method, value, up, down, isNot, start, end }
  }
}

type Quoted = { readonly value: string; readonly end: number } | SelectorFault

/** Everything up to the next single quote, as it stands. */
function readLiteral(text: string, start: number): Quoted {
  const close = text.indexOf("'", start + 1)
  return close < 0
    ? { code: 'quote-not-closed', start, end: text.length }
    : { value: text.slice(start + 1, close), end: close + 1 }
}

/** A text in double quotes, with the escapes of JSON; a line end may stand as it is. */
function readEscaped(text: string, start: number): Quoted {
  const pieces: string[] = []
  let at = start + 1
  for (let from = at; at < text.length; at++) {
    if (text[at] === '"') {
      pieces.push(text.slice(from, at))
      return { value: pieces.join(''), end: at + 1 }
    }
    if (text[at] !== '\\') continue
    const unit = /^u([0-9a-f]{4})/i.exec(text.slice(at + 1, at + 6))
    const plain = ESCAPES.get(text[at + 1] ?? '')
    if (!unit && plain === undefined)
      return { code: 'unknown-escape', start: at, end: Math.min(at + 2, text.length) }
    pieces.push(text.slice(from, at), unit ? String.fromCharCode(Number.parseInt(unit[1]!, 16)) : plain!)
    at += unit ? 5 : 1
    from = at + 1
  }
  return { code: 'quote-not-closed', start, end: text.length }
}

const hops = (digits: string): number => (digits === '' ? Infinity : Number(digits))
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9'
const isEnd = (text: string, at: number): boolean =>
  at >= text.length || text[at] === ',' || BLANK.test(text[at]!)

function afterDigits(text: string, at: number): number {
  while (isDigit(text[at])) at++
  return at
}

function afterBlanks(text: string, at: number): number {
  while (at < text.length && BLANK.test(text[at]!)) at++
  return at
}

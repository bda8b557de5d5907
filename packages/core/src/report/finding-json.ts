import type { Location } from '../check/finding.ts'
import type { Told } from '../check/finding-list.ts'
import { JsonPart, type JsonBytes } from './json-bytes.ts'

/** Of texts that come again and again, how many are kept. */
const MOST_KEPT = 1000

const MESSAGE = new JsonPart('","message":"')
const HELP = new JsonPart('","help":"')
const SUBJECT = new JsonPart('","subject":')
const RESOURCE = new JsonPart('{"kind":"resource","id":"')
const LOCATIONS = new JsonPart(',"locations":[')
const COLUMN = new JsonPart(',"column":')
const END_COLUMN = new JsonPart(',"endColumn":')
const FINGERPRINT = new JsonPart('],"fingerprint":"')
const DATA = new JsonPart('","data":{')
const COUNT = new JsonPart('"count":')
const NEXT_COUNT = new JsonPart(',"count":')
const COMMA = new JsonPart(',')
const QUOTE = new JsonPart('"')
const NULL = new JsonPart('null')
const CLOSED = new JsonPart('}')
const TEXT_CLOSED = new JsonPart('"}')
const BOTH_CLOSED = new JsonPart('}}')

/** Writes findings as JSON: of each what `JSON.stringify` gives. What many have in common is put into bytes once. */
export class FindingJson {
  readonly #out: JsonBytes
  readonly #beginning: string
  readonly #rules: (rule: string) => JsonPart
  readonly #files = keeping((file) => `{"file":${JSON.stringify(file)},"line":`)
  readonly #labels = keeping((label) => `,"label":${JSON.stringify(label)}}`)
  readonly #names = keeping((name) => `${JSON.stringify(name)}:`)

  /** @param before fields that stand before those of each finding. */
  constructor(out: JsonBytes, before = '') {
    this.#out = out
    this.#beginning = `{${before}`
    this.#rules = keeping((rule) => `${this.#beginning}"rule":${JSON.stringify(rule)},"severity":"`)
  }

  write(finding: Told): void {
    const out = this.#out
    if (finding.run !== undefined) {
      out.json(this.#beginning + JSON.stringify(finding).slice(1)) // made elsewhere, in another order of fields
      return
    }
    const { rule, severity, message, help, subject, locations, fingerprint, data, count } = finding
    out.part(this.#rules(rule))
    out.text(severity)
    out.part(MESSAGE)
    out.words(message)
    out.part(HELP)
    out.words(help)
    out.part(SUBJECT)
    if (subject.kind === 'resource') {
      out.part(RESOURCE)
      out.text(subject.id)
      out.part(TEXT_CLOSED)
    } else out.json(JSON.stringify(subject))
    out.part(LOCATIONS)
    let isFirst = true
    for (const location of locations) {
      if (!isFirst) out.part(COMMA)
      isFirst = false
      this.#location(location)
    }
    out.part(FINGERPRINT)
    out.text(fingerprint)
    out.part(DATA)
    if (data !== undefined) this.#fields(data)
    if (count !== undefined) {
      out.part(data === undefined ? COUNT : NEXT_COUNT)
      out.number(count)
    }
    out.part(BOTH_CLOSED)
  }

  #location({ file, line, column, endColumn, label }: Location): void {
    const out = this.#out
    out.part(this.#files(file))
    out.number(line)
    out.part(COLUMN)
    out.number(column)
    out.part(END_COLUMN)
    out.number(endColumn)
    out.part(label === undefined ? CLOSED : this.#labels(label))
  }

  #fields(fields: { readonly [name: string]: unknown }): void {
    const out = this.#out
    let isFirst = true
    for (const name of Object.keys(fields)) {
      const value = fields[name]
      if (value === undefined) continue
      if (!isFirst) out.part(COMMA)
      isFirst = false
      out.part(this.#names(name))
      if (typeof value === 'string') {
        out.part(QUOTE)
        out.text(value)
        out.part(QUOTE)
      } else if (value === null) out.part(NULL)
      else out.value(value)
    }
  }
}

/** What is made of a text, kept for when the text comes again. */
function keeping(make: (text: string) => string): (text: string) => JsonPart {
  const kept = new Map<string, JsonPart>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = new JsonPart(make(text))
    if (kept.size < MOST_KEPT) kept.set(text, made)
    return made
  }
}

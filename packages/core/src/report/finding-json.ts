import type { Location, Severity } from '../check/finding.ts'
import type { Told } from '../check/finding-list.ts'
import { Listing } from '../check/listing.ts'
import { ofEachSeverity } from './of-each-severity.ts'
import { keeping, Part, type ReportBytes } from './report-bytes.ts'

const HELP = new Part('","help":"')
const SUBJECT = new Part('","subject":')
const RESOURCE = new Part('{"kind":"resource","id":"')
const LOCATIONS = new Part(',"locations":[')
const COLUMN = new Part(',"column":')
const END_COLUMN = new Part(',"endColumn":')
const FINGERPRINT = new Part('],"fingerprint":"')
const DATA = new Part('","data":{')
const COUNT = new Part('"count":')
const NEXT_COUNT = new Part(',"count":')
const COMMA = new Part(',')
const QUOTE = new Part('"')
const LIST = new Part('[')
const LIST_CLOSED = new Part(']')
const NULL = new Part('null')
const CLOSED = new Part('}')
const TEXT_CLOSED = new Part('"}')
const BOTH_CLOSED = new Part('}}')
/** Of a list as many values are put into words together. */
const LISTED_AT_ONCE = 1000

/** Writes findings as JSON: of each what `JSON.stringify` gives. What many have in common is put into bytes once. */
export class FindingJson {
  readonly #out: ReportBytes
  readonly #beginning: string
  readonly #heads: Readonly<Record<Severity, (rule: string) => Part>>
  readonly #files = keeping((file) => `{"file":${JSON.stringify(file)},"line":`)
  readonly #labels = keeping((label) => `,"label":${JSON.stringify(label)}}`)
  readonly #names = keeping((name) => `${JSON.stringify(name)}:`)

  /** @param out in JSON. @param before fields that stand before those of each finding. */
  constructor(out: ReportBytes, before = '') {
    this.#out = out
    this.#beginning = `{${before}`
    this.#heads = ofEachSeverity((severity) =>
      keeping(
        (rule) => `${this.#beginning}"rule":${JSON.stringify(rule)},"severity":"${severity}","message":"`,
      ),
    )
  }

  write(finding: Told): void {
    const out = this.#out
    if (finding.run !== undefined) {
      out.raw(this.#beginning + JSON.stringify(finding).slice(1)) // made elsewhere, in another order of fields
      return
    }
    const { rule, severity, message, help, subject, locations, fingerprint, data, count } = finding
    out.part(this.#heads[severity](rule))
    out.words(message)
    out.part(HELP)
    out.words(help)
    out.part(SUBJECT)
    if (subject.kind === 'resource') {
      out.part(RESOURCE)
      out.text(subject.id)
      out.part(TEXT_CLOSED)
    } else out.raw(JSON.stringify(subject))
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
      if (Array.isArray(value) || value instanceof Listing) this.#list(value)
      else this.#value(value)
    }
  }

  /** Some at once: a circle can have very many things. */
  #list(values: Listing<unknown> | readonly unknown[]): void {
    const out = this.#out
    out.part(LIST)
    for (let i = 0; i < values.length; i += LISTED_AT_ONCE) {
      if (i > 0) out.part(COMMA)
      out.raw(JSON.stringify(values.slice(i, i + LISTED_AT_ONCE)).slice(1, -1))
    }
    out.part(LIST_CLOSED)
  }

  #value(value: unknown): void {
    const out = this.#out
    if (typeof value === 'string') {
      out.part(QUOTE)
      out.text(value)
      out.part(QUOTE)
    } else if (value === null || value === undefined) out.part(NULL)
    else if (typeof value === 'number' && Number.isInteger(value)) out.number(value)
    else out.raw(JSON.stringify(value))
  }
}

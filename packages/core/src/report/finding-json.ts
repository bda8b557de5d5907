import type { Finding, Location } from '../check/finding.ts'

/** What needs no escape in JSON: graphic ASCII and the space, without the quote and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/

/** Of texts that come again and again, how many are kept. */
const MOST_KEPT = 1000

/**
 * The JSON of findings: of each what `JSON.stringify` gives. Most of their texts need no escape, and what many have in common is put into
 * JSON once.
 */
export class FindingJson {
  readonly #rules = keeping((rule) => `{"rule":${JSON.stringify(rule)},"severity":"`)
  readonly #files = keeping((file) => `{"file":${JSON.stringify(file)},"line":`)
  readonly #labels = keeping((label) => `,"label":${JSON.stringify(label)}}`)

  of(finding: Finding): string {
    if (finding.run !== undefined) return JSON.stringify(finding) // made elsewhere, in another order of fields
    const { rule, severity, message, help, subject, locations, fingerprint, data } = finding
    const about =
      subject.kind === 'resource'
        ? `{"kind":"resource","id":${textJson(subject.id)}}`
        : JSON.stringify(subject)
    let places = ''
    for (const location of locations) places += (places === '' ? '' : ',') + this.#location(location)
    return (
      `${this.#rules(rule)}${severity}","message":${textJson(message)},"help":${textJson(help)}` +
      `,"subject":${about},"locations":[${places}],"fingerprint":"${fingerprint}","data":${dataJson(data)}}`
    )
  }

  #location({ file, line, column, endColumn, label }: Location): string {
    const where = `${this.#files(file)}${line},"column":${column},"endColumn":${endColumn}`
    return label === undefined ? `${where}}` : where + this.#labels(label)
  }
}

/** What is made of a text, kept for when the text comes again. */
function keeping(make: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (kept.size < MOST_KEPT) kept.set(text, made)
    return made
  }
}

const textJson = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))

function dataJson(data: Finding['data']): string {
  let fields = ''
  for (const name of Object.keys(data)) {
    const value = data[name]
    if (value === undefined) continue
    fields += `${fields === '' ? '' : ','}${textJson(name)}:${valueJson(value)}`
  }
  return `{${fields}}`
}

function valueJson(value: unknown): string {
  if (typeof value === 'string') return textJson(value)
  return value === null || Number.isInteger(value) ? String(value) : JSON.stringify(value)
}

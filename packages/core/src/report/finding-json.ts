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
  readonly #kept = new Map<string, string>()

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
      `{"rule":${this.#common(rule)},"severity":"${severity}","message":${textJson(message)},"help":${textJson(help)}` +
      `,"subject":${about},"locations":[${places}],"fingerprint":${textJson(fingerprint)},"data":${JSON.stringify(data)}}`
    )
  }

  #location({ file, line, column, endColumn, label }: Location): string {
    const where = `{"file":${this.#common(file)},"line":${line},"column":${column},"endColumn":${endColumn}`
    return label === undefined ? `${where}}` : `${where},"label":${this.#common(label)}}`
  }

  /** The JSON of a text that is likely to come again. */
  #common(text: string): string {
    const kept = this.#kept.get(text)
    if (kept !== undefined) return kept
    const json = JSON.stringify(text)
    if (this.#kept.size < MOST_KEPT) this.#kept.set(text, json)
    return json
  }
}

const textJson = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))

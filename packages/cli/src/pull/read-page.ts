/** One page of a list, as Secoda's API gives it. */
export interface Page {
  readonly results: readonly unknown[]
  /** The address of the next page; null after the last. */
  readonly next: string | null
  /** Of all pages together, where it is told. */
  readonly count: number | undefined
}

/** Reads the text of an answer: a page, or what keeps it from being one. */
export function readPage(text: string): Page | { readonly fault: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { fault: /^\s*</.test(text) ? 'is a web page, not JSON' : 'is no JSON' }
  }
  if (!isObject(json) || !Array.isArray(json['results'])) return { fault: 'has no list of results' }
  const { results, links, count } = json
  const next = isObject(links) ? links['next'] : undefined
  if (next !== null && (typeof next !== 'string' || next === ''))
    return { fault: 'does not say in links.next whether a page follows' }
  return { results, next, count: typeof count === 'number' ? count : undefined }
}

/** What an error's body says in `detail`, as Secoda's framework words it. */
export function detailIn(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) && typeof json['detail'] === 'string' ? json['detail'] : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

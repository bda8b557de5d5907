import type { HttpOptions } from './call.ts'
import type { HttpClient } from './client.ts'

/** How to get from one page to the next. */
export interface PageOptions<Page> extends HttpOptions {
  /**
   * The address of the next page, relative to this one's where it is; null, undefined or '' after the last. Unless it is given,
   * the `Link` header says (`rel="next"`).
   */
  readonly next?: ((page: Page, response: Response) => string | URL | null | undefined) | undefined
}

/**
 * The pages of a list, one after the other, each as the JSON of its answer. Rejects with HttpError where an answer is no success
 * or no JSON, where a page leads back to an earlier one, and where it leads to another origin, which would get the headers of the first.
 */
export async function* pagesOf<Page>(
  client: HttpClient,
  first: string | URL,
  { next = linkedNext, ...options }: PageOptions<Page>,
  frames: string,
): AsyncGenerator<Page, void, undefined> {
  const seen = new Set<string>()
  let address: string | URL = first
  for (let number = 1; ; number += 1) {
    const call = number === 1 ? options : { ...options, params: {} } // the next address has its parameters
    const fail = client.failure('GET', address, frames)
    const response = await client.send('GET', address, call, frames)
    seen.add(response.url)
    if (!response.ok) {
      await response.body?.cancel()
      throw fail(
        'pages',
        `page ${number} answers ${response.status}`,
        'see whether the credentials are right and the address is; a page that may be missing is for httpGet',
      )
    }
    const page = await jsonOf<Page>(response).catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error
      throw fail('pages', `page ${number} is no JSON`, 'see whether the address is that of an API')
    })
    yield page
    const following = next(page, response)
    if (following == null || following === '') return
    if (!URL.canParse(String(following), response.url))
      throw fail('pages', `page ${number} names a next one that is no address`, 'look at next')
    const url = new URL(following, response.url)
    if (seen.has(url.href))
      throw fail(
        'pages',
        `page ${number} leads back to an earlier one`,
        'look at next, or tell those who run the server',
      )
    if (url.origin !== new URL(first).origin)
      throw fail(
        'pages',
        `page ${number} leads to another server, ${url.origin}`,
        'it would get the headers of this one: fetch that page with httpGet if it is meant',
      )
    address = url
  }
}

const jsonOf = async <Page>(response: Response): Promise<Page> => (await response.json()) as Page

/** `Link: <https://…?page=2>; rel="next"`. Source: RFC 8288. */
function linkedNext(_page: unknown, response: Response): string | undefined {
  const link = response.headers.get('link') ?? ''
  return /<([^>]*)>\s*(?:;[^,<]*)?;\s*rel="?(?:[^",;]*\s)?next\b/i.exec(link)?.[1]
}

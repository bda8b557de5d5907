import type { Secrets } from '../secrets/secrets.ts'
import type { HttpBodyOptions, HttpCall, HttpMethod } from './call.ts'
import type { Endpoints } from './endpoints.ts'
import { HttpError, type Fail } from './http-error.ts'
import { learnFrom } from './learn-from.ts'
import type { Limit } from './limit.ts'
import { parseUrl, prepareCall } from './prepare-call.ts'
import { redirectTarget, redirectedCall } from './redirect.ts'
import { withRetries, type RetryOptions } from './retry.ts'
import { shownUrl } from './shown-url.ts'
import type { Transport } from './transport.ts'

const MOST_REDIRECTS = 20

/** What a client is made of. */
export interface ClientParts {
  readonly transport: Transport
  readonly endpoints: Endpoints
  readonly secrets: Secrets
  readonly retries: RetryOptions
  readonly limit: Limit | undefined
  /** Tells the author something on the way. */
  readonly say: (text: string) => void
}

/** Sends the calls of an integration: looks after endpoints, redirects, retries and the limit, and leaves the sending to its transport. */
export class HttpClient {
  /** Origins whose redirects were told of. */
  readonly #toldRedirects = new Set<string>()

  constructor(private readonly parts: ClientParts) {}

  /**
   * @param frames of the author's call, for the trace of an error.
   * @returns the answer, whatever its status. Rejects with HttpError.
   */
  async send(
    method: HttpMethod,
    address: string | URL,
    { followRedirects, ...options }: HttpBodyOptions,
    frames: string,
  ): Promise<Response> {
    const url = parseUrl(address, this.#failure(method, frames))
    const call = prepareCall(method, url, options, this.failure(method, url, frames))
    learnFrom(call.headers, this.parts.secrets)
    return followRedirects
      ? this.#follow(call, frames)
      : this.#answer(call, frames, followRedirects === undefined)
  }

  /** Makes the errors of a call to `address`. */
  failure(method: HttpMethod, address: string | URL, frames: string): Fail {
    return this.#failure(
      URL.canParse(String(address)) ? `${method} ${shownUrl(new URL(address))}` : method,
      frames,
    )
  }

  /** The error for a call, which nothing secret gets into. */
  #failure(call: string, frames: string): Fail {
    const { secrets } = this.parts
    return (code, what, help) => {
      const error = new HttpError(code, secrets.hide(`${call}: ${what}`), secrets.hide(help))
      error.stack = `${error.name}: ${error.message}\n${frames}`
      return error
    }
  }

  async #follow(first: HttpCall, frames: string): Promise<Response> {
    let call = first
    for (let followed = 0; followed <= MOST_REDIRECTS; followed += 1) {
      const response = await this.#answer(call, frames, false)
      const target = redirectTarget(response, call.url)
      if (target === undefined) return response
      await response.body?.cancel()
      const next = redirectedCall(call, response.status, target, this.parts.secrets.holds)
      this.#checkBody(next, call, frames)
      call = next
    }
    throw this.failure(first.method, first.url, frames)(
      'redirects',
      `it was sent on more than ${MOST_REDIRECTS} times`,
      'see whether the server wants a cookie or a sign-in',
    )
  }

  /** A server may send a sign-in on to another; whether that one may know the password is not for the server to say. */
  #checkBody(next: HttpCall, call: HttpCall, frames: string): void {
    const { endpoints, secrets } = this.parts
    if (next.url.origin === call.url.origin || endpoints.areListed || !secrets.holds(next.body ?? '')) return
    throw this.failure(call.method, call.url, frames)(
      'redirects',
      `it is sent on to another server, ${next.url.origin}, and its body holds credentials`,
      'if that is right, call that address itself, or list both in endpoints',
    )
  }

  async #answer(call: HttpCall, frames: string, tellOfRedirect: boolean): Promise<Response> {
    const { endpoints, limit, retries, transport, say } = this.parts
    const shown = `${call.method} ${shownUrl(call.url)}`
    const fail = this.failure(call.method, call.url, frames)
    if (!endpoints.allows(call.url))
      throw fail(
        'endpoint',
        `${call.url.origin} is not in the list of endpoints`,
        `only those are reachable in production: add the line '${call.url.origin}', to endpoints and to Secoda's upload form`,
      )
    endpoints.use(call.url)
    const send = () =>
      withRetries(
        async () => transport.request(call, fail),
        retries,
        (status, wait) =>
          (retries.tell ?? say)(
            `${shown} answers ${status}: trying again in ${Math.round(wait / 100) / 10} s`,
          ),
      )
    const response = await (limit ? limit.run(send) : send())
    if (response.url === '')
      Object.defineProperty(response, 'url', { value: call.url.href, configurable: true })
    if (tellOfRedirect) this.#tellOfRedirect(call, response, shown)
    return response
  }

  #tellOfRedirect(call: HttpCall, response: Response, shown: string): void {
    const target = redirectTarget(response, call.url)
    if (target === undefined || this.#toldRedirects.has(call.url.origin)) return
    this.#toldRedirects.add(call.url.origin)
    this.parts.say(
      `${shown} answers ${response.status} to ${shownUrl(target)}, which is not followed; give followRedirects: true if it should be`,
    )
  }
}

/** What a parameter or a form field may be: null is written as an empty value, undefined is left out, a list is repeated. */
export type Value = string | number | boolean | null | undefined
/** Names and what they are set to, of parameters and forms. */
export type Values = Readonly<Record<string, Value | readonly Value[]>> | URLSearchParams

/** What goes with a call without a body. */
export interface HttpOptions {
  /** Added to those that the address already has. */
  readonly params?: Values | undefined
  readonly headers?: Readonly<Record<string, string>> | Headers | undefined
  /** User and password, for basic authentication. */
  readonly auth?: readonly [user: string, password: string] | undefined
  /** false unless it is said: a redirect is an answer like any other. Unless either is said, the author is told of the first. */
  readonly followRedirects?: boolean | undefined
  /** Whether the server's certificate is verified: true unless it is said; a path names the certificates to trust. */
  readonly verify?: boolean | string | undefined
}

/** What goes with a call that may have a body. */
export interface HttpBodyOptions extends HttpOptions {
  /** A form. */
  readonly data?: Values | undefined
  readonly json?: unknown
}

/** The methods of a call. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request, ready to be sent. */
export interface HttpCall {
  readonly method: HttpMethod
  /** With its parameters, without user and password. */
  readonly url: URL
  readonly headers: Headers
  readonly body: string | undefined
  readonly verify: boolean | string
}

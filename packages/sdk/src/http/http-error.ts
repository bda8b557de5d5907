/** Why a call got no answer. */
export type HttpErrorCode =
  | 'wrong-call' // the author's options or address
  | 'endpoint' // not in the list of endpoints
  | 'timeout'
  | 'refused' // nobody listens there
  | 'unknown-host'
  | 'certificate'
  | 'broken-off' // the server went away half way
  | 'redirects'
  | 'pages'
  | 'proxy' // of the environment
  | 'network' // anything else on the way

/**
 * A call that got no answer. An answer of 404 or 500 is an answer, and no error. Nothing in it is secret.
 * @example
 * ```ts
 * const tellHttp = (error: unknown) => {
 *   if (error instanceof HttpError) console.error(error.code, error.message)
 * }
 * ```
 */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  constructor(
    readonly code: HttpErrorCode,
    /** What went wrong, with the call. */
    readonly what: string,
    /** How to mend it. */
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}

/** Makes the error for the call under way: it knows the call, hides what is secret and points to the author's line. */
export type Fail = (code: HttpErrorCode, what: string, help: string) => HttpError

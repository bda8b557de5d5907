import type { HttpCall } from './call.ts'
import type { Fail } from './http-error.ts'

/**
 * What carries calls: the twin of the Python SDK's network strategy. It sends one request and gives its answer whatever the
 * status. Endpoints, redirects, retries and limits are looked after before it is asked.
 */
export interface Transport {
  /** Makes one call, without following redirects. */
  request(call: HttpCall, fail: Fail): Response | Promise<Response>
  /** Called when the run is over. */
  finalize?(): void | Promise<void>
}

/** For tests, a function will do: `transport: ({ url }) => Response.json({ data: [] })`. */
export type TransportOrFunction = Transport | Transport['request']

export const transportOf = (given: TransportOrFunction): Transport =>
  typeof given === 'function' ? { request: given } : given

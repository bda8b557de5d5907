import type { RetryOptions } from '../http/retry.ts'
import type { TransportOrFunction } from '../http/transport.ts'
import type { Collector } from '../output/collector.ts'

/** What an integration is made with. */
export interface IntegrationOptions<Credentials> {
  /** What the user of the integration gives: an object, or `fromEnv({ email: 'EMAIL' })`. */
  readonly credentials: Credentials
  /** The addresses that it may call, as in Secoda's upload form: an origin, with a path if you like. Any, unless it is given. */
  readonly endpoints?: readonly string[] | undefined
  /** Where declarations go. Unless it is given: standard output, or the files of `start({ out })`. */
  readonly collector?: Collector | undefined
  /** What carries the calls. Unless it is given, undici does. */
  readonly transport?: TransportOrFunction | undefined
  /** How often a call is tried again that was answered with 429 or 503. Never, unless it is given. */
  readonly retries?: number | RetryOptions | undefined
  /** How many calls may be under way at once. Any number, unless it is given. */
  readonly concurrency?: number | undefined
  /** How long a server may be silent, in milliseconds. 120,000 unless it is given. */
  readonly timeout?: number | undefined
}

/** Where a run goes. */
export interface StartOptions {
  /** A folder, for the files that File Upload takes. */
  readonly out?: string | undefined
}

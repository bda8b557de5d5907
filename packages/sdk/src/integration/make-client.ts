import { HttpClient } from '../http/client.ts'
import type { Endpoints } from '../http/endpoints.ts'
import { Limit } from '../http/limit.ts'
import type { Transport } from '../http/transport.ts'
import { say } from '../output/say.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { IntegrationOptions } from './options.ts'

/** The client that the options ask for. Throws TypeError where one makes no sense. */
export function makeClient(
  { retries = 0, concurrency }: Omit<IntegrationOptions<unknown>, 'credentials'>,
  transport: Transport,
  endpoints: Endpoints,
  secrets: Secrets,
): HttpClient {
  if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency > 0))
    throw new TypeError(`concurrency is a whole number from 1 on, not ${String(concurrency)}`)
  const times = typeof retries === 'number' ? retries : retries.times
  if (!(Number.isInteger(times) && times >= 0))
    throw new TypeError(`retries is a whole number from 0 on, not ${String(times)}`)
  return new HttpClient({
    transport,
    endpoints,
    secrets,
    retries: typeof retries === 'number' ? { times: retries } : retries,
    limit: concurrency === undefined ? undefined : new Limit(concurrency),
    say: (text) => say(secrets.hide(text)),
  })
}

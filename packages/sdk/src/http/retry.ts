import { setTimeout as sleep } from 'node:timers/promises'

/** How a call is tried again where the server asks for patience (429, 503). */
export interface RetryOptions {
  /** How often one call is tried again. */
  readonly times: number
  /** The longest wait that is accepted, in milliseconds; 5 minutes unless it is said. Where more is asked for, the answer is given as it is. */
  readonly longest?: number
  /** Hears of each wait; standard error, unless it is given. */
  readonly tell?: (text: string) => void
  /** Waits so many milliseconds. For tests. */
  readonly wait?: (milliseconds: number) => Promise<unknown>
  /** The clock, for a `Retry-After` that is a date. For tests. */
  readonly now?: () => number
}

const ASKS_FOR_PATIENCE = new Set([429, 503])
const FIRST_WAIT = 500
const LONGEST_BACK_OFF = 30_000

/**
 * Sends until the answer is no 429 or 503, or the tries are used up. Waits for what `Retry-After` says, and where it says nothing
 * twice as long each time, from half a second on, with up to a quarter more or less so that clients do not come back together.
 */
export async function withRetries(
  send: () => Promise<Response>,
  { times, longest = 300_000, wait = sleep, now = Date.now }: RetryOptions,
  onWait: (status: number, milliseconds: number) => void,
): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    const response = await send()
    if (!ASKS_FOR_PATIENCE.has(response.status) || tried >= times) return response
    const milliseconds = askedFor(response.headers.get('retry-after'), now()) ?? backOff(tried)
    if (milliseconds > longest) return response
    onWait(response.status, milliseconds)
    await response.body?.cancel()
    await wait(milliseconds)
  }
}

/** `Retry-After` in milliseconds: seconds, or a date; undefined where it says neither. Source: RFC 9110, 10.2.3. */
export function askedFor(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

const backOff = (tried: number): number =>
  Math.min(LONGEST_BACK_OFF, FIRST_WAIT * 2 ** tried) * (0.75 + Math.random() / 2)

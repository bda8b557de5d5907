import { inspect } from 'node:util'
import type { Hiding } from './secrets.ts'

/** So many things are looked into behind one field: a socket or a request leads to half of Node. */
const MOST_PARTS = 10_000

/**
 * What may be thrown in place of `thrown`: the same error, with the secrets hidden in its message, its trace, its other
 * fields and its causes, since Node prints them all. What cannot be written into is replaced.
 */
export function hideInError(thrown: unknown, secrets: Hiding): unknown {
  if (!(thrown instanceof Error))
    return holdsSecret(thrown, secrets)
      ? secrets.hide(typeof thrown === 'string' ? thrown : inspect(thrown))
      : thrown
  const seen = new Set<unknown>()
  const waiting: unknown[] = [thrown]
  let isHidden = true
  while (waiting.length > 0) {
    const error = waiting.pop()
    if (!(error instanceof Error) || seen.has(error)) continue
    seen.add(error)
    for (const field of Reflect.ownKeys(error)) {
      const value: unknown = Reflect.get(error, field)
      if (value instanceof Error) waiting.push(value)
      else if (field === 'errors' && isErrors(value)) waiting.push(...value)
      else isHidden = hideField(error, field, value, secrets) && isHidden
    }
  }
  return isHidden ? thrown : new Error(secrets.hide(inspect(thrown)))
}

/** @returns false where a secret stays, since the field cannot be written. */
function hideField(error: Error, field: string | symbol, value: unknown, secrets: Hiding): boolean {
  if (!holdsSecret(value, secrets)) return true
  const text = typeof value === 'string' ? value : inspect(value)
  const enumerable = Object.getOwnPropertyDescriptor(error, field)?.enumerable ?? false
  return Reflect.defineProperty(error, field, {
    value: secrets.hide(text),
    enumerable,
    writable: true,
    configurable: true,
  })
}

const isErrors = (value: unknown): value is readonly Error[] =>
  Array.isArray(value) && value.every((each) => each instanceof Error)

/** Also deeper than Node shows, since others may print it: as JSON, or a test runner. What is too large to be looked through counts. */
function holdsSecret(value: unknown, secrets: Hiding): boolean {
  if (secrets.holds(typeof value === 'string' ? value : inspect(value))) return true
  const seen = new Set<unknown>()
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const part = waiting.pop()
    if (typeof part === 'string' && secrets.holds(part)) return true
    if (typeof part !== 'object' || part === null || seen.has(part)) continue
    seen.add(part)
    if (ArrayBuffer.isView(part)) continue
    const parts = partsOf(part)
    if (parts === undefined || seen.size + waiting.length + parts.length > MOST_PARTS) return true
    waiting.push(...parts)
  }
  return false
}

/** Undefined where they cannot be had: a getter may throw. */
function partsOf(thing: object): unknown[] | undefined {
  try {
    return thing instanceof Map || thing instanceof Set ? [...thing].flat() : Object.values(thing)
  } catch {
    return undefined
  }
}

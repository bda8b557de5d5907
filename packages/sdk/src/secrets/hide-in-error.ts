import { inspect } from 'node:util'
import type { Hiding } from './secrets.ts'

/**
 * What may be thrown in place of `thrown`: the same error, with the secrets hidden in its message, its trace, its other
 * fields and its causes, since Node prints them all. What cannot be written into is replaced.
 */
export function hideInError(thrown: unknown, secrets: Hiding): unknown {
  if (!(thrown instanceof Error))
    return secrets.holds(inspect(thrown))
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
      else if (field === 'errors' && Array.isArray(value)) waiting.push(...value)
      else isHidden = hideField(error, field, value, secrets) && isHidden
    }
  }
  return isHidden ? thrown : new Error(secrets.hide(inspect(thrown)))
}

/** @returns false where a secret stays, since the field cannot be written. */
function hideField(error: Error, field: string | symbol, value: unknown, secrets: Hiding): boolean {
  const text = typeof value === 'string' ? value : inspect(value)
  if (!secrets.holds(text)) return true
  const enumerable = Object.getOwnPropertyDescriptor(error, field)?.enumerable ?? false
  return Reflect.defineProperty(error, field, {
    value: secrets.hide(text),
    enumerable,
    writable: true,
    configurable: true,
  })
}

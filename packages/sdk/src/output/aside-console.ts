import { Console } from 'node:console'
import { Writable } from 'node:stream'

type AnyMethod = (...args: never[]) => unknown

/**
 * Sends what the author logs to standard error while declarations go to standard output, with the secrets hidden.
 * @returns gives the console back as it was.
 */
export function logAside(hide: (text: string) => string): () => void {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      process.stderr.write(hide(String(chunk)))
      done()
    },
  })
  const aside = new Console({ stdout: stream, stderr: stream, colorMode: process.stderr.isTTY === true })
  const before = new Map<string, unknown>()
  const target = console as unknown as Record<string, unknown>
  for (const [name, method] of Object.entries(aside)) {
    if (typeof method !== 'function' || typeof target[name] !== 'function') continue
    before.set(name, target[name])
    target[name] = (method as AnyMethod).bind(aside)
  }
  return () => void Object.assign(console, Object.fromEntries(before))
}

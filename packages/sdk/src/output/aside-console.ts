import { Console } from 'node:console'
import { Writable } from 'node:stream'

/** What hides the secrets of each run that is under way: several can be, and end in any order. */
const underWay = new Set<(text: string) => string>()
let original: Readonly<Record<string, unknown>> = {}

/**
 * Sends what the author logs to standard error while declarations go to standard output, with the secrets hidden.
 * @returns ends that: with the last run, the console is as it was.
 */
export function logAside(hide: (text: string) => string): () => void {
  if (underWay.size === 0) original = replaceMethods()
  underWay.add(hide)
  return () => {
    if (underWay.delete(hide) && underWay.size === 0) Object.assign(console, original)
  }
}

/** @returns the methods as they were. */
function replaceMethods(): Record<string, unknown> {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      process.stderr.write([...underWay].reduce((text, hide) => hide(text), String(chunk)))
      done()
    },
  })
  const aside = new Console({ stdout: stream, stderr: stream, colorMode: process.stderr.isTTY === true })
  const names = Object.keys(aside).filter((name) => typeof Reflect.get(console, name) === 'function')
  const before = Object.fromEntries(names.map((name) => [name, Reflect.get(console, name)]))
  Object.assign(console, Object.fromEntries(names.map((name) => [name, Reflect.get(aside, name)])))
  return before
}

import { Console } from 'node:console'
import { Writable } from 'node:stream'

/** Runs that are under way: several can be, and end in any order. */
let underWay = 0
let original: Readonly<Record<string, unknown>> = {}

/**
 * Sends what the author logs to standard error while declarations go to standard output.
 * @returns ends that: with the last run, the console is as it was.
 */
export function logAside(): () => void {
  if (underWay === 0) original = replaceMethods()
  underWay += 1
  return () => {
    underWay -= 1
    if (underWay === 0) Object.assign(console, original)
  }
}

/** @returns the methods as they were. */
function replaceMethods(): Record<string, unknown> {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      process.stderr.write(String(chunk))
      done()
    },
  })
  const aside = new Console({ stdout: stream, stderr: stream, colorMode: process.stderr.isTTY === true })
  const names = Object.keys(aside).filter((name) => typeof Reflect.get(console, name) === 'function')
  const before = Object.fromEntries(names.map((name) => [name, Reflect.get(console, name)]))
  Object.assign(console, Object.fromEntries(names.map((name) => [name, Reflect.get(aside, name)])))
  return before
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const TELL_USAGE = new URL('programs/tell-usage.mjs', import.meta.url).href

/** @typedef {{ file: string, args: string[], isNode: boolean, fine?: number[] }} Program `fine`: the exit codes of a run that went well */

/**
 * Runs a program to its end. What it prints is thrown away.
 * @param {Program} program
 * @returns {Promise<{ wall: number, cpu: number, memory: number } | { failed: string }>} seconds, from the start of its process on,
 *   and bytes of memory at the peak
 */
export async function runChild({ file, args, isNode, fine = [0] }) {
  const started = performance.now()
  const child = spawn(file, isNode ? ['--import', TELL_USAGE, ...args] : args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LINEAGRAPH_BENCH_USAGE: '1' },
  })
  const said = Promise.all([text(child.stdio[2]), text(child.stdio[3])])
  const [code, signal] = await once(child, 'exit')
  const wall = (performance.now() - started) / 1000
  const [errors, usage] = await said
  if (/heap out of memory|MemoryError/.test(errors)) return { failed: 'out of memory' }
  if (!fine.includes(code)) return { failed: `ended with ${signal ?? code}: ${faultIn(errors)}` }
  return { wall, ...JSON.parse(usage) }
}

/** The line that names the error, else the last. */
function faultIn(errors) {
  const lines = errors.trim().split('\n')
  return lines.findLast((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1)
}

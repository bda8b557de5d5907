import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The worked example. */
export const CLUVIO = fileURLToPath(new URL('../../../fixtures/cluvio/', import.meta.url))

/** What nobody may see: who signs in to the stand-in, with what, and what that gives. */
export const SECRETS = /ann@example\.com|correct-horse|token-of-ann/

/** For the environment: a proxy of the machine is not for a server on it. */
export const WITHOUT_PROXY = { http_proxy: '', https_proxy: '', HTTP_PROXY: '', HTTPS_PROXY: '' }

/** The words of a command that has the stand-in of Cluvio's API around it. No waiting, unless the options say so. */
export const besideCluvio = (options: readonly string[], command: readonly string[]): string[] => [
  process.execPath,
  join(CLUVIO, 'api/start.mjs'),
  '--retry-after',
  '0',
  ...options,
  '--',
  ...command,
]

/** Starts the stand-in, until the test ends. @returns its address, without a slash at its end. */
export async function startCluvio(options: readonly string[] = []): Promise<string> {
  const line = await firstLine(process.execPath, [join(CLUVIO, 'api/start.mjs'), ...options])
  return /is at (\S+);/.exec(line)![1]!
}

/** Starts a program that stays, until the test ends. @returns the first line that it prints, its end included. */
export async function firstLine(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(program, words, { env: { ...process.env, ...env } })
  onTestFinished(() => void child.kill())
  let heard = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    heard += text
    if (heard.includes('\n')) return heard.slice(0, heard.indexOf('\n') + 1)
  }
  throw new Error(`${program} ${words.join(' ')} ended without a line`)
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

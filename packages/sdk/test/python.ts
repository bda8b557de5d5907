import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What the oracle ends with where it lacks pydantic, and a shim where there is no Python behind it. */
const LACKS_SOMETHING: ReadonlySet<number | null> = new Set([3, 127])

/** The lines that a Python program prints for lines of input; undefined where there is no Python, or it lacks what the program needs. */
export function python(program: readonly string[], lines: readonly string[]): string[] | undefined {
  const { error, status, stdout, stderr } = spawnSync('python3', program, {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONWARNINGS: 'ignore' },
  })
  if (error !== undefined || LACKS_SOMETHING.has(status)) return undefined
  if (status !== 0) throw new Error(`python3 ended with ${status}: ${stderr}`)
  return stdout.split('\n').slice(0, -1)
}

export const PYDANTIC = fileURLToPath(new URL('pydantic-oracle.py', import.meta.url))
/** The folder of what stands in for the Python SDK in the worked example. */
export const STAND_IN = fileURLToPath(new URL('../../../fixtures/cluvio/stand_in', import.meta.url))

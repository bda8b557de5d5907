import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The lines that a Python program prints for lines of input; undefined where there is no Python, or it lacks what the program needs. */
export function python(program: readonly string[], lines: readonly string[]): string[] | undefined {
  const { status, stdout } = spawnSync('python3', program, {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONWARNINGS: 'ignore' },
  })
  return status === 0 ? stdout.split('\n').slice(0, -1) : undefined
}

export const PYDANTIC = fileURLToPath(new URL('pydantic-oracle.py', import.meta.url))

import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/lineagraph.js', import.meta.url))

/** The program that runs another one on a terminal of its own, in the form that we know. */
export const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
)

/** How the command is started. */
export interface Start {
  readonly cwd: string
  readonly env?: Record<string, string>
  /** On a terminal, and no pipes: then all that it writes is in `stdout`. */
  readonly terminal?: boolean
}

/** Starts the built command, and lets it run. */
export function startLineagraph(args: readonly string[], { cwd, env, terminal = false }: Start) {
  const command = [process.execPath, BIN, ...args].map((word) => `'${word}'`).join(' ')
  const [program, words] = terminal
    ? ['script', ['-qec', command, '/dev/null']]
    : [process.execPath, [BIN, ...args]]
  const { CI: _, NO_COLOR: _1, ...ours } = process.env
  const child = spawn(program, words, { cwd, env: { ...ours, TERM: 'xterm', ...env } })
  const heard = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.stderr += text))
  const ended = new Promise<number | null>((done) => child.on('close', done))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    ended,
    heard,
    /** Waits until what it has written so far has something. */
    until: (stream: 'stdout' | 'stderr', mark: RegExp) =>
      vi.waitFor(
        () => {
          if (!mark.test(heard[stream])) throw new Error(`no ${mark} in ${JSON.stringify(heard)}`)
        },
        { timeout: 15_000 },
      ),
    /** Passes over what it has written so far. */
    forget: () => void (heard.stdout = heard.stderr = ''),
  }
}

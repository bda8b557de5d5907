import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { PathError } from '@lineagraph/core/node'
import { UsageError } from '../input/usage-error.ts'

/** How a program came to its end. */
export type Ending =
  | { readonly kind: 'exit'; readonly exitCode: number }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals; readonly exitCode: number }

/** A program that runs. */
export interface Child {
  /** What it prints. It waits where this is not read. */
  readonly prints: AsyncIterable<Uint8Array>
  /** Resolves when it has ended and nothing more can come from it. */
  readonly ended: Promise<Ending>
  /** Reads no more, and asks it to end. */
  stop(): void
  /** Signals end lineagraph again. */
  release(): void
}

/** Those that a terminal sends to all programs that run in it, and those that are sent to one. */
const FROM_TERMINAL: readonly NodeJS.Signals[] = ['SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGWINCH']
/** Those that tell a program something, and are not to end it. SIGUSR1 would open a debugger of Node's, were it not heard. */
const TELLING: readonly NodeJS.Signals[] = ['SIGUSR1', 'SIGUSR2', 'SIGWINCH']
const SIGNALS: ReadonlySet<NodeJS.Signals> = new Set([...FROM_TERMINAL, ...TELLING, 'SIGTERM'])

/**
 * Elsewhere than on Windows the program has a process group of its own, so that the signals of a terminal come to it through us alone:
 * once, as those that are sent to us by themselves. Windows gives Ctrl-C to all programs of a console, and has no other signals.
 */
const OWN_GROUP = process.platform !== 'win32'

/** Starts a program with our standard input, standard error and environment, and what `environment` adds to it. Rejects with PathError where it is not there or cannot be run. */
export async function startChild(
  [program = '', ...args]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Child> {
  if (program === '') throw new UsageError('the command is empty', 'write the integration behind --')
  let child: ReturnType<typeof spawnChild> | undefined
  const pass = (signal: NodeJS.Signals): void => child && passSignal(child, signal)
  const pause = (): void => child && pauseWith(child)
  const release = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, pass)
    process.removeListener('SIGTSTP', pause)
  }
  for (const signal of SIGNALS) process.on(signal, pass) // before it starts: it must not be left alone
  if (OWN_GROUP) process.on('SIGTSTP', pause)
  try {
    child = spawnChild(program, args, environment)
    const ended = endOf(child)
    await once(child, 'spawn')
    return { prints: child.stdout, ended, stop: stopOf(child), release }
  } catch (error) {
    release()
    throw startError(program, error)
  }
}

/** Where an integration on our SDK is told to write files instead, it would print nothing to keep. */
const PRINTING = { LINEAGRAPH_OUT: undefined }

const spawnChild = (program: string, args: readonly string[], environment: NodeJS.ProcessEnv) =>
  spawn(program, args, {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { PYTHONUNBUFFERED: '1', ...process.env, ...environment, ...PRINTING },
    detached: OWN_GROUP,
  })

const endOf = (child: ChildProcess): Promise<Ending> =>
  new Promise((resolve) => {
    child.once('close', (code: number | null, signal: NodeJS.Signals | null) => {
      resolve(
        signal === null
          ? { kind: 'exit', exitCode: code ?? 0 }
          : { kind: 'signal', signal, exitCode: 128 + constants.signals[signal] },
      )
    })
  })

const stopOf = (child: ReturnType<typeof spawnChild>) => (): void => {
  child.stdout.destroy()
  child.kill()
}

function passSignal({ pid, exitCode, signalCode, stdout }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  const hasEnded = exitCode !== null || signalCode !== null
  if (hasEnded) {
    if (!TELLING.includes(signal)) stdout?.destroy() // something that it left behind keeps its output open
  } else if (OWN_GROUP || signal === 'SIGTERM') {
    const wholeGroup = OWN_GROUP && FROM_TERMINAL.includes(signal)
    send(wholeGroup ? -pid : pid, signal)
  }
}

/** Ctrl-Z: both stop, and both go on. */
function pauseWith({ pid }: ChildProcess): void {
  if (pid === undefined) return
  send(-pid, 'SIGSTOP')
  process.kill(process.pid, 'SIGSTOP') // comes back when we are to go on
  send(-pid, 'SIGCONT')
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended just now
  }
}

function startError(program: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const shown = `'${program}'`
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return new PathError(
      program,
      `there is no command ${shown}`,
      'correct it, or give its path; write the command and each argument as a word of its own: -- python my_integration.py',
    )
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return new PathError(
      program,
      `${shown} may not be executed`,
      `run it by what can read it, such as -- python ${program}, or make it executable`,
    )
  return new PathError(program, `${shown} cannot be run (${error.code})`, 'look at the command')
}

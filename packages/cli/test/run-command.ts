import { spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TOOL } from '@lineagraph/core'
import { folderWith } from './temporary-folder.ts'

const BIN = fileURLToPath(new URL('../bin/lineagraph.js', import.meta.url))

/** What a run of the command gave. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How the command is run. A stream that is `gone` has nobody who reads it, from the start on. */
export interface Circumstances {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Record<string, string>
  readonly gone?: readonly ('stdout' | 'stderr')[]
}

/** Runs the built command as its users do. */
export const lineagraph = (args: readonly string[], circumstances?: Circumstances): Promise<Outcome> =>
  run(process.execPath, [BIN, ...args], circumstances)

/**
 * Runs a script of the shell, in which `lineagraph` is the built command. Without --norc, a bash that hears a socket takes itself for a
 * remote login and reads what its owner likes to have on PATH.
 */
export const shell = (script: string, circumstances?: Circumstances): Promise<Outcome> =>
  run(
    'bash',
    ['--norc', '-c', `lineagraph() { "${process.execPath}" "${BIN}" "$@"; }\n${script}`],
    circumstances,
  )

/**
 * A folder for PATH, where `lineagraph` is the built command, and `npx -y lineagraph@VERSION` too, in our own version and no other:
 * what stands in for a package that npm has.
 */
export function standIn(): string {
  const folder = folderWith({
    lineagraph: `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`,
    npx: `#!/bin/sh
[ "$1 $2" = '-y lineagraph@${TOOL.version}' ] || { echo 'the stand-in is lineagraph@${TOOL.version}' >&2; exit 2; }
shift 2
exec "${process.execPath}" "${BIN}" "$@"
`,
  })
  for (const name of ['lineagraph', 'npx']) chmodSync(join(folder, name), 0o755)
  return folder
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  { input = '', cwd, env, gone = [] }: Circumstances = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } })
    for (const stream of gone) child[stream].destroy()
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => {}) // a command that does not read its input closes it
    child.stdin.end(input)
  })
}

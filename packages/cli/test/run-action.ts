import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { shell, standIn } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const text = readFileSync(join(ROOT, 'action.yml'), 'utf8')
/** The GitHub action of this repository. */
export const action = parse(text) as {
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { value: string }>
  runs: { using: string; steps: readonly Step[] }
}
interface Step {
  readonly id: string
  readonly shell: string
  readonly run: string
  readonly env: Record<string, string>
  readonly 'working-directory': string
}

/** Runs the steps of the action as a runner does, in a folder, its inputs filled in. */
export async function runAction(
  cwd: string,
  given: Readonly<Record<string, string>> = {},
  {
    actionPath = ROOT,
    env = {},
  }: { readonly actionPath?: string; readonly env?: Record<string, string> } = {},
) {
  const runner = folderWith({ output: '', summary: '', 'temp/keep': '' })
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]),
  )
  for (const name of Object.keys(given))
    if (!(name in inputs)) throw new Error(`the action has no input '${name}'`)
  const filled = (value: string) =>
    value.replaceAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => ({ ...inputs, ...given })[name]!)
  let [code, log]: [number | null, string] = [0, '']
  for (const step of action.runs.steps) {
    writeFileSync(join(runner, 'step.sh'), step.run)
    const outcome = await shell(
      `cd "$DIRECTORY" && exec bash --noprofile --norc -eo pipefail "${runner}/step.sh"`,
      {
        cwd,
        env: {
          ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, filled(value)])),
          DIRECTORY: filled(step['working-directory']),
          GITHUB_ACTION_PATH: actionPath,
          GITHUB_OUTPUT: join(runner, 'output'),
          GITHUB_STEP_SUMMARY: join(runner, 'summary'),
          RUNNER_TEMP: join(runner, 'temp'),
          PATH: `${standIn()}:${process.env['PATH']}`,
          ...env,
        },
      },
    )
    ;[code, log] = [outcome.code, log + outcome.stdout + outcome.stderr]
    if (code !== 0) break
  }
  const lines = readFileSync(join(runner, 'output'), 'utf8').trimEnd().split('\n')
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))
  return { code, log, outputs, summary: readFileSync(join(runner, 'summary'), 'utf8') }
}

// npm run dev: shows the picture in the browser and the findings here. Runs the integration, and again whenever a file in src/ changes.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, watch } from 'node:fs'
import { devNull } from 'node:os'

const LINEAGRAPH = 'node_modules/lineagraph/bin/lineagraph.js'
const INTEGRATION = [process.execPath, '--import', 'tsx', 'src/start.ts']
const RECORD = [LINEAGRAPH, 'record', '-f', `json:${devNull}`, '--', ...INTEGRATION] // view says what is found

let running: ChildProcess | undefined
let view: ChildProcess | undefined
let hasChanged = false

function run(): void {
  if (process.stdout.isTTY) console.clear()
  hasChanged = false
  running = spawn(process.execPath, RECORD, { stdio: ['ignore', 'inherit', 'inherit'] })
  running.once('close', () => {
    running = undefined
    view ??= startView()
    if (hasChanged) run()
  })
}

/** Ends with all else: at q or Ctrl-C it is the one that hears of it. */
function startView(): ChildProcess {
  mkdirSync('out', { recursive: true }) // where nothing was declared yet
  const child = spawn(process.execPath, [LINEAGRAPH, 'view', 'out'], { stdio: 'inherit' })
  child.once('close', (exitCode) => process.exit(exitCode ?? 0))
  return child
}

let waiting: NodeJS.Timeout | undefined
watch('src', { recursive: true }, () => {
  clearTimeout(waiting) // an editor writes a file in several steps
  waiting = setTimeout(() => {
    hasChanged = true
    if (running) running.kill()
    else run()
  }, 100)
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit())
process.once('exit', () => {
  view?.kill()
  running?.kill()
})
run()

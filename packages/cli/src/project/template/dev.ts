// npm run dev: runs the integration, keeps what it declares in out/ and checks that; again whenever a file in src/ changes.
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'

const COMMAND = ['node_modules/lineagraph/bin/lineagraph.js', 'record', '--']
const INTEGRATION = [process.execPath, '--import', 'tsx', 'src/start.ts']

let running: ChildProcess | undefined
let hasChanged = false

function run(): void {
  if (process.stdout.isTTY) console.clear()
  hasChanged = false
  running = spawn(process.execPath, [...COMMAND, ...INTEGRATION], { stdio: ['ignore', 'inherit', 'inherit'] })
  running.once('close', () => {
    running = undefined
    if (hasChanged) return run()
    console.error(`\nran at ${new Date().toLocaleTimeString()}; runs again when src/ changes; Ctrl-C ends it`)
  })
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
run()

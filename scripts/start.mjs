// Runs the worked example, records what it declares, and then checks and shows that: the last step of `pnpm start`, after the build.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = new URL('../packages/cli/bin/lineagraph.js', import.meta.url)
const RUN = 'fixtures/cluvio/out' // ignored by git: the run that is committed stays as it is
process.chdir(fileURLToPath(new URL('../', import.meta.url)))

// The integration finds a stand-in of Cluvio's API in its environment; nothing here goes over the network.
const integration = (node) => [
  node,
  'fixtures/cluvio/api/start.mjs',
  '--',
  node,
  'fixtures/cluvio/dist/start.js',
]
// view says what is found; a report in a file keeps record from saying it too.
const record = ['record', '--out', RUN, '-f', `json:${RUN}/report.json`, '--']
console.log(`$ lineagraph ${[...record, ...integration('node')].join(' ')}`)
const { status } = spawnSync(
  process.execPath,
  [fileURLToPath(command), ...record, ...integration(process.execPath)],
  { stdio: 'inherit' },
)
if (status !== 0 && status !== 1) process.exit(status ?? 1) // findings are for showing; without a run there is nothing to show

console.log(`$ lineagraph view ${RUN}`)
process.argv = [process.execPath, fileURLToPath(command), 'view', RUN]
await import(command)

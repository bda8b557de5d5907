// Runs the worked example, records and checks what it declares, and then shows that: the last step of `pnpm start`, after the build.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const root = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))
const RUN = 'fixtures/cluvio/out' // ignored by git: the run that is committed stays as it is

// The integration finds a stand-in of Cluvio's API in its environment; nothing here goes over the network.
const integration = (node) => [
  node,
  'fixtures/cluvio/api/start.mjs',
  '--',
  node,
  'fixtures/cluvio/dist/start.js',
]
console.log(`$ lineagraph record --out ${RUN} -- ${integration('node').join(' ')}`)
const record = ['packages/cli/bin/lineagraph.js', 'record', '--out', RUN, '--']
const { status } = spawnSync(process.execPath, [...record, ...integration(process.execPath)], {
  cwd: path('.'),
  stdio: 'inherit',
})
if (status !== 0 && status !== 1) process.exit(status ?? 1) // findings are for showing; without a run there is nothing to show

process.env.LINEAGRAPH_RUN = path(RUN)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))
const server = await preview({
  root: path('packages/viz'),
  configFile: path('packages/viz/vite.config.ts'),
  preview: { host: '127.0.0.1', port: 4173 }, // or the next one that is free
})
console.log(`lineagraph is at ${server.resolvedUrls.local[0]}`)

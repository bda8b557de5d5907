// Checks the worked example and then shows it: the last step of `pnpm start`, after the build.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const root = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))

process.env.LINEAGRAPH_RUN = path('fixtures/cluvio/run')
const check = ['check', 'fixtures/cluvio/run', '--workspace', 'fixtures/cluvio/warehouse.csv']
spawnSync(process.execPath, ['packages/cli/bin/lineagraph.js', ...check], {
  cwd: path('.'),
  stdio: 'inherit',
})

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))
const server = await preview({
  root: path('packages/viz'),
  configFile: path('packages/viz/vite.config.ts'),
  preview: { host: '127.0.0.1', port: 4173 }, // or the next one that is free
})
console.log(`lineagraph is at ${server.resolvedUrls.local[0]}`)

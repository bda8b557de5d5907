// Question: how long do layouts of flat graphs take, and how many edges cross, beside elkjs and d3-dag in one process?
// node packages/viz/bench/layout.mjs [--full]: with --full the peers lay out 3,000 nodes as well, which takes minutes.
import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { coreSources } from '../../../scripts/core-sources.mjs'

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } })

// Bundled as it is shipped, so that what is measured is the code and not the loader; in node_modules, so that it finds the peers.
const outDir = fileURLToPath(new URL('../node_modules/.bench', import.meta.url))
await build({
  configFile: false,
  logLevel: 'error',
  resolve: { alias: coreSources },
  build: {
    ssr: fileURLToPath(new URL('measure.ts', import.meta.url)),
    outDir,
    target: 'es2022',
    rollupOptions: { output: { entryFileNames: 'measure.mjs' } },
  },
})
try {
  const { measure } = await import(pathToFileURL(`${outDir}/measure.mjs`).href)
  await measure(values.full, (line) => console.log(line))
} finally {
  rmSync(outDir, { recursive: true })
}

// Question: how large does the Map of each run open? node packages/viz/bench/openings.mjs [FOLDER …]
import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { coreSources } from '../../../scripts/core-sources.mjs'

const outDir = fileURLToPath(new URL('../node_modules/.openings', import.meta.url))
await build({
  configFile: false,
  logLevel: 'error',
  resolve: { alias: coreSources },
  build: {
    ssr: fileURLToPath(new URL('openings.ts', import.meta.url)),
    outDir,
    target: 'es2022',
    rollupOptions: { output: { entryFileNames: 'openings.mjs' } },
  },
})
try {
  const { openings } = await import(pathToFileURL(`${outDir}/openings.mjs`).href)
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  await openings(root, process.argv.slice(2), (line) => console.log(line))
} finally {
  rmSync(outDir, { recursive: true })
}

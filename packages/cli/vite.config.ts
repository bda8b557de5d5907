import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'
import { coreSources } from '../../scripts/core-sources.mjs'
import { hashSources } from '../../scripts/hash-sources.mjs'
import { sdkSources } from '../../scripts/sdk-sources.mjs'

/** Leaves word of the sources in the bundle, so that scripts/lineagraph.mjs sees when it is old. */
const builtFrom: Plugin = {
  name: 'built-from',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'built-from.txt', source: hashSources() })
  },
}

/** Builds the page that `lineagraph view` serves into the bundle: neither can be older than the other. */
const page: Plugin = {
  name: 'page',
  async writeBundle({ dir = 'dist' }) {
    const root = fileURLToPath(new URL('../viz', import.meta.url))
    await build({ root, logLevel: 'warn', build: { outDir: join(dir, 'page') } })
  },
}

// The command ships without dependencies. What it imports with `import()` is a file of its own and loads when needed.
export default defineConfig({
  plugins: [builtFrom, page],
  resolve: { alias: [...coreSources, ...sdkSources] },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
})

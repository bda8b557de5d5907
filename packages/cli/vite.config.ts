import { defineConfig, type Plugin } from 'vite'
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

// The command ships without dependencies. What it imports with `import()` is a file of its own and loads when needed.
export default defineConfig({
  plugins: [builtFrom],
  resolve: { alias: [...coreSources, ...sdkSources] },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
})

import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { coreSources } from '../../scripts/core-sources.mjs'
import { hashSources } from '../../scripts/hash-sources.mjs'

/**
 * Bundles the file that `new Worker(new URL('./a.js', import.meta.url))` names, which vite does for browsers only.
 * Everything lands in one folder under its own name, so the URL stays as it is.
 */
const workerThreads: Plugin = {
  name: 'worker-threads',
  enforce: 'pre', // the text as it was written
  transform(code, id) {
    for (const [, name] of code.matchAll(/new Worker\(\s*new URL\('\.\/([\w-]+)\.js', import\.meta\.url/g)) {
      this.emitFile({ type: 'chunk', id: join(dirname(id), `${name}.ts`), fileName: `${name}.js` })
    }
  },
}

/** Leaves word of the sources in the bundle, so that scripts/lineagraph.mjs sees when it is old. */
const builtFrom: Plugin = {
  name: 'built-from',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'built-from.txt', source: hashSources() })
  },
}

// The command ships without dependencies. What it imports with `import()` is a file of its own and loads when needed.
export default defineConfig({
  plugins: [workerThreads, builtFrom],
  resolve: { alias: coreSources },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
})

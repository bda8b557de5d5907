import { defineConfig } from 'vite'
import { coreSources } from '../../scripts/core-sources.mjs'

// The threads beside the command: each loads what its work needs, and nothing else.
export default defineConfig({
  resolve: { alias: coreSources },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    emptyOutDir: false,
    rolldownOptions: {
      input: ['../core/src/node/read-worker.ts', '../core/src/node/nearest-worker.ts'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'of-workers.js' },
    },
  },
})

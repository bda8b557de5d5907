import { defineConfig } from 'vite'
import { coreSources } from '../../scripts/core-sources.mjs'

// The thread that reads is a file of its own beside the command: it loads what reading needs, and nothing else.
export default defineConfig({
  resolve: { alias: coreSources },
  ssr: { noExternal: true },
  build: {
    ssr: '../core/src/node/read-worker.ts',
    target: 'node20',
    emptyOutDir: false,
    rolldownOptions: { output: { entryFileNames: 'read-worker.js' } },
  },
})

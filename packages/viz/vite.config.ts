import { defineConfig } from 'vite'
import { coreSources } from '../../scripts/core-sources.mjs'
import { looseStylesInDev } from './server/loose-styles.ts'
import { oneFirstChunk } from './server/one-first-chunk.ts'
import { serveRun } from './server/serve-run.ts'
import { withoutRulePages } from './server/without-rule-pages.ts'
import { withoutTransitions } from './server/without-transitions.ts'

export default defineConfig({
  base: './',
  plugins: [serveRun(), looseStylesInDev(), withoutTransitions()],
  resolve: { alias: coreSources },
  server: { host: '127.0.0.1' },
  worker: { format: 'es', plugins: () => [withoutRulePages()] },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [oneFirstChunk] } } },
  },
})

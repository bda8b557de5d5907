import { defineConfig } from 'vite'
import { coreSources } from '../../scripts/core-sources.mjs'
import { withoutRulePages } from './server/without-rule-pages.ts'
import { withoutTransitions } from './server/without-transitions.ts'

/**
 * What a report is made of, each one script without imports: `report` is the app and its worker, with `report.css`; `load-report` is
 * what starts it. The mode names which one is built.
 */
export default defineConfig(({ mode }) => ({
  plugins: [withoutRulePages(), withoutTransitions()],
  resolve: { alias: coreSources },
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'dist/report',
    emptyOutDir: false,
    cssCodeSplit: false,
    lib: {
      entry: `src/app/${mode}.ts`,
      formats: ['iife'],
      name: 'lineagraphReport',
      fileName: () => `${mode}.js`,
      cssFileName: mode,
    },
  },
}))

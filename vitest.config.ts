import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { coreSources } from './scripts/core-sources.mjs'
import { sdkSources } from './scripts/sdk-sources.mjs'
import { workers } from './scripts/tests/workers.mjs'

const CORE_TESTS = {
  setupFiles: './scripts/tests/silent-console.mjs',
  testTimeout: 30_000, // properties over many runs, on a machine that may be busy
}
/** They replace node:fs for all that is loaded after it, so each wants modules of its own. */
const REPLACING_FS = ['packages/core/src/node/{file-source,spooled-source}.test.ts']

const BROWSER_TESTS = {
  globalSetup: './packages/viz/test/build-page.ts',
  testTimeout: 60_000,
  hookTimeout: 120_000, // the first one unpacks the browser
}
/** They say how long something may take, so nothing else runs beside them. */
const MEASURING = ['packages/viz/test/{foresight,large-drop,many-cards,report-time,staying}.test.ts']

export default defineConfig({
  plugins: [workers],
  resolve: { alias: [...coreSources, ...sdkSources] },
  test: {
    maxWorkers: availableParallelism() + 2, // tests of pages wait more than they work
    globalSetup: './scripts/tests/workers.mjs',
    reporters: ['default', './scripts/tests/count-reporter.mjs'],
    projects: [
      {
        extends: true,
        test: {
          ...CORE_TESTS,
          name: 'core',
          include: ['packages/core/{src,test}/**/*.test.ts'],
          exclude: REPLACING_FS,
          isolate: false, // pure functions: loading their modules anew for each file took more than half of the time
        },
      },
      { extends: true, test: { ...CORE_TESTS, name: 'core, replacing node:fs', include: REPLACING_FS } },
      {
        extends: true,
        test: {
          name: 'cli',
          include: ['packages/cli/{src,test}/**/*.test.ts'],
          isolate: false, // as core: what they change is in folders and processes of their own
          testTimeout: 60_000, // they start the command, some of them many times
        },
      },
      {
        extends: true,
        test: {
          name: 'sdk',
          globalSetup: './packages/sdk/test/bundle-sdk.ts',
          include: ['packages/sdk/{src,test}/**/*.test.ts'],
          testTimeout: 30_000, // some run programs of their own, which a busy machine starts slowly
        },
      },
      {
        extends: true,
        test: {
          name: 'scripts',
          include: ['{scripts,bench}/**/*.test.mjs'],
          testTimeout: 30_000, // they start programs, as those of the sdk do
        },
      },
      {
        extends: true,
        test: {
          name: 'viz',
          setupFiles: './packages/viz/src/worker/load-parts.setup.ts',
          include: ['packages/viz/{src,server,bench}/**/*.test.ts'],
          isolate: false, // as core
          testTimeout: 30_000, // as core
        },
      },
      {
        extends: true,
        test: {
          ...BROWSER_TESTS,
          name: 'browser',
          include: ['packages/viz/test/**/*.test.ts'],
          exclude: MEASURING,
          isolate: false, // as core: a page has its own modules in the browser
        },
      },
      {
        extends: true,
        test: { ...BROWSER_TESTS, name: 'browser, alone', include: MEASURING, fileParallelism: false },
      },
    ],
  },
})

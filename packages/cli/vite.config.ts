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

/** Builds the page that `lineagraph view` serves into the bundle, and what reports are made of: none can be older than the other. */
const page: Plugin = {
  name: 'page',
  async writeBundle({ dir = 'dist' }) {
    const root = fileURLToPath(new URL('../viz', import.meta.url))
    await build({ root, logLevel: 'warn', build: { outDir: join(dir, 'page') } })
    const configFile = join(root, 'vite.report.config.ts')
    for (const mode of ['report', 'load-report'])
      await build({ root, configFile, mode, logLevel: 'warn', build: { outDir: join(dir, 'report') } })
  },
}

/** Commander loads it for commands that are programs of their own, which we have none of: it takes 2 ms of each start. */
const noChildProcess: Plugin = {
  name: 'no-child-process',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return undefined
    const asked = "require('node:child_process')"
    if (!code.includes(asked)) this.error(`commander no longer has ${asked}: see whether it still loads it`)
    return code.replace(asked, '{}')
  },
}

/** Spells what is beyond ASCII as escapes: a text with one other sign in it takes twice the memory, and longer to compile. */
const onlyAscii: Plugin = {
  name: 'only-ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      if (chunk.code.includes('String.raw'))
        this.error(`${chunk.fileName} has a String.raw, where an escape is none`)
      chunk.code = chunk.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

/** Each file takes a millisecond to load: what every command needs is in one, what every check needs beside it in another. */
const FILES = {
  start:
    /\/packages\/(cli\/src\/(definitions\/.+|input\/(exit-code|explain-error|usage-error|write-.+))|core\/src\/model\/tool)\.ts$|\/commander\//,
  check:
    /\/packages\/(cli\/src\/(input\/(?!find-runs)|commands\/(check|write-report|must-declare))|core\/src\/(?!export\/|compare\/|node\/stream-source|graph\/(to-graphology|graphology-attributes|ask\/|select\/)|report\/(answer\/|diff-|selector-fault)|model\/.+-schema))|\/picomatch\//,
}

// The command ships without dependencies. What it imports with `import()` is a file of its own and loads when needed.
export default defineConfig({
  plugins: [builtFrom, noChildProcess, onlyAscii, page],
  resolve: { alias: [...coreSources, ...sdkSources] },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        codeSplitting: { groups: Object.entries(FILES).map(([name, test]) => ({ name, test })) },
        minify: { compress: true, mangle: { keepNames: { function: true, class: true } }, codegen: true }, // names stay, for the traces of our own faults
      },
    },
  },
})

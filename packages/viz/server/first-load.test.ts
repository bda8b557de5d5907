import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { beforeAll, expect, test, vi } from 'vitest'
import { withoutRulePages } from './without-rule-pages.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What the page loads before its first picture, by file; all that is built; and the modules that are in it. */
const first = new Map<string, string | Uint8Array>()
const all = new Map<string, string | Uint8Array>()
const modules = new Set<string>()

const looks: Plugin = {
  name: 'looks',
  generateBundle(_, bundle) {
    const wanted = new Set<string>()
    const want = (name: string): void => {
      const file = bundle[name]
      if (wanted.has(name) || file?.type !== 'chunk') return
      wanted.add(name)
      for (const other of file.imports) want(other)
      for (const css of file.viteMetadata?.importedCss ?? []) wanted.add(css)
    }
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type === 'chunk' && file.isEntry) want(name)
      if (file.type === 'asset' && name.endsWith('.html')) wanted.add(name)
    }
    for (const [name, file] of Object.entries(bundle)) {
      const content = file.type === 'chunk' ? file.code : file.source
      all.set(name, content)
      if (wanted.has(name)) first.set(name, content)
      if (file.type === 'chunk') for (const id of Object.keys(file.modules)) modules.add(id)
    }
  },
}

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production') // as the page is built that people get
  await build({
    root: ROOT,
    logLevel: 'warn',
    plugins: [looks],
    worker: { format: 'es', plugins: () => [withoutRulePages(), looks] },
    build: { write: false },
  })
}, 60_000)

test('the first load of the page is smaller than 245 KB, compressed', () => {
  const sizes = [...first].map(([name, content]) => [name, gzipSync(content).length] as const)
  const sum = sizes.reduce((before, [, size]) => before + size, 0)
  expect(sum).toBeLessThan(245_000)
  // It is the whole of it: the app with its styles, and the worker with the core.
  expect(sizes.filter(([, size]) => size > 40_000)).toHaveLength(2)
  expect([...first.keys()].filter((name) => /app-.*\.css$/.test(name))).toHaveLength(1)
})

test('the page stands on at most five families of dependencies', () => {
  const packages = new Set(
    [...modules].flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  )
  const families = new Set([...packages].map(familyOf))
  expect([...packages]).toContain('d3-zoom')
  expect([...families]).toEqual(expect.arrayContaining(['d3', 'flatbush', 'preact']))
  expect(families.size).toBeLessThanOrEqual(5)
})

/** Packages of one maker that are used as one: flatqueue is what flatbush is made with. */
const familyOf = (name: string): string =>
  name.startsWith('d3-')
    ? 'd3'
    : /^(@preact\/|preact$)/.test(name)
      ? 'preact'
      : name === 'flatqueue'
        ? 'flatbush'
        : name

test('what the first sight does not need is loaded later', () => {
  const files = [...all.keys()].filter((name) => !first.has(name)).join(' ')
  for (const later of [
    'read-query',
    'read-catalog',
    'compare',
    'panel-answers',
    'impact',
    'changes',
    'save-picture',
    'compose-lineage',
    'outline-answers',
    'gunzip',
    'read-upload',
    'read-export',
    'is-upload',
    'toggle-at-once',
    'chosen-side',
    'thing-bar',
    'column-search',
    'drop-menu',
    'circle-marks',
    'status-sums',
  ])
    expect(files).toContain(`/${later}-`)
})

test('the page carries what it finds, and not what explains rules at length', () => {
  const code = [...all.values()].map(String).join('')
  expect(code).toContain('has an edge to itself')
  expect(code).not.toContain('Such an edge is no circle for lineage/no-cycle')
})

import { describe, expect, test } from 'vitest'
import { findBreaches } from './walls/find-breaches.mjs'
import { findCircles } from './walls/find-circles.mjs'
import { readImports } from './walls/read-imports.mjs'
import { bans, reasons, stations } from './walls/walls.mjs'

const importsOf = (files) => readImports(new Map(Object.entries(files)))
const breachesOf = (files) => findBreaches(importsOf(files))
const circlesOf = (files) => findCircles(importsOf(files)).map(({ from, to }) => `${from} → ${to}`)

const fileIn = (folder) =>
  folder === '*.ts' ? 'file.ts' : folder.endsWith('.ts') ? folder : `${folder}/file.ts`
const breachBetween = (src, from, to) =>
  breachesOf({ [`${src}/${fileIn(from)}`]: `import '../${fileIn(to)}'`, [`${src}/${fileIn(to)}`]: '' })

describe.each(stations)('findBreaches(imports) in $src', ({ src, rows }) => {
  const ordered = rows.flatMap((earlier, i) => rows.slice(i + 1).map((later) => ({ earlier, later })))

  test.each(ordered)(
    'lets $later.folders import $earlier.folders, and not the other way',
    ({ earlier, later }) => {
      for (const [low, high] of earlier.folders.flatMap((a) => later.folders.map((b) => [a, b]))) {
        if (!high.endsWith('.ts')) expect(breachBetween(src, high, low)).toEqual([])
        expect(breachBetween(src, low, high)).toMatchObject([
          { from: low, to: high.replace('*', 'file'), reason: later.reason },
        ])
      }
    },
  )

  test.each(rows.filter(({ folders }) => folders.length > 1))(
    'keeps $folders apart where they say so',
    (row) => {
      const [a, b] = row.folders
      expect(breachBetween(src, a, b).map(({ reason }) => reason)).toEqual(row.apart ? [row.apart] : [])
      expect(breachBetween(src, a, a)).toEqual([])
    },
  )

  test('every row after the first has a reason', () => {
    for (const { reason } of rows.slice(1)) expect(reason).toMatch(/\w+ \w+/)
  })
})

describe('findBreaches(imports) by name', () => {
  const banned = [
    ['packages/core/src/read/run.ts', 'node:fs'],
    ['packages/core/src/read/run.ts', 'fs/promises'],
    ['packages/core/src/node/load-run.ts', 'd3-selection'],
    ['packages/core/src/node/load-run.ts', '@lineagraph/viz'],
    ['packages/core/src/check/check.test.ts', 'lineagraph'],
    ['packages/viz/src/source/open.ts', '@lineagraph/core/node'],
    ['packages/viz/src/source/open.ts', '@lineagraph/core/dist/read/run.js'],
    ['packages/viz/server/serve-run.ts', 'lineagraph'],
    ['packages/cli/src/main.ts', '@lineagraph/core/graph'],
    ['packages/sdk/src/http/client.ts', '@lineagraph/core/graph'],
    ['packages/sdk/src/output/say.ts', 'lineagraph'],
  ]
  test.each(banned)('stops %s from importing %s', (file, request) => {
    expect(breachesOf({ [file]: `import '${request}'` })).toMatchObject([{ file, to: request }])
  })

  test('has no ban that nothing here proves', () => {
    const reasonsSeen = banned.flatMap(([file, request]) => breachesOf({ [file]: `import '${request}'` }))
    expect(new Set(reasonsSeen.map(({ reason }) => reason))).toEqual(
      new Set(bans.map(({ reason }) => reason)),
    )
  })

  test.each([
    ['packages/core/src/node/load-run.ts', 'node:fs'],
    ['packages/core/src/read/run.test.ts', 'node:fs'],
    ['packages/core/src/graph/graph.ts', 'graphology'],
    ['packages/viz/src/source/open.ts', '@lineagraph/core'],
    ['packages/viz/server/serve-run.ts', '@lineagraph/core/node'],
    ['packages/viz/test/map.test.ts', '@lineagraph/core/node'],
    ['packages/cli/src/commands/check.ts', '@lineagraph/core/node'],
  ])('lets %s import %s', (file, request) => {
    expect(breachesOf({ [file]: `import '${request}'` })).toEqual([])
  })
})

describe('findBreaches(imports) by path', () => {
  const reasonOf = (file, request) =>
    breachesOf({ [file]: `import '${request}'` }).map(({ reason }) => reason)

  test('stops a file from reaching into another package, tests too', () => {
    expect(reasonOf('packages/viz/src/app/main.tsx', '../../../core/src/read/run.ts')).toEqual([
      reasons.otherPackage,
    ])
    expect(reasonOf('packages/cli/src/main.test.ts', '../../core/src/read/run.ts')).toEqual([
      reasons.otherPackage,
    ])
  })

  test('stops src from importing what stands beside it', () => {
    expect(reasonOf('packages/viz/src/app/main.tsx', '../../server/serve-run.ts')).toEqual([
      reasons.outsideSrc,
    ])
  })

  test('asks for a row for a folder or a package that has none', () => {
    expect(reasonOf('packages/core/src/utils/a.ts', './b.ts')).toEqual([reasons.unknownFolder])
    expect(reasonOf('packages/core/src/graph/a.ts', '../utils/b.ts')).toEqual([reasons.unknownFolder])
    expect(reasonOf('packages/new/src/a.ts', './b.ts')).toEqual([reasons.unknownFolder])
  })

  test('lets a test import anything of its own package', () => {
    expect(reasonOf('packages/core/src/model/a.test.ts', '../report/pretty.ts')).toEqual([])
    expect(reasonOf('packages/core/src/model/a.test.ts', '../../test/zoo.ts')).toEqual([])
  })

  test.each([
    ['a static import', `import { a } from '../report/a.ts'`],
    ['an import of a type', `import type { A } from '../report/a.ts'`],
    ['a type in place', `export let a: import('../report/a.ts').A`],
    ['a re-export', `export { a } from '../report/a.ts'`],
    ['a re-export of all', `export * from '../report/a.ts'`],
    ['a dynamic import', `export const a = () => import('../report/a.ts')`],
  ])('sees %s, and says on which line', (_, text) => {
    expect(breachesOf({ 'packages/core/src/read/run.ts': `\n\n${text}` })).toMatchObject([
      { line: 3, to: 'report' },
    ])
  })
})

describe('findCircles(imports)', () => {
  test('spells out a circle, once', () => {
    const files = { 'a.ts': `import './b.ts'`, 'b.ts': `\nimport './c.ts'`, 'c.ts': `import './a.ts'` }
    expect(circlesOf(files)).toEqual(['a.ts → b.ts → c.ts → a.ts'])
  })

  test('sees a file that imports itself, and a circle of types', () => {
    expect(circlesOf({ 'a.ts': `import './a.ts'` })).toEqual(['a.ts → a.ts'])
    const types = { 'a.ts': `import type { B } from './b'`, 'b.ts': `export type { A } from './a.js'` }
    expect(circlesOf(types)).toEqual(['a.ts → b.ts → a.ts'])
  })

  test('finds nothing where two ways lead to one file', () => {
    const files = {
      'a.ts': `import './b.ts'; import './c.ts'`,
      'b.ts': `import './c.ts'`,
      'c.ts': `import 'zod'`,
    }
    expect(circlesOf(files)).toEqual([])
  })
})

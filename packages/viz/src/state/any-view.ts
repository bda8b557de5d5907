import fc from 'fast-check'
import type { View } from './view.ts'

const text = fc.string({ unit: 'grapheme' })

/** A key, for tests: as runs have them, and as nobody would wish for them. */
export const anyKey = fc.oneof(
  text.map((id) => `id:${id}`),
  text,
  fc.constantFrom(
    '__proto__',
    'id:a&b=c',
    'id:x#y',
    'id:ü/ä',
    '"',
    '',
    'id:',
    'id:id:x',
    'id::x',
    ':',
    'outside:',
  ),
  fc.constantFrom(
    'id:SHOP.raw.orders',
    'id:urn:li:dataset:(urn:li:dataPlatform:snowflake,a.b.c,PROD)',
    'id:range:0:x',
    'table:[null,null,null,"a"]',
    'stack:fan:id:a',
    'card:id:SHOP.raw.orders',
    'id:SHOP.raw.items',
    'id:SHOP.𝒳',
    'id:SHOP.𝒴',
    `id:${'n'.repeat(10_000)}`,
  ),
)
const keySet = fc.uniqueArray(anyKey, { maxLength: 6 })
const decimal = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000)
const hops = fc.oneof(fc.nat(99), fc.constantFrom('all' as const, null))

/** Any view at all, for tests. */
export const anyView: fc.Arbitrary<View> = fc.record({
  kind: fc.constantFrom('map' as const, 'lineage' as const),
  level: fc.option(fc.nat(20)),
  opened: keySet,
  closed: keySet,
  focus: fc.option(anyKey),
  up: hops,
  down: hops,
  direction: fc.constantFrom('both' as const, 'up' as const, 'down' as const),
  expanded: fc.array(
    fc.record({ key: anyKey, side: fc.constantFrom('up' as const, 'down' as const), far: fc.boolean() }),
    { maxLength: 4 },
  ),
  most: fc.constantFrom('usual' as const, 'all' as const),
  boxes: fc.constantFrom('none' as const, 'schema' as const, 'database' as const),
  columns: fc.constantFrom('traced' as const, 'all' as const, 'none' as const),
  lists: fc.array(fc.record({ key: anyKey, from: fc.nat(1000), find: text }), { maxLength: 3 }),
  path: fc.option(
    fc.record({
      from: fc.option(anyKey),
      to: fc.option(anyKey),
      takes: fc.constantFrom('shortest' as const, 'all' as const),
      columns: fc.boolean(),
    }),
  ),
  circle: fc.option(anyKey.map((key) => `circle:${key}`)),
  off: fc.uniqueArray(text, { maxLength: 4 }),
  hide: keySet,
  only: fc.uniqueArray(text, { maxLength: 3 }),
  flow: fc.constantFrom('auto' as const, 'right' as const, 'down' as const),
  selection: fc.uniqueArray(anyKey, { maxLength: 4 }),
  edge: fc.option(fc.record({ from: anyKey, to: anyKey })),
  camera: fc.option(
    fc.record(
      {
        ...{ x: decimal, y: decimal, k: fc.constantFrom(0.05, 1, 2.5) },
        by: fc.record({ key: anyKey, x: decimal, y: decimal }),
      },
      { requiredKeys: ['x', 'y', 'k'] },
    ),
  ),
  theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
  tab: fc.constantFrom('details' as const, 'findings' as const, 'impact' as const, 'changes' as const),
  finding: fc.option(text),
  mute: fc.uniqueArray(text, { maxLength: 3 }),
  rule: fc.option(text),
  findingsBy: fc.constantFrom('severity' as const, 'rule' as const, 'place' as const),
  side: fc.constantFrom('up' as const, 'down' as const, null),
  changesOf: fc.constantFrom('things' as const, 'edges' as const),
  without: fc.uniqueArray(text, { maxLength: 3 }),
})

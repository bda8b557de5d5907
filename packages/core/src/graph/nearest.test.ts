import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { expect, test } from 'vitest'
import { allowedEdits, NearestIndex } from './nearest.ts'
import { nearKey, textsOf } from './text-units.ts'

/** The rule, letter for letter, by a look at every candidate. */
function nearestByScan(text: string, candidates: readonly string[]): string | undefined {
  const key = nearKey(text)
  const edits = (candidate: string): number => distance(key, nearKey(candidate))
  const near = candidates.filter((candidate) => edits(candidate) <= allowedEdits(key))
  return near.sort((a, b) => edits(a) - edits(b) || (a < b ? -1 : 1))[0]
}

/** The texts that are found. */
const foundBy = (candidates: readonly string[], asked: readonly string[], effort: number) =>
  Array.from(
    new NearestIndex(textsOf(candidates)).nearestOf(textsOf(asked), effort),
    (found) => candidates[found],
  )

/** Whether some candidate is so few edits away. */
const isWithin = (edits: number, text: string, candidates: readonly string[]): boolean =>
  candidates.some((candidate) => distance(nearKey(text), nearKey(candidate)) <= edits)

test('nearest(text) is the id that a slip of the hand was meant to be', () => {
  const index = new NearestIndex(
    textsOf(['dashboard.24', 'dashboard_group.default', 'shop.public.orders', 'shop.public.customers']),
  )
  expect(index.nearest('shop.public.order')).toBe('shop.public.orders')
  expect(index.nearest('shop.pubilc.custommers')).toBe('shop.public.customers')
  expect(index.nearest('dashboard.42')).toBe('dashboard.24')
})

test('nearest(text) takes what is equal but for case, Unicode form and outer white space before anything else', () => {
  const index = new NearestIndex(textsOf(['Café.Orders', 'cafe.orders', 'café.order']))
  expect(index.nearest(' cafe\u0301.ORDERS\n')).toBe('Café.Orders')
})

test('nearest(text) is undefined where nothing is within a third of its length', () => {
  const index = new NearestIndex(textsOf(['abcdef', 'warehouse.public.orders']))
  expect(index.nearest('abc')).toBeUndefined()
  expect(index.nearest('abcd')).toBe('abcdef')
  expect(index.nearest('lake.raw.clicks')).toBeUndefined()
  expect(new NearestIndex(textsOf([])).nearest('orders')).toBeUndefined()
})

test('nearest(text) takes the smallest of equally near ids, as they are written and not as they are folded', () => {
  expect(new NearestIndex(textsOf(['chart.5', 'chart.3', 'chart.4'])).nearest('chart.9')).toBe('chart.3')
  expect(new NearestIndex(textsOf(['chart_a', 'CHART_C', 'chart_b'])).nearest('chart_x')).toBe('CHART_C')
  expect(new NearestIndex(textsOf(['Orders', 'ORDERS', 'orders'])).nearest('order')).toBe('ORDERS')
})

test('nearest(text) knows ids that are the beginning of others, the empty one, and the names of Object', () => {
  const index = new NearestIndex(textsOf(['', 'a', 'a.b', 'a.b.c', '__proto__', 'constructor']))
  expect(index.nearest('x')).toBe('')
  expect(index.nearest('a.b.')).toBe('a.b')
  expect(index.nearest('__prot__')).toBe('__proto__')
  expect(index.nearest('constructor ')).toBe('constructor')
})

test('new NearestIndex(candidates) reads nothing before the first question', () => {
  let reads = 0
  const candidates = {
    length: 1,
    at() {
      reads++
      return 'orders'
    },
  }
  const index = new NearestIndex(candidates)
  expect(reads).toBe(0)
  expect([index.nearest('order'), index.nearest('ordres')]).toEqual(['orders', 'orders'])
  expect(reads).toBeGreaterThan(0)
})

test('nearest(text) copes with ids of ten thousand characters', () => {
  const long = 'section/'.repeat(1250)
  const index = new NearestIndex(textsOf([long, 'section', `${long.slice(0, 5000)}x${long.slice(5000)}`]))
  expect(index.nearest(`y${long}`)).toBe(long)
  expect(index.nearest('z'.repeat(10_000))).toBeUndefined()
})

/** Ids that share little beyond their beginning, and some that are five edits away from one of them. */
const charts = Array.from({ length: 20_000 }, (_, i) => `chart.${((i + 1) * 2654435761) % 1e9}`)
const farFrom = (chart: string): string => `chart.xxxxx${chart.slice(11)}`
const far = farFrom(charts[500]!)
const countOf = (found: readonly (string | undefined)[]): number =>
  found.filter((near) => near !== undefined).length

test('nearestOf(texts, effort) finds what is one or two edits away for every text, without any effort', () => {
  const slips = charts.slice(0, 5000).map((chart, i) => (i % 2 ? `${chart}xy` : chart.slice(1)))
  const found = foundBy(charts, [...slips, far], 0)
  expect(countOf(found)).toBe(5000)
  for (const [i, slip] of slips.slice(0, 50).entries()) expect(found[i]).toBe(nearestByScan(slip, charts))
})

test('nearestOf(texts, effort) finds what ids with the same slip at their beginning were meant to be, without any effort', () => {
  const index = new NearestIndex(textsOf(charts))
  const found = foundBy(
    charts,
    charts.map((chart) => `cahrt${chart.slice(5)}`),
    0,
  )
  for (const [i, chart] of charts.slice(0, 500).entries())
    expect(found[i]).toBe(index.nearest(`cahrt${chart.slice(5)}`))
  expect(countOf(found)).toBe(charts.length)
})

test('nearestOf(texts, effort) knows ids that are the beginning of others, and the empty one', () => {
  const candidates = ['', 'a', 'a.b', 'a.b.c', 'a.b.cdefgh']
  const index = new NearestIndex(textsOf(candidates))
  const asked = ['', 'x', 'a.b.', 'xy', 'a.b.c', 'a.b.cdefghij', 'A.B', 'nothing of these']
  expect(foundBy(candidates, asked, 0)).toEqual(asked.map((text) => index.nearest(text)))
})

test('nearestOf(texts, effort) gives up what is further and takes more than its share', () => {
  const index = new NearestIndex(textsOf(charts))
  expect(index.nearest(far)).toBeDefined()
  expect(foundBy(charts, [far], 500)).toEqual([undefined])
  expect(foundBy(charts, [far], Infinity)).toEqual([index.nearest(far)])
  expect(foundBy(charts, [], 1000)).toEqual([])
})

test('nearestOf(texts, effort) gives what some texts leave of their share to those that need more', () => {
  const index = new NearestIndex(textsOf(charts))
  const hopeless = Array.from({ length: 500 }, (_, i) => `${String.fromCharCode(0x3400 + i).repeat(9)}`)
  expect(foundBy(charts, [far], 500)).toEqual([undefined])
  expect(foundBy(charts, [far, ...hopeless], 500 * 501)[0]).toBe(index.nearest(far))
})

test('nearestOf(texts, effort) answers the first by code units where there is not enough for all that is far', () => {
  const candidates = charts.slice(0, 400)
  const asked = Array.from({ length: 400 }, (_, i) => farFrom(charts[i]!)).sort()
  const found = foundBy(candidates, [...asked].reverse(), 10_000).reverse()
  const last = found.findLastIndex((near) => near !== undefined)
  expect(last).toBeGreaterThanOrEqual(0)
  expect(last).toBeLessThan(200)
})

test('nearestOf(texts, effort) leaves out what very many ids are like, whatever their order', () => {
  const alike = Array.from(
    { length: 6000 },
    (_, i) => `same.same.${String.fromCharCode(0x4e00 + i)}.same.same`,
  )
  const asked = ['same.same.xy.same.same', 'same.same..same.same']
  const found = foundBy(alike, asked, 0)
  expect(foundBy([...alike].reverse(), asked, 0)).toEqual(found)
})

/** Texts that are near one another: paths of few words, with case, accents in both Unicode forms, and halves of emoji. */
const word = fc.constantFrom(
  'db',
  'orders',
  'order',
  'Orders',
  'tabelle',
  'größe',
  'gro\u0308ße',
  'İ',
  '🛒',
  '\ud83d',
  '1',
  '12',
  '',
)
const path = fc.tuple(word, fc.constantFrom('.', '_', ' ', '/'), word, word).map((parts) => parts.join(''))
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'é', '.'), maxLength: 12 })
const anything = fc.string({ unit: 'binary', maxLength: 8 })

test.each([
  ['paths', path],
  ['few letters', letters],
  ['any text', anything],
])('nearest(text) is what a look at every candidate finds: %s', (_, text) => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 40 }),
      fc.array(text, { minLength: 1, maxLength: 10 }),
      (candidates, asked) => {
        const index = new NearestIndex(textsOf(candidates))
        for (const one of asked) expect(index.nearest(one)).toBe(nearestByScan(one, candidates))
      },
    ),
    { numRuns: 300 },
  )
})

test('nearest(text) is what a look at every candidate finds: slips in the ids of a warehouse', () => {
  const ids = [4, 12, 9].flatMap((schema) =>
    Array.from(
      { length: 240 },
      (_, i) => `db.schema_${schema}.table_${i % 16}.${['id', 'amount_', 'created_at_'][i % 3]}${i}`,
    ),
  )
  const index = new NearestIndex(textsOf(ids))
  const slip = fc.record({
    at: fc.nat(40),
    cut: fc.nat(4),
    put: fc.constantFrom('', 'x', '1', '_', '.', 'mount', 'table_'),
  })
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.array(slip, { minLength: 1, maxLength: 5 }), (id, slips) => {
      const text = slips.reduce(
        (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
        id,
      )
      const near = nearestByScan(text, ids)
      expect(index.nearest(text)).toBe(near)
      expect(foundBy(ids, [text], Infinity)).toEqual([near])
    }),
    { numRuns: 300 },
  )
})

test('nearestOf(texts, effort) finds the same in whatever order, nothing but what nearest(text) finds, and with more effort no less', () => {
  fc.assert(
    fc.property(
      fc.array(path, { maxLength: 40 }),
      fc.array(path, { minLength: 1, maxLength: 20 }),
      fc.nat(2000),
      (candidates, asked, effort) => {
        const index = new NearestIndex(textsOf(candidates))
        const found = foundBy(candidates, asked, effort)
        for (const [i, text] of asked.entries())
          if (found[i] !== undefined || isWithin(2, text, candidates))
            expect(found[i]).toBe(index.nearest(text))
        expect(foundBy(candidates, [...asked].reverse(), effort).reverse()).toEqual(found)
        expect(foundBy(candidates, asked, Infinity)).toEqual(asked.map((text) => index.nearest(text)))
      },
    ),
    { numRuns: 200 },
  )
})

test('nearestAtOnce(text) is what nearestOf finds for it among whatever others, or nothing', () => {
  let count = 0
  fc.assert(
    fc.property(
      fc.array(fc.oneof(path, letters), { maxLength: 60 }),
      fc.array(fc.oneof(path, letters), { minLength: 1, maxLength: 20 }),
      fc.nat(2000),
      (candidates, asked, effort) => {
        const found = foundBy(candidates, asked, effort)
        const alone = new NearestIndex(textsOf(candidates))
        for (const [i, text] of asked.entries()) {
          const near = alone.nearestAtOnce(text)
          if (near === undefined) continue
          count++
          expect(near).toBe(found[i])
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(count).toBeGreaterThan(100)
  const like = Array.from({ length: 20_000 }, (_, i) => `a${i.toString(36).padStart(4, '0')}`)
  expect(new NearestIndex(textsOf(like)).nearestAtOnce('a____')).toBeUndefined() // too many are like it
  expect(new NearestIndex(textsOf([...like, 'orders'])).nearestAtOnce('odrers')).toBe('orders')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const tables = ['s', 't', 'u'].flatMap((schema) => ['a', 'b', 'c'].map((name) => `${schema}.${name}`))
const columns = tables.flatMap((table) => ['x', 'y'].map((name) => `${table}.${name}`))
const charts = Array.from({ length: 9 }, (_, i) => `chart${i}`)
const RESOURCES = [
  ...['db', 'other'].map((id) => thing('database', id)),
  ...['s', 't'].map((id) => thing('schema', id, 'db')),
  thing('schema', 'u', 'other'),
  ...tables.map((id) => thing('table', id, id[0])),
  ...columns.map((id) => thing('column', id, id.slice(0, 3))),
  thing('dashboard_group', 'g'),
  thing('dashboard', 'd', 'g'),
  ...charts.map((id) => thing('chart', id, 'd')),
]
const IDS = ['db', 'other', 's', 't', 'u', 'g', 'd', ...tables, ...columns, ...charts]
const KEYS = [...IDS.map((id) => `id:${id}`), 'outside:']

const plain = fc.constantFrom(...tables, ...tables, ...columns, ...charts.slice(0, 3))
const anyId = fc.oneof({ weight: 9, arbitrary: plain }, fc.constantFrom(...IDS, 'gone'))
/** Things that feed each other anyhow, in circles too, and some that feed all charts: these fold. */
const anyLineage = fc
  .record({
    pairs: fc.array(fc.tuple(anyId, anyId), { minLength: 12, maxLength: 45 }),
    feedsAll: fc.constantFrom(...tables),
    outside: fc.array(anyId, { maxLength: 2 }),
  })
  .map(({ pairs, feedsAll, outside }) => [
    ...pairs.map(([from, to]) => feeds(from, to)),
    ...charts.map((chart) => feeds(feedsAll, chart)),
    ...outside.map((id) => feedsFromOutside('erp', 'rates', id)),
  ])
const anyEnd = fc.constantFrom(...KEYS)
const anyPath = fc.record({
  from: anyEnd,
  to: anyEnd,
  columns: fc.boolean(),
  takes: fc.constantFrom('shortest', 'all'),
})
const anyLook = fc.record({
  boxes: fc.constantFrom('none', 'schema', 'database'),
  columns: fc.constantFrom('none', 'traced', 'all'),
  closed: fc.subarray(['id:s', 'id:db', 'id:d', 'id:g']),
  off: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(['table', 'dashboard', 'chart'])),
  // What was looked at before is no matter of a path.
  focus: fc.constantFrom(null, 'id:s.a', 'id:t.b', 'id:chart0'),
})

test('what is drawn as on the path is on a listed path, and all that is listed is drawn so, for ends of any kind', async () => {
  const met = { ways: 0, inner: 0, none: 0 }
  await fc.assert(
    fc.asyncProperty(
      anyLineage,
      fc.array(fc.tuple(anyPath, anyLook), { minLength: 1, maxLength: 6 }),
      async (lineage, asked) => {
        const session = await plainSession(RESOURCES, lineage)
        for (const [path, look] of asked) {
          const wish: PictureWish = {
            ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', isNarrow: false, ...look, path },
          }
          const picture = (await session.draw(wish))!
          const told = await session.paths(path.from, path.to, wish, 1000)
          if (!told.ends) continue // nothing is outside of this run
          const count = told.counts[path.takes]
          if (!count.isAll) continue
          const { things, lines, rows, path: on } = picture
          expect(told.ways.length).toBe(count.paths)
          expect(told.ways.every((way) => way.length > 1)).toBe(true)
          met[told.inner ? 'inner' : told.ways.length > 0 ? 'ways' : 'none']++
          if (!on) {
            expect(told.ways).toEqual([])
            continue // a filter hides an end
          }
          if (told.inner) expect(picture.notices).toEqual([expect.stringMatching(/inside|the same/)])

          const known = new Map<string, string>()
          const drawnFor = async (key: string): Promise<string> => {
            if (known.has(key)) return known.get(key)!
            const found = await session.locate(key, wish)
            expect(found).toHaveLength(1)
            known.set(key, found[0]!)
            return found[0]!
          }
          const ends = [await drawnFor(path.from), await drawnFor(path.to)]
          expect(on.ends.map((end) => things.keys[end])).toEqual(ends)

          const [cards, links] = [new Set(ends), new Set<string>()]
          for (const way of told.ways) {
            const passed: string[] = []
            for (const { key } of way) passed.push(await drawnFor(key))
            for (const card of passed) cards.add(card)
            passed.slice(1).forEach((to, i) => to !== passed[i] && links.add(`${passed[i]} ${to}`))
          }
          const marked = <Name>(marks: Uint8Array, nameOf: (i: number) => Name): Set<Name> =>
            new Set([...marks.keys()].filter((i) => marks[i] === 1).map(nameOf))
          expect(marked(on.cards, (card) => things.keys[card]!)).toEqual(cards)
          const named = (line: number): string =>
            `${things.keys[lines.from[line]!]} ${things.keys[lines.to[line]!]}`
          const lit = marked(on.lines, named)
          // What leads from a thing to itself is no path, but what is folded into one may pass it.
          expect(new Set([...lit].filter((name) => new Set(name.split(' ')).size > 1))).toEqual(links)
          const listed = new Set(told.ways.flatMap((way) => way.map(({ key }) => key)))
          if (path.columns)
            for (const row of marked(on.rows, (i) => rows.keys[i]!)) expect(listed).toContain(row)

          const { things: parts, edges } = picture.tally
          expect(parts.drawn + parts.folded + parts.hidden + parts.beyond).toBe(parts.all)
          expect(edges.drawn + edges.folded + edges.hidden + edges.beyond).toBe(edges.all)
          for (const way of told.ways.slice(0, 3)) {
            const keys = way.map(({ key }) => key)
            const alone = await session.litWay(picture.number, keys)
            const passed = new Set(ends)
            for (const key of keys) passed.add(await drawnFor(key))
            expect(marked(alone!.cards, (card) => things.keys[card]!)).toEqual(passed)
          }
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(Math.min(...Object.values(met))).toBeGreaterThan(0)
})

test('draw(wish) shows the end of a path as a box around what of it the paths reach, and both ends where there is none', async () => {
  const session = await plainSession(RESOURCES, [
    feeds('s.a', 't.a'),
    feeds('t.a', 'chart0'),
    feeds('t.a', 'chart1'),
    feeds('chart1', 'chart2'),
  ])
  const between = async (from: string, to: string) => {
    const path = { from: `id:${from}`, to: `id:${to}`, columns: false, takes: 'all' } as const
    const {
      things,
      path: on,
      notices,
    } = (await session.draw({
      ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', isNarrow: false, path },
    }))!
    const lit = on!.lines.reduce((sum, is) => sum + is, 0)
    const boxOf = (i: number): string => things.keys[things.box[i]!] ?? 'none'
    return [things.keys.map((key, i) => `${key} in ${boxOf(i)}`.replaceAll('id:', '')), lit, notices]
  }
  expect(await between('s.a', 'g')).toEqual([
    ['s.a in none', 't.a in none', 'g in none', 'chart0 in g', 'chart1 in g'],
    ...[3, []],
  ])
  expect(await between('s.a', 'db')).toEqual([
    ['db in none', 's.a in db'],
    0,
    ['s.a is inside db: no path leads from one to the other.'],
  ])
  expect(await between('s.a', 'u')).toEqual([
    ['s.a in none', 'u in none'],
    ...[0, ['No lineage leads from s.a to u, in neither direction.']],
  ])
})

test('draw(wish) marks from thing to thing the line between two as wholes, and where there is none those of their columns; by columns those that hold', async () => {
  const session = await plainSession(RESOURCES, [
    ...[feeds('s.a', 't.a'), feeds('s.a.x', 't.a.x')],
    ...[feeds('t.a.x', 'u.a.x'), feeds('t.a.y', 'u.a.y')],
  ])
  const lit = async (columns: boolean): Promise<string[]> => {
    const path = { from: 'id:s.a', to: 'id:u.a', columns, takes: 'all' } as const
    const {
      things,
      rows,
      lines,
      path: on,
    } = (await session.draw({
      ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', isNarrow: false, path },
    }))!
    const nameOf = (thing: number, row: number): string =>
      (row < 0 ? things.keys[thing]! : rows.keys[row]!).replace('id:', '')
    return [...on!.lines.keys()]
      .filter((line) => on!.lines[line] === 1)
      .map((line) => [
        nameOf(lines.from[line]!, lines.fromRow[line]!),
        nameOf(lines.to[line]!, lines.toRow[line]!),
      ])
      .map((ends) => ends.join(' '))
      .sort()
  }
  expect(await lit(false)).toEqual(['s.a t.a', 't.a.x u.a.x', 't.a.y u.a.y'])
  expect(await lit(true)).toEqual(['s.a.x t.a.x', 't.a.x u.a.x'])
})

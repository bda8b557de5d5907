import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMS, type Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const lineageIn = async (session: Answers, shown: Partial<Shown>): Promise<Picture> =>
  (await session.draw({ ...shownOf(FIRST_VIEW), kind: 'lineage', ...shown, isNarrow: false }))!
const tables = (...ids: string[]): object[] => ids.map((id) => thing('table', id))
const waitsAt = ({ things }: Picture, id: string): readonly number[] => {
  const at = things.keys.indexOf(`id:${id}`)
  return [things.waitsUp[at]!, things.waitsDown[at]!]
}

test('what a card in a circle feeds waits at it, though the card leads back to what the view is about', async () => {
  const session = await plainSession(tables('t0', 't1', 't2', 'beyond'), [
    ...[feeds('t0', 't1'), feeds('t1', 't2'), feeds('t2', 't0'), feeds('t2', 'beyond')],
  ])
  const near = await lineageIn(session, { focus: 'id:t0' })
  expect(waitsAt(near, 't2')).toEqual([0, 1])
  expect(near.ruler!.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(1)
  const more = await lineageIn(session, {
    focus: 'id:t0',
    expanded: [{ key: 'id:t2', side: 'down', far: false }],
  })
  expect(more.things.keys).toContain('id:beyond')
  expect(waitsAt(more, 't2')).toEqual([0, 0])
})

test('what else feeds a card downstream is no lineage of what the view is about: it does not wait, and opened it is no hop', async () => {
  const session = await plainSession(tables('home', 'near', 'other', 'before'), [
    ...[feeds('home', 'near'), feeds('other', 'near'), feeds('before', 'other')],
  ])
  expect(waitsAt(await lineageIn(session, { focus: 'id:home' }), 'near')).toEqual([0, 0])
  const { things, ruler } = await lineageIn(session, {
    focus: 'id:home',
    expanded: [{ key: 'id:near', side: 'up', far: true }],
  })
  expect(things.keys).toEqual(expect.arrayContaining(['id:other', 'id:before']))
  expect(ruler!.map(({ layer, nearest, furthest }) => [layer, nearest, furthest])).toEqual([
    [-1, 0, 0],
    [0, 0, 0],
    [1, 1, 1],
  ])
})

test('beside the ways between two things nothing waits: these are bounded by their ends', async () => {
  const session = await plainSession(tables('a', 'b', 'c', 'beside'), [
    ...[feeds('a', 'b'), feeds('b', 'c'), feeds('b', 'beside'), feeds('beside', 'a')],
  ])
  const path = { from: 'id:a', to: 'id:c', takes: 'all', columns: false } as const
  const { things } = await lineageIn(session, { path })
  expect([...things.waitsUp, ...things.waitsDown].every((count) => count === 0)).toBe(true)
})

test('every card tells how many things wait the way that leads away from what the view is about, and opened it has them all', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `t${i}`)
  const anyEdge = fc.tuple(fc.nat(8), fc.nat(8)).filter(([from, to]) => from !== to)
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEdge, { maxLength: 16 }),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom(0, 1, 2),
      fc.nat(),
      async (edges, up, down, pick) => {
        const session = await plainSession(
          tables(...names),
          edges.map(([from, to]) => feeds(`t${from}`, `t${to}`)),
        )
        const picture = await lineageIn(session, { focus: 'id:t0', up, down })
        const shown = new Set(picture.things.keys)
        const beside = (id: string, side: 'up' | 'down'): string[] =>
          edges
            .map(([from, to]) => (side === 'up' ? [to, from] : [from, to]))
            .flatMap(([here, there]) => (`id:t${here}` === id ? [`id:t${there}`] : []))
        const reached = (side: 'up' | 'down'): Set<string> => {
          const found = new Set(['id:t0'])
          for (const one of found)
            for (const other of beside(one, side)) if (shown.has(other)) found.add(other)
          return found
        }
        const sides = (['up', 'down'] as const).flatMap((side) => {
          const along = reached(side)
          return picture.things.keys.map((key, at) => {
            const waits = side === 'up' ? picture.things.waitsUp : picture.things.waitsDown
            const out = new Set(beside(key, side).filter((one) => !shown.has(one)))
            expect(waits[at]).toBe(along.has(key) ? out.size : 0)
            return { key, side, waiting: waits[at]! }
          })
        })
        const waiting = sides.filter((one) => one.waiting > 0)
        if (waiting.length === 0) return
        const { key, side } = waiting[pick % waiting.length]!
        const opened = await lineageIn(session, {
          ...{ focus: 'id:t0', up, down },
          expanded: [{ key, side, far: false }],
        })
        expect(opened.things.keys).toEqual(expect.arrayContaining([...shown, ...beside(key, side)]))
      },
    ),
    { numRuns: 60 },
  )
})

const readers = Array.from({ length: 9 }, (_, i) => `reader${i}`)
const STACK = 'stack:fan:id:reader0'

test('at a stack waits what waits at any that it folds, each thing once, and opened it has them all', async () => {
  const session = await plainSession(tables('home', ...readers, 'shared', 'first', 'last'), [
    ...readers.flatMap((reader) => [feeds('home', reader), feeds(reader, 'shared')]),
    ...[feeds('reader0', 'first'), feeds('reader8', 'last')],
  ])
  const near = { focus: 'id:home', down: 1 } as const
  const folded = await lineageIn(session, near)
  expect([...folded.things.keys].sort()).toEqual(['id:home', STACK])
  expect(folded.things.waitsDown[folded.things.keys.indexOf(STACK)]).toBe(3)
  expect(folded.ruler!.map(({ waiting }) => waiting)).toEqual([0, 3])

  const opened = await lineageIn(session, { ...near, expanded: [{ key: STACK, side: 'down', far: false }] })
  expect(opened.things.keys).toEqual(expect.arrayContaining(['id:shared', 'id:first', 'id:last']))
  expect([...opened.things.waitsDown].every((count) => count === 0)).toBe(true)
})

test('what a stack folds stays folded where all of it leads to the same things, and those open in turn', async () => {
  const session = await plainSession(tables('home', ...readers, 'shared', 'beyond'), [
    ...readers.flatMap((reader) => [feeds('home', reader), feeds(reader, 'shared')]),
    feeds('shared', 'beyond'),
  ])
  const stack = { key: STACK, side: 'down', far: false } as const
  const shared = { key: 'id:shared', side: 'down', far: false } as const
  const near = { focus: 'id:home', down: 1 } as const
  const opened = await lineageIn(session, { ...near, expanded: [stack] })
  expect([...opened.things.keys].sort()).toEqual(['id:home', 'id:shared', STACK])
  expect(waitsAt(opened, 'shared')).toEqual([0, 1])
  for (const expanded of [[stack, shared], [{ ...stack, far: true }]]) {
    const { things } = await lineageIn(session, { ...near, expanded })
    expect([...things.keys].sort()).toEqual(['id:beyond', 'id:home', 'id:shared', STACK])
  }
})

test('a closed container tells how many things wait beyond all that it stands for, each once, and opened it has them all', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `t${i}`)
  const schemaOf = (id: string): string => `s${Number(id.slice(1)) % 3}`
  const all = [
    ...['s0', 's1', 's2'].map((id) => thing('schema', id)),
    ...names.map((id) => thing('table', id, schemaOf(id))),
  ]
  const anyEdge = fc.tuple(fc.nat(8), fc.nat(8)).filter(([from, to]) => from !== to)
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEdge, { maxLength: 16 }),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom('id:t0', 'id:s0'),
      async (edges, up, down, focus) => {
        const session = await plainSession(
          all,
          edges.map(([from, to]) => feeds(`t${from}`, `t${to}`)),
        )
        const wish = { focus, up, down, boxes: 'schema', opened: ['id:s0'] } as const
        const open = await lineageIn(session, wish)
        const shut = { ...wish, opened: [], closed: ['id:s0', 'id:s1', 'id:s2'] } as const
        const closed = await lineageIn(session, shut)
        const drawn = new Set(open.things.keys)
        for (const side of ['up', 'down'] as const) {
          const [ofOpen, ofClosed] = [open, closed].map(({ things }) =>
            side === 'up' ? things.waitsUp : things.waitsDown,
          )
          closed.things.keys.forEach((key, at) => {
            const waiting = new Set<string>()
            for (const [from, to] of edges) {
              const [here, there] = side === 'up' ? [`t${to}`, `t${from}`] : [`t${from}`, `t${to}`]
              const card = open.things.keys.indexOf(`id:${here}`)
              if (
                `id:${schemaOf(here)}` === key &&
                card >= 0 &&
                ofOpen![card]! > 0 &&
                !drawn.has(`id:${there}`)
              )
                waiting.add(there)
            }
            expect(ofClosed![at]).toBe(waiting.size)
          })
          const key = closed.things.keys.find((_, at) => ofClosed![at]! > 0)
          if (key === undefined) continue
          const expanded = [{ key, side, far: false }] as const
          const more = await lineageIn(session, { ...wish, expanded })
          const before = open.things.keys.filter((_, at) => FORMS[open.things.forms[at]!] !== 'box')
          const after = more.things.keys.filter((_, at) => FORMS[more.things.forms[at]!] !== 'box')
          expect(after).toEqual(expect.arrayContaining(before))
          expect(after.length - before.length).toBe(ofClosed![closed.things.keys.indexOf(key)])
        }
      },
    ),
    { numRuns: 60 },
  )
})

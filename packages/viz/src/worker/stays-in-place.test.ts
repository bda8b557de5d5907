import { expect, test } from 'vitest'
import type { Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainInputs, plainSession } from './plain-session.ts'

const drawer =
  (session: Awaited<ReturnType<typeof plainSession>>) =>
  async (shown: Partial<Shown>): Promise<Picture> =>
    (await session.draw({ ...shownOf(FIRST_VIEW), level: 0, ...shown, isNarrow: false }))!

/** The things of two pictures that do not stand where they stood, by their ids. */
function moved(before: Picture, after: Picture): string[] {
  const was = new Map(before.things.keys.map((key, i) => [key, i]))
  return after.things.keys
    .filter((key, i) => {
      const other = was.get(key)
      return (
        other !== undefined &&
        (Math.abs(after.things.x[i]! - before.things.x[other]!) > 0.01 ||
          Math.abs(after.things.y[i]! - before.things.y[other]!) > 0.01)
      )
    })
    .map((key) => key.replace('id:', ''))
}

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => name + i)
const tables = (ids: readonly string[], parent: string | null = null): object[] =>
  ids.map((id) => thing('table', id, parent))

test('what opens in a picture with an outside lane moves nothing that stands above it or beside it', async () => {
  const [chains, inside] = [named('', 12), named('inside', 9)]
  const draw = drawer(
    await plainSession(
      [
        ...tables(chains.flatMap((i) => [`from${i}`, `to${i}`])),
        ...[thing('schema', 'marts'), ...tables(inside, 'marts'), thing('table', 'raw')],
      ],
      [
        ...chains.map((i) => feeds(`from${i}`, `to${i}`)),
        ...['raw', ...inside.slice(0, -1)].map((id, i) => feeds(id, inside[i]!)),
        feedsFromOutside('customers', 'people', 'raw'),
      ],
    ),
  )
  const before = await draw({})
  const after = await draw({ opened: ['id:marts'] })
  expect(moved(before, after)).toEqual(['outside:[null,null,"customers"]'])
})

test('what has no lineage stays where it is when some of it is hidden, and when an edge is gone from two others', async () => {
  const loose = named('loose', 20)
  const resources = tables([...loose, 'hub', ...named('reader', 4), 'a', 'b'])
  const star = named('reader', 4).map((id) => feeds('hub', id))
  const session = await plainSession(resources, [...star, feeds('a', 'b')])
  const draw = drawer(session)
  const before = await draw({})
  expect(moved(before, await draw({ hide: ['id:loose3', 'id:loose7'] }))).toEqual([])
  await draw({})
  await session.open(plainInputs(resources, star))
  expect(moved(before, await draw({}))).toEqual(['a', 'b'])
})

test('a stack of the Map unfolds where it stood: what is to its right makes room, and so does what is below, each together', async () => {
  const [chain, self] = [named('chain', 70), named('self', 60)]
  const draw = drawer(
    await plainSession(
      [
        ...tables([...named('loose', 30), ...chain, ...self]),
        ...named('chart', 8).map((id) => thing('chart', id)),
      ],
      [...self.map((id) => feeds(id, id)), ...chain.slice(1).map((id, i) => feeds(chain[i]!, id))],
    ),
  )
  const before = await draw({})
  const at = ({ things }: Picture, key: string): readonly [number, number] => {
    const index = things.keys.indexOf(key)
    return [things.x[index]!, things.y[index]!]
  }
  const stack = 'stack:fan:id:loose0'
  const after = await draw({ opened: [stack] })
  const [left, top] = at(before, stack)
  expect(at(after, 'id:loose0')).toEqual([left, top])
  const ways = new Set<string>()
  for (const key of before.things.keys) {
    if (key === stack) continue
    const [[x, y], [nowX, nowY]] = [at(before, key), at(after, key)]
    if (x < left || y < top) expect([key, nowX, nowY]).toEqual([key, x, y])
    else ways.add(`${y > top ? 'below' : 'beside'}: ${nowX - x} ${nowY - y}`)
  }
  expect([...ways].map((way) => way.replaceAll(/[1-9]\d*/g, 'n')).sort()).toEqual([
    'below: 0 n',
    'beside: n 0',
  ])
})

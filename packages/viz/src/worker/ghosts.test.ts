import { expect, test } from 'vitest'
import type { Picture } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, feedsFromOutside, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const session = await plainSession(
  [
    thing('database', 'shop'),
    thing('schema', 'shop.raw', 'shop', 'raw'),
    thing('schema', 'shop.marts', 'shop', 'marts'),
    ...['orders', 'items'].map((name) => thing('table', `shop.raw.${name}`, 'shop.raw', name)),
    thing('table', 'shop.marts.facts', 'shop.marts', 'facts'),
    thing('column', 'shop.raw.lost.id', 'shop.raw.lost', 'id'),
  ],
  [
    feeds('shop.raw.orders', 'shop.marts.facts'),
    feeds('shop.raw.refunds', 'shop.marts.facts'),
    feeds('shop.raw.lost.id', 'shop.marts.facts'),
    feeds('astray', 'shop.marts.facts'),
    feedsFromOutside('raw', 'rates', 'shop.marts.facts'),
  ],
)

const draw = async (shown: Partial<Shown>): Promise<Picture> =>
  (await session.draw({ ...shownOf(FIRST_VIEW), ...shown, isNarrow: false }))!
/** What stands around a thing, by its name. */
const around = ({ things }: Picture, key: string): string | undefined => {
  const thing = things.keys.indexOf(key)
  if (thing < 0) return undefined
  const box = things.box[thing]!
  return box < 0 ? 'the canvas' : things.titles[box]
}
const isWhole = ({ tally: { things, edges } }: Picture): void => {
  expect(things.drawn + things.folded + things.hidden + things.beyond).toBe(things.all)
  expect(edges.drawn + edges.folded + edges.hidden + edges.beyond).toBe(edges.all)
}

test('in the Map a ghost stands in its schema, by its own name, and a missing table with its columns', async () => {
  const picture = await draw({ level: 2 })
  expect(around(picture, 'id:shop.raw.refunds')).toBe('raw')
  expect(around(picture, 'id:shop.raw.lost')).toBe('raw')
  expect(around(picture, 'id:astray')).toBe('the canvas')
  const { things } = picture
  const ghost = things.keys.indexOf('id:shop.raw.refunds')
  expect(things.titles[ghost]).toBe('refunds')
  expect(things.errors[ghost]).toBe(1)
  expect(things.errors[things.keys.indexOf('id:shop.raw')]).toBe(2)
  isWhole(picture)
})

test('a closed schema holds its ghosts: in its count, its waffle and its badge; its lines are added up with theirs', async () => {
  const picture = await draw({ level: 1 })
  const { things, waffles, lines } = picture
  expect(things.keys).not.toContain('id:shop.raw.refunds')
  const raw = things.keys.indexOf('id:shop.raw')
  expect([things.inside[raw], things.errors[raw], waffles.starts[raw + 1]! - waffles.starts[raw]!]).toEqual([
    4, 2, 4,
  ])
  const weights = Array.from(lines.from, (from, line) => (from === raw ? lines.weights[line]! : 0))
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(3)
  isWhole(picture)
})

test('in the lineage view a ghost stands in the box of its schema, or says where it would be; what is outside stays there', async () => {
  const boxed = await draw({ kind: 'lineage', focus: 'id:shop.marts.facts', boxes: 'schema' })
  expect(around(boxed, 'id:shop.raw.refunds')).toBe('raw')
  isWhole(boxed)
  const plain = await draw({ kind: 'lineage', focus: 'id:shop.marts.facts' })
  const places = new Map(plain.things.keys.map((key, thing) => [key, plain.things.places[thing]]))
  expect(places.get('id:shop.raw.refunds')).toBe('shop.raw, not declared')
  expect(places.get('id:astray')).toBe('not declared')
  expect(around(await draw({ level: 2 }), 'table:[null,null,"raw","rates"]')).not.toBe('raw')
})

test('a filter that takes the missing away takes ghosts out of their schema, and counts them and their edges as hidden', async () => {
  const picture = await draw({ level: 2, off: ['@missing'] })
  expect(picture.things.keys).not.toContain('id:shop.raw.refunds')
  expect(picture.tally.things.hidden).toBe(4)
  expect(picture.tally.edges.hidden).toBe(3)
  isWhole(picture)
})

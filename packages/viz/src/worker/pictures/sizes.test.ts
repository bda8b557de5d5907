import { expect, test } from 'vitest'
import { CARD } from '../../scene/picture/measures.ts'
import type { Picture } from '../../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'

const NAME = 'a_name_as_long_as_this'

test('cards have room for the longest name, and for the house beside it where the lineage is about that', async () => {
  const session = await plainSession([thing('table', NAME), thing('table', 'b')], [feeds(NAME, 'b')])
  const widthAround = async (focus: string): Promise<number> => {
    const wish = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus, isNarrow: false } as const
    return (await session.draw(wish))!.things.width[0]!
  }
  const [around, beside] = [await widthAround(`id:${NAME}`), await widthAround('id:b')]
  expect(beside).toBeGreaterThanOrEqual(42 + 6.9 * NAME.length)
  expect(around).toBeGreaterThanOrEqual(42 + 6.9 * NAME.length + 26)
})

test('what the lineage is about has room for its name also where four layers stand beside each other, of five what lets a window show them all', async () => {
  const ids = ['a', 'b', NAME, 'd', 'e']
  const session = await plainSession(
    ids.map((id) => thing('table', id)),
    ids.slice(1).map((id, i) => feeds(ids[i]!, id)),
  )
  const drawn = async (up: number): Promise<Picture> =>
    (await session.draw({
      ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: `id:${NAME}`, isNarrow: false, up },
    }))!
  const widthIn = ({ things }: Picture): number => things.width[things.keys.indexOf(`id:${NAME}`)]!
  const [four, five] = [await drawn(1), await drawn(2)]
  expect([four.things.count, five.things.count]).toEqual([4, 5])
  expect(widthIn(four)).toBeGreaterThanOrEqual(42 + 6.9 * NAME.length + 26)
  expect(widthIn(five)).toBeGreaterThan(CARD.width)
  expect(0.8 * five.bounds.width).toBeLessThanOrEqual(936)
})

test('tiles of the Map are as wide as the longest name of their column, and no wider', async () => {
  const long = 'orders_by_day_and_shop'
  const session = await plainSession(
    ['a', long, 'c', 'd'].map((id) => thing('table', id)),
    [feeds('a', 'c'), feeds('a', 'd'), feeds(long, 'c')],
  )
  const { things } = (await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false }))!
  const widthOf = (id: string): number => things.width[things.keys.indexOf(`id:${id}`)]!
  expect(widthOf('a')).toBe(widthOf(long))
  expect(widthOf('c')).toBe(widthOf('d'))
  expect(widthOf('c')).toBeLessThan(widthOf('a'))
})

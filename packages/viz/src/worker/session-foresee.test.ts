import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { PictureWish } from './pictures/picture-wish.ts'

const MAP: PictureWish = { ...shownOf(FIRST_VIEW), level: 1, isNarrow: false }
const OPEN: PictureWish = { ...MAP, opened: ['id:s'] }
const open = () =>
  plainSession(
    [
      thing('database', 'db'),
      ...['r', 's', 't'].map((schema) => thing('schema', schema, 'db')),
      thing('table', 'a', 's'),
      thing('table', 'b', 's'),
    ],
    [feeds('a', 'b'), feeds('r', 'a'), feeds('b', 't')],
  )

test('foresee(wish) is the picture that draw(wish) would be, and leaves what is seen', async () => {
  const [one, other] = [await open(), await open()]
  await one.draw(MAP)
  await other.draw(MAP)
  const foreseen = await one.foresee(OPEN)
  expect(foreseen).toEqual(await other.draw(OPEN))
  expect(await one.draw(MAP)).toEqual(await other.draw(MAP))
})

test('draw(wish) takes what was drawn ahead, or is being drawn', async () => {
  const session = await open()
  await session.draw(MAP)
  const ahead = session.foresee(OPEN)
  const drawn = await session.draw(OPEN)
  expect(drawn).not.toBe(null)
  expect(await ahead).toBe(drawn)
  expect(await session.draw(OPEN)).toBe(drawn)
})

test('foresee(wish) is left where another picture is wished for, or foreseen, meanwhile', async () => {
  const session = await open()
  await session.draw(MAP)
  const [first, second] = [session.foresee(OPEN), session.foresee({ ...MAP, level: 0 })]
  expect(await first).toBe(null)
  expect((await second)!.things.count).toBe(1)
  const third = session.foresee({ ...OPEN, level: 2 })
  expect(await session.draw(OPEN)).not.toBe(null)
  expect(await third).toBe(null)
})

test('see(wish) takes the picture for seen, where it is known', async () => {
  const session = await open()
  await session.draw(MAP)
  expect(await session.see(OPEN)).toBe(false)
  await session.foresee(OPEN)
  expect(await session.see(OPEN)).toBe(true)
})

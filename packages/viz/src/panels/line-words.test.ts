import { expect, test } from 'vitest'
import { STROKES } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from '../worker/plain-run.ts'
import { plainSession } from '../worker/plain-session.ts'
import { drawnSo, lineTitle } from './line-words.ts'

const RESOURCES = [
  ...['s0', 's1'].map((id) => thing('schema', id)),
  ...['a', 'd'].map((id) => thing('table', id, 's0')),
  ...['b', 'c'].map((id) => thing('table', id, 's1')),
]
const mapOf = async (lineage: readonly object[]) => {
  const session = await plainSession(RESOURCES, lineage)
  return (await session.draw({ ...shownOf({ ...FIRST_VIEW, level: 0 }), isNarrow: false }))!
}

test('lineTitle(picture, line) says of what runs against the flow why it is dashed, and drawnSo(…) says it too', async () => {
  const picture = await mapOf([feeds('a', 'b'), feeds('c', 'd')])
  const against = picture.lines.strokes.indexOf(STROKES.indexOf('against'))
  expect(lineTitle(picture, against)).toBe(
    's1 → s0: 1 edge\nDashed, as it runs against the flow of the picture: no declared lineage runs in a circle through it',
  )
  expect(lineTitle(picture, 1 - against)).toBe('s0 → s1: 1 edge')
  expect([drawnSo(picture, against).length > 0, drawnSo(picture, 1 - against)]).toEqual([true, ''])
})

test('lineTitle(picture, line) does not say so of what closes a circle of declared lineage', async () => {
  const picture = await mapOf([feeds('a', 'b'), feeds('b', 'a')])
  const back = picture.lines.strokes.indexOf(STROKES.indexOf('back'))
  expect(back).toBeGreaterThanOrEqual(0)
  expect(lineTitle(picture, back)).toMatch(/: 1 edge$/)
})

test('lineTitle(picture, line) says of a line from column to column which those are', async () => {
  const session = await plainSession(
    [...RESOURCES, ...['a', 'b'].map((id) => thing('column', `${id}.x`, id))],
    [feeds('a.x', 'b.x')],
  )
  const wish = { ...shownOf({ ...FIRST_VIEW, kind: 'lineage', focus: 'id:a' }), isNarrow: false }
  expect(lineTitle((await session.draw(wish))!, 0)).toBe('a.a.x → b.b.x: 1 edge')
})

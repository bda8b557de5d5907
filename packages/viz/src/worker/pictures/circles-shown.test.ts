import { expect, test } from 'vitest'
import { prepare } from '../../scene/picture/prepared.ts'
import { lineKeys } from '../../scene/picture/targets.ts'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'

test('circles of a picture count their own edges back, not lines, and a line of two is told as the larger', async () => {
  // A circle of 2 and one of 4 meet on both lines, of which one more edge of none leads with the heavier.
  const session = await plainSession(
    [
      ...['s0', 's1'].map((id) => thing('schema', id)),
      ...['a', 'c', 'x', 'p'].map((id) => thing('table', id, 's0')),
      ...['b', 'd', 'y', 'q'].map((id) => thing('table', id, 's1')),
    ],
    [
      ...[feeds('x', 'y'), feeds('y', 'x')],
      ...[feeds('a', 'b'), feeds('b', 'c'), feeds('c', 'd'), feeds('d', 'a')],
      feeds('p', 'q'),
    ],
  )
  const picture = prepare((await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false, level: 0 }))!)
  expect(picture.circles.map(({ size, edges }) => [size, edges])).toEqual(
    expect.arrayContaining([
      [2, [1, 1]],
      [4, [2, 2]],
    ]),
  )
  expect(picture.circles.map(({ size }, circle) => [size, picture.backsOf[circle]]).sort()).toEqual([
    [2, 1],
    [4, 2],
  ])
  const back = picture.lines.reversed.indexOf(1)
  expect(lineKeys(picture, back)).toEqual({ from: 'id:s1', to: 'id:s0' })
  expect([...picture.lines.circles].map((circle) => picture.circles[circle]!.size)).toEqual([4, 4])
})

import { expect, test } from 'vitest'
import { lookAt } from '../scene/look-at.ts'
import * as circleMarks from '../scene/marks/circle-marks.ts'
import { fitterOf } from '../scene/marks/cut-text.ts'
import { lightUpCircle } from '../scene/marks/light-up.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { STROKES } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { sceneOf } from '../scene/scene.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const fitter = fitterOf((text) => text.length * 5.2)

async function drawn(): Promise<Prepared> {
  const session = await plainSession(
    [
      ...['t', 'u'].map((id) => thing('table', id)),
      ...['t.a', 't.b', 't.c'].map((id) => thing('column', id, 't')),
      thing('column', 'u.x', 'u'),
    ],
    [feeds('t.a', 't.b'), feeds('t.b', 't.a'), feeds('t.a', 't.c'), feeds('u.x', 't.a')],
  )
  const wish = { ...shownOf({ ...FIRST_VIEW, kind: 'lineage', focus: 'id:t' }), isNarrow: false }
  return prepare((await session.draw(wish))!)
}

/** The line between two columns. */
const lineOf = ({ lines, rows }: Prepared, from: string, to: string): number =>
  Array.from(lines.fromRow).findIndex(
    (row, line) => rows.keys[row] === `id:${from}` && rows.keys[lines.toRow[line]!] === `id:${to}`,
  )

function seen(picture: Prepared, k = 1) {
  const { bounds } = picture
  const camera = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2, k }
  return lookAt(picture, { camera, size: { width: 1400, height: 900 }, fitter })
}

test('a circle within one table has a line back like any other, apart from the line ahead', async () => {
  const picture = await drawn()
  const { lines, boxes, circles } = picture
  const strokeOf = (from: string, to: string): string => STROKES[lines.strokes[lineOf(picture, from, to)]!]!
  const [cut] = circles[0]!.cut
  expect(STROKES[lines.strokes[cut!]!]).toBe('back')
  expect([strokeOf('t.a', 't.b'), strokeOf('t.b', 't.a')].sort()).toEqual(['back', 'self'])
  expect(strokeOf('t.a', 't.c')).toBe('self')
  const ahead = circles[0]!.lines.find((line) => line !== cut)!
  expect(boxes[4 * cut! + 2]! - boxes[4 * ahead + 2]!).toBeGreaterThan(16)
})

test('a circle within one table is named at its line back', async () => {
  const picture = await drawn()
  for (const k of [0.6, 0.85, 1, 1.5]) {
    const [pill, ...others] = seen(picture, k).circlePills
    expect([k, pill?.text, others]).toEqual([k, expect.stringMatching(/^Circle of 2\b/), []])
  }
})

test('a circle within one table that is lit numbers its steps, says which edge to cut, and lights its columns', async () => {
  const picture = await drawn()
  const light = lightUpCircle(picture, picture.circles[0]!)
  expect(
    [...light.rows.keys()].filter((row) => light.rows[row]).map((row) => picture.rows.titles[row]),
  ).toEqual(['t.a', 't.b'])
  const { top } = sceneOf(seen(picture), { ...NO_LIGHT, circleMarks, light })
  const texts = top.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  expect(texts).toEqual(expect.arrayContaining(['1', '2', 'Circle of 2', 'Cut this edge: the circle opens']))
  const [cut] = picture.circles[0]!.cut
  const ends = cut === lineOf(picture, 't.a', 't.b') ? 't.t.a → t.t.b' : 't.t.b → t.t.a'
  expect(texts).toContain(ends)
})

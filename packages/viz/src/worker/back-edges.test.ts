import { expect, test } from 'vitest'
import { STROKES } from '../scene/picture/picture.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import { startSession } from './session.ts'

const jsonl = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))

test.each([
  ['tables', 'table', 0],
  ['tables in schemas', 'table', 1],
  ['what shows data and what holds it', 'dashboard', 0],
])('of a ring of %s the line to cut leads back, and no other that need not', async (_, last, depth) => {
  const size = 12
  const names = Array.from({ length: size }, (_, i) => `t${(i * 5) % size}`)
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  await session.open([
    {
      name: 'resources.jsonl',
      blob: jsonl([
        ...[0, 1, 2].map((i) => thing('schema', `s${i}`)),
        ...names.map((name, i) =>
          thing(i === 7 ? last : 'table', name, depth > 0 && i !== 7 ? `s${i % 3}` : null),
        ),
      ]),
    },
    {
      name: 'lineage.jsonl',
      blob: jsonl(names.map((name, i) => feeds(name, names[(i + 1) % size]!))),
    },
  ])
  const view = { ...FIRST_VIEW, level: 1, opened: [] }
  const wishes = [
    { ...shownOf({ ...view, kind: 'lineage', focus: 'id:t0', up: 'all', down: 'all' }), isNarrow: false },
    ...(depth > 0 ? [{ ...shownOf(view), isNarrow: false }] : []),
  ] as const
  for (const wish of wishes) {
    const picture = (await session.draw(wish))!
    expect(picture.circles).toHaveLength(1)
    const backs = [...picture.lines.strokes.keys()].filter(
      (line) => STROKES[picture.lines.strokes[line]!] === 'back',
    )
    expect(picture.circles[0]!.cut).toHaveLength(1)
    // Where schemas are in a ring too, other lines lead back between them.
    if (wish.kind === 'map') expect(backs).toContain(picture.circles[0]!.cut[0])
    else expect(backs).toEqual(picture.circles[0]!.cut)
  }
})

test('of containers that feed each other by other things, one line leads against the flow, and of no circle', async () => {
  const session = await plainSession(
    [
      ...['s0', 's1'].map((id) => thing('schema', id)),
      ...['a', 'd'].map((id) => thing('table', id, 's0')),
      ...['b', 'c'].map((id) => thing('table', id, 's1')),
    ],
    [feeds('a', 'b'), feeds('c', 'd')],
  )
  const { lines, circles } = (await session.draw({
    ...shownOf({ ...FIRST_VIEW, level: 0 }),
    isNarrow: false,
  }))!
  expect(circles).toEqual([])
  expect([...lines.strokes].map((stroke) => STROKES[stroke]).sort()).toEqual(['against', 'plain'])
  expect(lines.reversed[lines.strokes.indexOf(STROKES.indexOf('against'))]).toBe(1)
})

import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { thing } from './plain-run.ts'
import { startSession } from './session.ts'

const MAP = { ...shownOf(FIRST_VIEW), isNarrow: false }
const lines = [thing('database', 'db'), thing('schema', 's', 'db')]
const blob = new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))

test('draw(what takes longer than the deadline) keeps the picture that is seen, and says so', async () => {
  let time = 0
  let step = 0
  const slow = startSession({
    readBytes: () => new ArrayBuffer(0),
    now: () => (time += step),
    onProgress: () => {},
  })
  await slow.open([{ name: 'resources.jsonl', blob }])
  const seen = (await slow.draw({ ...MAP, level: 1 }))!
  step = 30_000
  const kept = (await slow.draw({ ...MAP, level: 0 }))!
  expect(kept.things).toBe(seen.things)
  expect(kept.notices).toEqual([
    'Laying this out takes longer than 20 s: the picture is the one from before.',
  ])
  step = 0
  expect((await slow.draw({ ...MAP, level: 0 }))!.things.count).toBe(1)
})

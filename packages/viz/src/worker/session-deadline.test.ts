import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
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

test('a lineage of which too much was to be laid out in time shows the nearest, and offers a list of all instead of more', async () => {
  let time = 0
  let slowly = 0
  const slow = startSession({
    readBytes: () => new ArrayBuffer(0),
    now: () => (time += slowly-- > 0 ? 30_000 : 0),
    onProgress: () => {},
  })
  const names = Array.from({ length: 400 }, (_, i) => `t${i}`)
  const jsonl = (all: readonly object[]): Blob => new Blob(all.map((one) => `${JSON.stringify(one)}\n`))
  await slow.open([
    { name: 'resources.jsonl', blob: jsonl(names.map((name) => thing('table', name))) },
    { name: 'lineage.jsonl', blob: jsonl(names.slice(1).map((name, i) => feeds(names[i]!, name))) },
  ])
  slowly = 2
  const picture = (await slow.draw({ ...MAP, kind: 'lineage', focus: 'id:t0', up: 0, down: 'all' }))!
  expect(picture.tally.things.drawn).toBe(300)
  expect(picture).toMatchObject({ ifAll: null, ifMost: 400 })
})

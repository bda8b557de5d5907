import { expect, test } from 'vitest'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import type { Progress } from './answers/run-facts.ts'
import { thing } from './plain-run.ts'
import { startSession } from './session.ts'

const jsonl = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
const MAP = { ...shownOf(FIRST_VIEW), isNarrow: false }

test('open(inputs) of a run that comes late leaves the one that was asked for after it', async () => {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  let letCome = (): void => {}
  const comes = new Promise<void>((resolve) => (letCome = resolve))
  const late = jsonl([thing('table', 'late')])
  const slice = late.slice.bind(late)
  late.slice = (...args) => {
    const part = slice(...args)
    const bytes = part.arrayBuffer.bind(part)
    part.arrayBuffer = () => comes.then(bytes)
    return part
  }
  const first = session.open([{ name: 'resources.jsonl', blob: late }])
  await session.open([{ name: 'resources.jsonl', blob: jsonl([thing('table', 'newer')]) }])
  letCome()
  await first
  expect((await session.draw(MAP))?.things.titles).toEqual(['newer'])
})

test('open(inputs) tells of each file how far it is read, also of two by one name', async () => {
  const told: Progress[] = []
  const session = startSession({
    readBytes: () => new ArrayBuffer(0),
    now: () => 0,
    onProgress: (progress) => told.push(progress),
  })
  const inputs = [['one'], ['two', 'three']].map((titles) => ({
    name: 'resources.jsonl',
    blob: jsonl(titles.map((title) => thing('table', title))),
  }))
  await session.open(inputs)
  expect(told.at(-1)!.files).toEqual(
    inputs.map(({ name, blob }, id) => ({ id, name, size: blob.size, bytes: blob.size, lines: id + 1 })),
  )
})

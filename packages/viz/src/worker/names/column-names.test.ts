import { expect, test } from 'vitest'
import { feeds, thing } from '../plain-run.ts'
import { startSession } from '../session.ts'

test('columnsOf(keys, most) names the columns of each thing, those with lineage first; of what is not there, none', async () => {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  const blob = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
  await session.open([
    {
      name: 'resources.jsonl',
      blob: blob([
        thing('table', 't'),
        ...['a', 'b', 'c'].map((name) => thing('column', `t.${name}`, 't', name)),
        thing('table', 'u'),
        thing('column', 'u.x', 'u', 'x'),
      ]),
    },
    { name: 'lineage.jsonl', blob: blob([feeds('t.c', 'u.x')]) },
  ])
  expect(await session.columnsOf(['id:t', 'id:u', 'id:gone'], 9)).toEqual([['c', 'a', 'b'], ['x'], []])
  expect(await session.columnsOf(['id:t'], 2)).toEqual([['c', 'a']])
})

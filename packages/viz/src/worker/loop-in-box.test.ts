import { expect, test } from 'vitest'
import { BOX } from '../scene/picture/measures.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

test.each(['right', 'down'] as const)(
  'what feeds itself right under the header of its box has its loop beside it, not over the header (%s)',
  async (flow) => {
    const session = await plainSession(
      [thing('schema', 's'), thing('table', 'a', 's')],
      [feeds('a', 'a'), feeds('b', 'a')],
    )
    const shown = { ...shownOf(FIRST_VIEW), kind: 'lineage', focus: 'id:a', boxes: 'schema', flow } as const
    const { things, lines } = (await session.draw({ ...shown, isNarrow: false }))!
    const loop = [...lines.from].findIndex((from, line) => from === lines.to[line])
    expect(loop).toBeGreaterThanOrEqual(0)
    const box = things.box[lines.from[loop]!]!
    const heights = lines.curves
      .slice(lines.starts[loop], lines.starts[loop + 1])
      .filter((_, i) => i % 2 === 1)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(things.y[box]! + BOX.head)
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opening, OPENING, windowOf } from '../scene/camera/camera.ts'
import { minimapCorner } from '../scene/camera/minimap-place.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { startOf } from '../scene/picture/start-of.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const SIZE = { width: 937, height: 785 }

/** A run that no window shows whole: some chains of schemas, and far more tables that nothing feeds and that feed nothing. */
const anyLarge = fc.record({
  singles: fc.integer({ min: 150, max: 400 }),
  chains: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 30 }),
  singlesFirst: fc.boolean(),
})

test('a large Map opens on what is linked, however much more there is that is not', async () => {
  await fc.assert(
    fc.asyncProperty(anyLarge, async ({ singles, chains, singlesFirst }) => {
      const apart = Array.from({ length: singles }, (_, i) => thing('table', `single ${i}`))
      const linked = chains.flatMap((length, chain) =>
        Array.from({ length }, (_, i) => thing('table', `${chain} ${i}`)),
      )
      const lineage = chains.flatMap((length, chain) =>
        Array.from({ length: length - 1 }, (_, i) => feeds(`${chain} ${i}`, `${chain} ${i + 1}`)),
      )
      const session = await plainSession(
        singlesFirst ? [...apart, ...linked] : [...linked, ...apart],
        lineage,
      )
      const drawn = await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false })
      const picture = prepare(drawn!)
      const start = startOf(picture, { width: SIZE.width / OPENING, height: SIZE.height / OPENING })
      const camera = opening(picture.bounds, SIZE, minimapCorner(picture), start)
      const seen = windowOf(camera, SIZE)
      const { things, lines } = picture
      const isSeen = (card: number): boolean =>
        things.x[card]! >= seen.x &&
        things.y[card]! >= seen.y &&
        things.x[card]! + things.width[card]! <= seen.x + seen.width &&
        things.y[card]! + things.height[card]! <= seen.y + seen.height
      const seenLines = Array.from(lines.from).filter((from, line) => isSeen(from) && isSeen(lines.to[line]!))
      expect(seenLines.length).toBeGreaterThan(0)
      // The first of them stands at the left top.
      const first = [...things.keys.keys()].filter(isSeen)
      const topLeft = first.reduce((one, other) =>
        things.x[other]! + things.y[other]! < things.x[one]! + things.y[one]! ? other : one,
      )
      expect(things.titles[topLeft]).not.toMatch(/^single/)
    }),
    { numRuns: 6 },
  )
})

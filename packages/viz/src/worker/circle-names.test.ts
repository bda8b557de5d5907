import { expect, test } from 'vitest'
import { prepare } from '../scene/picture/prepared.ts'
import { lookAt } from '../scene/look-at.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'

const PAIRS = Array.from({ length: 10 }, (_, i) => [`egg_${i}`, `hen_${i}`] as const)
/** About as wide as letters are. */
const fitter = { width: (text: string): number => 6.5 * text.length, fit: (text: string): string => text }

test.each([
  { window: 'a wide window', isNarrow: false, scales: [0.5, 0.53, 0.57, 0.7, 0.89, 1, 1.5] },
  { window: 'a phone', isNarrow: true, scales: [0.89, 1, 1.5] },
])('in $window each of ten circles of two is named, at its own edge back', async ({ isNarrow, scales }) => {
  const session = await plainSession(
    PAIRS.flat().map((id) => thing('table', id)),
    PAIRS.flatMap(([egg, hen]) => [feeds(egg, hen), feeds(hen, egg)]),
  )
  const picture = prepare((await session.draw({ ...shownOf(FIRST_VIEW), isNarrow }))!)
  const { bounds, boxes } = picture
  for (const k of scales) {
    const camera = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2, k }
    const size = { width: 2 * bounds.width * k, height: 2 * bounds.height * k }
    const { circlePills, pen } = lookAt(picture, { camera, size, fitter })
    expect([k, circlePills.length]).toEqual([k, PAIRS.length])
    for (const { line, x, y, width, height } of circlePills) {
      const at = (box: number, from: number): number => boxes[4 * line + box]! * k + from
      const { transform } = pen
      // It touches what its line goes round, and its middle is not beyond that.
      expect(x + width / 2).toBeGreaterThan(at(0, transform.x))
      expect(x + width / 2).toBeLessThan(at(2, transform.x) + 1)
      expect(y).toBeLessThan(at(3, transform.y) + 4)
      expect(y + height).toBeGreaterThan(at(1, transform.y) - 4)
    }
  }
})

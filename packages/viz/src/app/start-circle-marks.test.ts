import { signal } from '@preact/signals'
import { afterEach, expect, test, vi } from 'vitest'
import type { Light } from '../scene/marks/light-up.ts'

afterEach(() => {
  vi.doUnmock('../scene/marks/circle-marks.ts')
  vi.resetModules()
})

const NOTHING = { ...{ cards: new Uint8Array(0), rows: new Uint8Array(0), folds: new Uint8Array(0) } }
const lit = (circle: Light['circle']): Light => ({
  ...{
    ...NOTHING,
    lines: new Uint8Array(0),
    starts: [],
    line: -1,
    reach: null,
    circle,
    ends: [],
  },
})
const CIRCLE = {
  key: 'circle:id:a',
  size: 0,
  things: [],
  lines: [],
  way: [],
  wayHops: 0,
  wayAt: [],
  isShortest: true,
  edges: [],
  opening: { from: 'id:b', to: 'id:a' },
  cut: [],
}

/** As on a page that has loaded nothing yet. */
async function started() {
  const { startCircleMarks } = await import('./start-circle-marks.ts')
  const [light, notice] = [signal<Light | null>(null), signal('')]
  return { light, notice, marks: startCircleMarks(light, notice) }
}

test('what marks a lit circle is loaded when a circle is lit first, and not for another light', async () => {
  const { light, notice, marks } = await started()
  light.value = lit(null)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(marks.value).toBeNull()
  light.value = lit(CIRCLE)
  await vi.waitFor(() => expect(marks.value).not.toBeNull(), 10_000)
  expect(notice.value).toBe('')
})

test('what marks a lit circle is loaded with the rest of the page', async () => {
  const { marks } = await started()
  const { loadTheRest } = await vi.importActual<{ loadTheRest(): Promise<unknown> }>('../panels/later.tsx')
  await loadTheRest()
  expect(marks.value).not.toBeNull()
})

test('a notice says that what marks a lit circle could not be loaded', async () => {
  vi.doMock('../scene/marks/circle-marks.ts', () => {
    throw new Error('the server is gone')
  })
  const { light, notice, marks } = await started()
  light.value = lit(CIRCLE)
  await vi.waitFor(
    () => expect(notice.value).toMatch(/^The marks of the circle could not be loaded: .* Reload the page/s),
    10_000,
  )
  expect(marks.value).toBeNull()
})

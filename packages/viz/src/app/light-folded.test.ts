import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lineKeys } from '../scene/picture/targets.ts'
import { feeds, thing } from '../worker/plain-run.ts'
import { plainPage, stubBrowser, type PlainPage } from './plain-page.ts'

beforeEach(stubBrowser)
afterEach(() => {
  page?.close()
  vi.unstubAllGlobals()
})
let page: PlainPage

const lines = [
  ...['raw', 'marts'].map((id) => thing('schema', id)),
  ...['a', 'b'].map((id) => thing('table', id, 'raw')),
  ...['c', 'd'].map((id) => thing('table', id, 'marts')),
]
const run = (...lineage: object[]): string[] => [...lines, ...lineage].map((line) => JSON.stringify(line))
const litLine = () => {
  const [shown, light] = [page.model.picture.peek()!, page.model.light.peek()]
  return light && light.line >= 0 ? lineKeys(shown, light.line) : null
}

test.each([
  { of: 'a circle', back: [feeds('c', 'a')], edge: ['c', 'a'], line: { from: 'id:marts', to: 'id:raw' } },
  { of: 'no circle', back: [], edge: ['b', 'c'], line: { from: 'id:raw', to: 'id:marts' } },
  {
    ...{ of: 'no circle between two cards', back: [], edge: ['card:id:b', 'card:id:c'] },
    line: { from: 'id:raw', to: 'id:marts' },
  },
])('an edge of $of that is folded lights the line that stands for it', async ({ back, edge, line }) => {
  const hash = `v=2&level=0&edge=${JSON.stringify(edge)}`
  page = await plainPage(run(feeds('a', 'b'), feeds('b', 'c'), feeds('a', 'd'), ...back), hash)
  expect(litLine()).toEqual(line)
  expect(page.model.light.peek()?.circle === null).toBe(back.length === 0)
})

import { expect, test } from 'vitest'
import { resultsPage } from './results.mjs'

test('resultsPage(measured) gives times of the floor with the memory, and says why something is missing', () => {
  const page = resultsPage({
    names: ['floor', 'ours', 'peer'],
    runs: [
      {
        name: 'ring',
        lines: 2000,
        bytes: 5e6,
        results: [
          { wall: 2, cpu: 2, memory: 60e6 },
          { wall: 1.5, cpu: 2, memory: 200e6 },
          { missing: 'not installed' },
        ],
      },
      {
        name: 'star',
        lines: 30,
        bytes: 1e6,
        results: [
          { wall: 12, cpu: 9, memory: 1e6 },
          { failed: 'out of memory' },
          { wall: 24, cpu: 9, memory: 1e9 },
        ],
      },
    ],
    starts: [
      { name: 'node -e 0', wall: 0.04 },
      { name: 'lineagraph --version', wall: 0.06 },
    ],
    machine: { processor: 'P, 2 cores', memory: '8 GiB', system: 'Linux', versions: ['Node 20'] },
    date: '2026-11-26',
  })
  expect(page).toContain('2026-11-26, on P, 2 cores, 8 GiB, Linux; Node 20.')
  expect(page).toContain('| ring | 2,000 | 5 MB | 2.00 s, 60 MB | 0.75×, 200 MB | not installed |')
  expect(page).toContain('| star | 30 | 1 MB | 12.0 s, 1 MB | out of memory | 2.00×, 1,000 MB |')
  expect(page).toContain('| `lineagraph --version` | 60 ms | 1.50× |')
})

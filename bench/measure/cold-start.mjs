import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const LINEAGRAPH = path('packages/cli/bin/lineagraph.js')

const STARTS = {
  'node -e 0': ['-e', '0'],
  'lineagraph --version': [LINEAGRAPH, '--version'],
  'lineagraph check fixtures/cluvio/run': [LINEAGRAPH, 'check', path('fixtures/cluvio/run')],
}

/**
 * How long commands take from the start of their processes on, alternating.
 * @returns {{ name: string, wall: number }[]} the best of the rounds, in seconds; the first is Node alone
 */
export function coldStart({ rounds }) {
  const best = new Map()
  for (let round = 0; round < rounds; round++)
    for (const [name, args] of Object.entries(STARTS)) {
      const started = performance.now()
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
      const wall = (performance.now() - started) / 1000
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
      best.set(name, Math.min(best.get(name) ?? Infinity, wall))
    }
  return [...best].map(([name, wall]) => ({ name, wall }))
}

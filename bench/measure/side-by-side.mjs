import { CONTENDERS } from './contenders.mjs'
import { runChild } from './run-child.mjs'

/** @typedef {{ wall: number, cpu: number, memory: number } | { failed: string } | { missing: string }} Result the best of the rounds */

/**
 * Runs all contenders on one run, one after the other and round after round, so that what else the machine does meets all of them. A
 * round before the first that counts brings the files into memory.
 * @param {ReturnType<import('../generate/write-run.mjs').writeRun>} run
 * @returns {Promise<Result[]>} in the order of CONTENDERS
 */
export async function sideBySide(run, { rounds }) {
  const best = CONTENDERS.map(({ missing, isPeer }) => {
    if (missing !== undefined) return { missing }
    return isPeer && run.catalog ? { missing: 'reads no catalog' } : undefined
  })
  for (let round = 0; round <= rounds; round++)
    for (const [i, { programFor, isPeer }] of CONTENDERS.entries()) {
      if (best[i]?.missing !== undefined || best[i]?.failed !== undefined) continue
      if (isPeer && round !== 1) continue
      const result = await runChild(programFor(run))
      if (round > 0 || result.failed !== undefined) best[i] = better(best[i], result)
    }
  return best
}

function better(best, result) {
  if (best === undefined || result.failed !== undefined) return result
  return {
    wall: Math.min(best.wall, result.wall),
    cpu: Math.min(best.cpu, result.cpu),
    memory: Math.max(best.memory, result.memory),
  }
}

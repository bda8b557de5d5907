import { plantMistakes } from './plant-mistakes.mjs'
import { chain } from './shapes/chain.mjs'
import { complete } from './shapes/complete.mjs'
import { long } from './shapes/long.mjs'
import { ring } from './shapes/ring.mjs'
import { star } from './shapes/star.mjs'
import { warehouse } from './shapes/warehouse.mjs'
import { misspelt, workspace } from './shapes/workspace.mjs'
import { wreck } from './shapes/wreck.mjs'

const mistakesIn = (size) => Math.ceil(size / 10_000)

/**
 * @typedef {object} GeneratedRun
 * @property {() => Iterable<string>} resources lines without their ends
 * @property {() => Iterable<string>} lineage
 * @property {(() => Iterable<string>) | undefined} catalog of a workspace, where the run needs one
 * @property {Record<string, number>} planted by rule, how many findings the recommended preset has; rules without any are left out
 */

/** @type {Record<string, (wanted: { resources: number, seed: number }) => GeneratedRun>} */
export const SHAPES = {
  shallow: (wanted) => warehouse({ ...wanted, deep: false }),
  deep: (wanted) => warehouse({ ...wanted, deep: true }),
  mistaken: (wanted) =>
    plantMistakes(warehouse({ ...wanted, deep: false }), {
      ofEach: mistakesIn(wanted.resources),
      seed: wanted.seed,
    }),
  chain,
  ring,
  star,
  complete,
  long,
  wreck,
  workspace,
  misspelt,
}

/** @throws {Error} where there is no such shape */
export function generateRun({ shape, resources, seed = 1 }) {
  const make = Object.hasOwn(SHAPES, shape) ? SHAPES[shape] : undefined
  if (!make) throw new Error(`there is no shape '${shape}': it is one of ${Object.keys(SHAPES).join(', ')}`)
  return make({ resources, seed })
}

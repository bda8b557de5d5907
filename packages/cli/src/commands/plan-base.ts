import { planCheck, prepareCheck, type CheckOptions, type PlannedCheck } from '@lineagraph/core/node'
import { findSide, type Side } from './read-side.ts'

/** A run that another is compared with, for the page. */
export interface PlannedBase {
  readonly name: string
  /** As it is by now. */
  plan(): Pick<PlannedCheck, 'files' | 'plan'>
  /** What to follow: nothing of what is in the history. */
  readonly paths: readonly string[]
}

/**
 * Plans how the run that another is compared with is checked: as that one is, with its config file, its catalogs and its baseline.
 * @param given a path, or REVISION:PATH of git. Rejects with PathError where nothing is there.
 */
export async function planBase(
  given: string,
  run: readonly string[],
  how: CheckOptions,
): Promise<PlannedBase> {
  const side = await findSide(given)
  for (const path of side.paths) if (typeof path !== 'string') for await (const _ of path.chunks()) continue // kept: it is read again for each page
  const plan: PlannedBase['plan'] = () => {
    const head = planCheck(run, how)
    const files = [...runFiles(side), ...head.files.filter(({ role }) => role === 'catalog')]
    const overrides = (prepareCheck(run, how).config.overrides ?? []).map(({ files: isMeant, rules }) => ({
      files: files.map(({ source }) => source.name).filter((name) => isMeant(side.pathOf.get(name) ?? name)),
      rules,
    }))
    const { lineage: _, ...same } = head.plan
    return { files, plan: { ...same, config: { ...same.config, overrides } } }
  }
  plan() // what is wrong with it is said now
  return { name: given, plan, paths: side.paths.filter((path) => typeof path === 'string') }
}

function runFiles({ paths }: Side): PlannedCheck['files'] {
  const named = paths.filter((path) => typeof path === 'string')
  const sources = paths.flatMap((source) =>
    typeof source === 'string' ? [] : [{ role: 'run' as const, source }],
  )
  return [...(named.length > 0 ? planCheck(named).files : []), ...sources]
}

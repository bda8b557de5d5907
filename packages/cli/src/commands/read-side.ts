import { existsSync } from 'node:fs'
import type { Report, Source } from '@lineagraph/core'
import { checkPrepared, STANDARD_INPUT, type CheckHooks, type PreparedCheck } from '@lineagraph/core/node'
import { parseRevision } from '../revision/parse-revision.ts'
import { readRevision } from '../revision/read-revision.ts'

/** One of two runs that are compared. */
export interface Side {
  /** As it was given. */
  readonly name: string
  readonly paths: readonly (string | Source)[]
  /** The path that a file of it has in the work tree, where it is out of the history. */
  readonly pathOf: ReadonlyMap<string, string>
}

/** Finds a run: what is at a path, or, where nothing is, what was there at a revision of the repository. */
export async function findSide(given: string): Promise<Side> {
  const revision = given === STANDARD_INPUT || existsSync(given) ? undefined : parseRevision(given)
  if (revision === undefined) return { name: given, paths: [given], pathOf: new Map() }
  const files = await readRevision(given, revision)
  return {
    name: given,
    paths: files.map(({ source }) => source),
    pathOf: new Map(files.map(({ source, path }) => [source.name, path])),
  }
}

/** Checks a run as the other one is. Overrides of the config file see a file of the history where it has its place. */
export function checkSide(
  { paths, pathOf }: Side,
  prepared: PreparedCheck,
  hooks: Partial<CheckHooks>,
): Promise<Report> {
  const overrides = (prepared.config.overrides ?? []).map(({ files, rules }) => ({
    files: (name: string) => files(pathOf.get(name) ?? name),
    rules,
  }))
  return checkPrepared(paths, { ...prepared, config: { ...prepared.config, overrides } }, hooks)
}

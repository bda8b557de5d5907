import type { CheckedRun, Verdict } from '@lineagraph/core'

/** A run in which nothing is declared, so that nothing was checked: what is said of it, and how to mend it. */
class NothingDeclaredError extends Error {
  override readonly name = 'NothingDeclaredError'
  readonly code = 'nothing'
  constructor(
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}

/** What to say where no declaration is found in these paths: most often the wrong folder. */
export const nothingIn = (paths: readonly string[]) => ({
  what: `nothing was checked: no declaration found in ${paths.join(', ')}`,
  help: 'a run is a folder with resources.jsonl and lineage.jsonl, such files, or - for what a program prints',
})

/** Throws NothingDeclaredError where no run has a declaration. */
export function mustDeclare(
  { runs }: { readonly runs: readonly Pick<CheckedRun, 'files'>[] },
  { what, help }: { readonly what: string; readonly help: string },
): void {
  if (runs.every(isEmpty)) throw new NothingDeclaredError(what, help)
}

/** As many runs without a declaration as are named before they are only counted. */
const NAMED = 10

/** Says of single runs among many that nothing is declared in them: it may be meant so, or a wrong folder. */
export function tellEmpty({ runs }: Verdict): void {
  const empty = runs.filter(isEmpty)
  for (const { name } of empty.slice(0, NAMED))
    process.stderr.write(`lineagraph: no declaration found in ${name}: nothing was checked there\n`)
  if (empty.length > NAMED)
    process.stderr.write(`lineagraph: nor in ${empty.length - NAMED} more of the folders\n`)
}

/** No file of the run declares anything; catalogs beside it are none of its files. */
const isEmpty = ({ files }: Pick<CheckedRun, 'files'>): boolean =>
  files.every(({ role, declarationCount }) => role === 'catalog' || declarationCount === 0)

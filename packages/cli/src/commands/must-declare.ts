import type { Report } from '@lineagraph/core'

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

/** Throws NothingDeclaredError where no file of a run has a declaration; catalogs beside it are none of its files. */
export function mustDeclare(
  { graph }: Report,
  { what, help }: { readonly what: string; readonly help: string },
): void {
  if (graph.run.files.every(({ role, declarationCount }) => role === 'catalog' || declarationCount === 0))
    throw new NothingDeclaredError(what, help)
}

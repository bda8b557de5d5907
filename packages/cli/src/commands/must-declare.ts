import type { Report } from '@lineagraph/core'

/** A run in which nothing is declared, so that nothing was checked: most often the wrong folder. */
export class NothingDeclaredError extends Error {
  override readonly name = 'NothingDeclaredError'
  readonly code = 'nothing'
  readonly what: string
  readonly help =
    'a run is a folder with resources.jsonl and lineage.jsonl, such files, or - for what a program prints'
  constructor(paths: readonly string[]) {
    const what = `nothing was checked: no declaration found in ${paths.join(', ')}`
    super(what)
    this.what = what
  }
}

/** Throws NothingDeclaredError where no file of a run has a declaration; catalogs beside it are none of its files. */
export function mustDeclare({ graph }: Report, paths: readonly string[]): void {
  if (graph.run.files.every(({ role, declarationCount }) => role === 'catalog' || declarationCount === 0))
    throw new NothingDeclaredError(paths)
}

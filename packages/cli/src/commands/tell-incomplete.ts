import { dirname } from 'node:path'
import { quote, type CheckedRun, type Run } from '@lineagraph/core'
import { findIncomplete } from '@lineagraph/core/node'

/** What is said of a run that broke off, and how to mend it. */
interface Incomplete {
  readonly what: string
  readonly help: string
}

interface Runs {
  readonly runs: readonly Pick<CheckedRun, 'files'>[]
}

/** Says of each run in whose folder the last run broke off that it did. What a program printed cannot say it. */
export function* incompleteIn({ runs }: Runs): Generator<Incomplete> {
  const files = runs.flatMap((run) => run.files).filter(({ role, printed }) => role !== 'catalog' && !printed)
  for (const folder of new Set(files.map(({ name }) => dirname(name)))) {
    const found = findIncomplete(folder)
    if (found === undefined) continue
    yield {
      what: found.isAside
        ? `the last run into ${quote(folder)} broke off: ${quote(folder)} holds the one before it, and ${quote(found.folder)} what was declared`
        : `the run in ${quote(folder)} broke off: what it declares is not all`,
      help: `run the integration again, to its end; or, to take the run in ${quote(folder)} as it is, remove ${quote(found.mark)}`,
    }
  }
}

/** Tells, beside a report, which runs broke off. */
export function tellIncomplete(verdict: Runs): void {
  for (const { what, help } of incompleteIn(verdict))
    process.stderr.write(`lineagraph: ${what}\n  help: ${help}\n`)
}

/** Tells, where findings are not shown, which files are cut: what is written is about less than was declared. */
export function tellCut({ files, problems }: Pick<Run, 'files' | 'problems'>): void {
  const isCut = new Set(
    problems.filter(({ kind }) => kind === 'truncated' || kind === 'broken-archive').map(({ file }) => file),
  )
  for (const { name } of files.filter((_, file) => isCut.has(file)))
    process.stderr.write(
      `lineagraph: ${quote(name)} is cut: this is about what could be read of it; lineagraph check shows where\n`,
    )
}

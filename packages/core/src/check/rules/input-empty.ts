import type { Run } from '../../read/run.ts'
import { namesInRun } from '../names-in-run.ts'
import { defineRule, type Discovery } from '../rule.ts'

export const emptyFile = defineRule({
  id: 'input/empty',
  severity: { minimal: 'warning', recommended: 'warning', strict: 'error' },
  why: 'A file without any declaration is most often a run that failed before it wrote one. What a sync does not send again goes stale in Secoda. A catalog that names no table finds none.',
  *run({ graph: { run } }) {
    const withProblems = new Set(run.problems.map(({ file }) => file))
    yield* emptyFiles(run, withProblems)
    yield* emptyCatalogs(run, withProblems)
  },
})

function* emptyFiles(run: Run, withProblems: ReadonlySet<number>): Generator<Discovery> {
  const names = namesInRun(run)
  for (const [file, { name, role, printed, holdsLineage, declarationCount }] of run.files.entries()) {
    if (role !== 'run' || printed || declarationCount > 0 || withProblems.has(file)) continue
    if (holdsLineage && run.resources.length > 0) continue
    yield {
      message: 'the file declares nothing',
      help: 'look whether the integration wrote it to its end; leave the file out if it is meant to be empty.',
      subject: { kind: 'file', file: name },
      identity: names[file]!,
      places: [{ file, line: 1, offset: 0 }],
    }
  }
}

/** Another run's lineage, and what else it declares, belong to the tables that the same folder has. */
function* emptyCatalogs(run: Run, withProblems: ReadonlySet<number>): Generator<Discovery> {
  const names = namesInRun(run)
  const withTables = new Set(
    run.files.filter(({ namedCount }) => namedCount > 0).map(({ name }) => folderOf(name)),
  )
  for (const [file, { name, role, holdsLineage, declarationCount, namedCount }] of run.files.entries()) {
    if (role !== 'catalog' || namedCount > 0 || withProblems.has(file)) continue
    if ((declarationCount > 0 || holdsLineage) && withTables.has(folderOf(name))) continue
    yield {
      message: 'the catalog names no table',
      help: 'look whether it was written to its end, and of the right database; leave it out if it is meant to be empty.',
      subject: { kind: 'file', file: name },
      identity: names[file]!,
      places: [{ file, line: 1, offset: 0 }],
    }
  }
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

import { namesInRun } from '../names-in-run.ts'
import { defineRule } from '../rule.ts'

export const emptyFile = defineRule({
  id: 'input/empty',
  severity: { minimal: 'warning', recommended: 'warning', strict: 'error' },
  why: 'A file without any declaration is most often a run that failed before it wrote one. What a sync does not send again goes stale in Secoda.',
  *run({ graph: { run } }) {
    const names = namesInRun(run)
    const withProblems = new Set(run.problems.map(({ file }) => file))
    for (const [file, { name, printed, holdsLineage, declarationCount }] of run.files.entries()) {
      if (printed || declarationCount > 0 || withProblems.has(file)) continue
      if (holdsLineage && run.resources.length > 0) continue
      yield {
        message: 'the file declares nothing',
        help: 'look whether the integration wrote it to its end; leave the file out if it is meant to be empty.',
        subject: { kind: 'file', file: name },
        identity: names[file]!,
        places: [{ file, line: 1, offset: 0 }],
      }
    }
  },
})

import type { RunFile } from '../../read/run-lines.ts'
import { namesInRun } from '../names-in-run.ts'
import { always, defineRule } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

export const truncated = defineRule({
  id: 'input/truncated',
  severity: always('error'),
  why: 'A file that stops in the middle is a run that did not come to its end, or a copy that did not. What is missing goes stale in Secoda.',
  *run(evidence) {
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('truncated')) {
      const { file, line, offset, at } = problem
      const { printed, role } = evidence.graph.run.files[file]!
      yield {
        ...identify(problem),
        message: `${printed ? 'what was printed' : 'the file'} stops in the middle of its last line`,
        help: helpFor(role, printed),
        places: [{ file, line, offset, at: Math.max(0, at - 1), label: 'it stops here' }],
      }
    }
    const names = namesInRun(evidence.graph.run)
    for (const { file, line, offset, fault } of evidence.problems('broken-archive')) {
      const { name } = evidence.graph.run.files[file]!
      const isCut = fault === 'cut'
      yield {
        message: isCut
          ? 'the compressed file stops before its end'
          : 'the compressed file is damaged: what is behind this line cannot be decompressed',
        help: isCut
          ? 'compress it again, or copy it again to its end; what could be decompressed has been read.'
          : 'compress it again, or copy it again in binary form; what could be decompressed has been read.',
        subject: { kind: 'file', file: name },
        identity: JSON.stringify([fault, names[file]]),
        places: [{ file, line, offset, label: 'the last line that could be read' }],
        data: { fault },
      }
    }
  },
})

function helpFor(role: RunFile['role'], printed: boolean): string {
  if (role === 'catalog')
    return 'write the catalog again, to its end, or copy it again; what stands before has been read.'
  return printed
    ? 'look why the integration stopped: its own error is on standard error.'
    : 'let the integration run to its end, close the file that it writes, and copy the file again.'
}

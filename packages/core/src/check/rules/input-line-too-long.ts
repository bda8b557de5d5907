import { grouped } from '../grouped.ts'
import { LONGEST_LINE } from '../../read/split-lines.ts'
import { page } from '../pages/input-line-too-long.ts'
import { always, defineRule } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

const MOST = LONGEST_LINE >> 20

export const lineTooLong = defineRule({
  id: 'input/line-too-long',
  severity: always('error'),
  summary: 'a line of more than 64 MiB',
  why: 'No declaration is that long: most often a whole export was written on one line, or line ends were lost. It would have to be held in memory whole, here and in Secoda.',
  page,
  *run(evidence) {
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('line-too-long')) {
      const { file, line, offset, length } = problem
      yield {
        ...identify(problem),
        message: `the line has ${grouped(length)} bytes, more than the ${MOST} MiB that are read; it is passed over`,
        help: 'write one declaration a line, and keep a definition or a description of that size out of it.',
        places: [{ file, line, offset, at: 0, label: 'the line begins here' }],
        data: { bytes: length },
      }
    }
  },
})

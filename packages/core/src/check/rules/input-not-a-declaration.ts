import { catalogFaultText } from '../catalog-fault.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'
import { unreadableLine } from '../unreadable-line.ts'

export const notADeclaration = defineRule({
  id: 'input/not-a-declaration',
  severity: always('error'),
  why: 'Secoda’s File Upload expects nothing but resources and lineage in its two files: a line of something else fails the upload or is lost. In a catalog, what names no table finds none.',
  *run(evidence) {
    const identify = unreadableLine(evidence)
    for (const problem of evidence.problems('not-a-declaration')) {
      const { file, line, offset, what } = problem
      yield {
        ...identify(problem),
        message: `the line declares nothing: it is ${what}`,
        help: 'take the line out; if a program printed the file, pipe what it prints into `lineagraph check -`, which passes over other text.',
        places: [{ file, line, offset, label: 'neither a resource nor lineage' }],
      }
    }
    for (const problem of evidence.problems('catalog-fault')) {
      const { file, line, offset, fault, entry } = problem
      const { message, help, mark } = catalogFaultText(fault)
      const { subject, identity } = identify(problem)
      yield {
        subject,
        identity: `${identity} ${fault.reason}`,
        message: entry === undefined ? message : `${quote(entry)}: ${message}`,
        help,
        places: [{ file, line, offset, ...mark }],
      }
    }
  },
})

import { identifierText } from '../edge-text.ts'
import { mentionsOf, mentionSubject } from '../mentions.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

/** How many of the candidates a message names. */
const NAMED = 5

export const ambiguousExternal = defineRule({
  id: 'lineage/ambiguous-external',
  severity: always('error'),
  why: 'Secoda matches an external table by the parts that are given. Where several fit, the edge may end at the wrong one.',
  counted: 'edges mention it',
  *run({ graph }) {
    const { run, resolution } = graph
    const { ambiguous } = resolution.externals
    for (const [identifier, { places, count }] of mentionsOf(
      run,
      (mention) => ambiguous.has(mention),
      'fits several',
    )) {
      const candidates = ambiguous
        .get(identifier)!
        .map((node) => graph.idOf(node))
        .sort()
      const named = candidates.slice(0, NAMED).map(quote).join(', ')
      const more = candidates.length > NAMED ? `, and ${candidates.length - NAMED} more` : ''
      const subject = mentionSubject(run, identifier)
      yield {
        message: `${quote(identifierText(run.identifiers.get(identifier)))} fits ${candidates.length} things: ${named}${more}`,
        help: `${subject.schema !== null && subject.database !== null ? '' : 'give its schema and database as well, or '}name the id of the one that is meant, as an internal_resource.`,
        subject,
        identity: JSON.stringify(subject),
        places,
        count,
        data: { candidates },
      }
    }
  },
})

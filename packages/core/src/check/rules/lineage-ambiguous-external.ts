import { candidateNames } from '../candidate-names.ts'
import { isAmbiguous } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

/** How many of the candidates a message names, and how many the data holds. */
const NAMED = 5
const MOST_CANDIDATES = 100

export const ambiguousExternal = defineRule({
  id: 'lineage/ambiguous-external',
  severity: always('error'),
  why: 'Secoda matches an external table by the parts that are given. Where several fit, the edge may end at the wrong one.',
  counted: 'edges mention it',
  *run({ graph }) {
    const namesOf = candidateNames(graph)
    for (const { table, identifier, subject, list } of mentionsOf(graph, isAmbiguous(graph), {
      label: 'fits several',
    })) {
      const candidates = namesOf(table, identifier)
      const named = candidates.slice(0, NAMED).map(quote).join(', ')
      const more = candidates.length > NAMED ? `, and ${candidates.length - NAMED} more` : ''
      const isFull = subject.schema !== null && subject.database !== null
      yield {
        message: `${quote(mentionText(subject))} fits ${candidates.length} things: ${named}${more}`,
        help: `${isFull ? '' : 'give its schema and database as well, or '}name the id of the one that is meant, as an internal_resource.`,
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { candidates: candidates.slice(0, MOST_CANDIDATES), candidate_count: candidates.length },
      }
    }
  },
})

import { candidatesIn } from '../candidates.ts'
import { isAmbiguous } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { page } from '../pages/lineage-ambiguous-external.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

/** How many of the candidates a message names. */
const NAMED = 5

export const ambiguousExternal = defineRule({
  id: 'lineage/ambiguous-external',
  severity: always('error'),
  summary: 'an external table or column that fits several tables or columns',
  why: 'Secoda matches an external table by the parts that are given. Where several fit, the edge may end at the wrong one.',
  page,
  counted: 'edges mention it',
  *run({ graph }) {
    const candidatesOf = candidatesIn(graph)
    for (const { table, identifier, subject, list } of mentionsOf(graph, isAmbiguous(graph), {
      label: 'fits several',
    })) {
      const { names, count } = candidatesOf(table, identifier)
      const named = names.slice(0, NAMED).map(quote).join(', ')
      const more = count > NAMED ? `, and ${count - NAMED} more` : ''
      const isFull = subject.schema !== null && subject.database !== null
      yield {
        message: `${quote(mentionText(subject))} fits ${count} things: ${named}${more}`,
        help: `${isFull ? '' : 'give its schema and database as well, or '}name the id of the one that is meant, as an internal_resource.`,
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { candidates: names, candidate_count: count },
      }
    }
  },
})

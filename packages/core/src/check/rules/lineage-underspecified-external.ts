import { UNSET } from '../../read/strings.ts'
import { DATABASE, SCHEMA } from '../../resolve/table-mentions.ts'
import { declaredOnly } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const underspecifiedExternal = defineRule({
  id: 'lineage/underspecified-external',
  severity: { minimal: 'off', recommended: 'info', strict: 'warning' },
  why: 'Secoda’s fields page asks for schema and database, its package for neither. A mention without them fits whatever table of the workspace has the same name.',
  counted: 'edges mention it',
  *run({ graph }) {
    const { tuples } = graph.resolution.externals.mentions
    const isPartial = declaredOnly(graph, (table) =>
      [SCHEMA, DATABASE].some((part) => tuples.get(table, part) === UNSET),
    )
    for (const { subject, list } of mentionsOf(graph, isPartial, { label: 'more parts would tell which' })) {
      const absent = (['schema', 'database'] as const).filter((part) => subject[part] === null)
      yield {
        message: `${quote(mentionText(subject))} is mentioned without its ${absent.join(' and ')}`,
        help: `give its ${absent.join(' and ')}: another table may have the same name, today or later.`,
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { absent },
      }
    }
  },
})

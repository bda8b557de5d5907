import { REQUIRED_FIELDS, type RequiredField } from '../../model/resource.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { isMissing } from '../missing-field.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-missing-required-field.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

const WHAT: Readonly<Record<RequiredField, string>> = {
  schema: 'the name of the schema that it is in',
  database: 'the name of the database that it is in',
  group: 'the name of the dashboard_group that it is in',
  product: 'the name of the product that it was made with',
}

/**
 * One finding a resource. `data`: `fields`: what it lacks; `entity_type`; `unknown_fields`: by such a field the unknown one that was most
 * likely meant to be it, where there is one.
 */
export const missingRequiredField = defineRule({
  id: 'resource/missing-required-field',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary: 'a table without schema or database, a dashboard without group, a chart without product',
  why: 'Secoda’s fields page requires schema and database of tables, group of dashboards and product of charts; its own examples leave some out.',
  page,
  run(evidence) {
    const { graph, unknownFields } = evidence
    const { types } = graph.resolution.nodes
    const isLacking = (node: NodeIndex, field: RequiredField): boolean => isMissing(evidence, node, field)
    const lacking = [...REQUIRED_FIELDS].flatMap(([type, required]) => [
      ...types.nodesOf(type).filter((node) => required.some((field) => isLacking(node, field))),
    ])
    return new Mistakes(lacking, (node) => {
      const type = types.of(node)!
      const fields = REQUIRED_FIELDS.get(type)!.filter((field) => isLacking(node, field))
      const id = graph.idOf(node)
      const helps = fields.map(
        (field) => unknownFields.renaming(id, field) ?? `set ${field} to ${WHAT[field]}`,
      )
      const renamed = fields.map((field) => [field, unknownFields.meantAs(id, field)] as const)
      return {
        message: `the ${type} ${quote(id)} has ${fields.map((field) => `no ${field}`).join(' and ')}`,
        help: `${helps.join(', and ')}.`,
        subject: { kind: 'resource', id },
        identity: id,
        places: [
          {
            ...graph.run.placeOfResource(graph.resourceOf(node)),
            paths: [...fields.map((field) => [field]), ['databuilder_id']],
            label: `${fields.join(' and ')} missing`,
          },
        ],
        data: {
          fields,
          entity_type: type,
          unknown_fields: Object.fromEntries(renamed.filter(([, unknown]) => unknown !== undefined)),
        },
      }
    })
  },
})

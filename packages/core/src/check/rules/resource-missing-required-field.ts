import { REQUIRED_FIELDS, type RequiredField } from '../../model/resource.ts'
import { resourcesOfType } from '../../resolve/resources-of-type.ts'
import { isMissing } from '../missing-field.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

const WHAT: Readonly<Record<RequiredField, string>> = {
  schema: 'the name of the schema that it is in',
  database: 'the name of the database that it is in',
  group: 'the name of the dashboard_group that it is in',
  product: 'the name of the product that it was made with',
}

/** `data`: `field`; `entity_type`; `unknown_field`: the unknown field that was most likely meant to be it, or null. */
export const missingRequiredField = defineRule({
  id: 'resource/missing-required-field',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  why: 'Secoda’s fields page requires schema and database of tables, group of dashboards and product of charts; its own examples leave some out.',
  *run(evidence) {
    const { graph, unknownFields } = evidence
    for (const [type, fields] of REQUIRED_FIELDS)
      for (const node of resourcesOfType(graph.run, graph.resolution.nodes, type))
        for (const field of fields) {
          if (!isMissing(evidence, node, field)) continue
          const id = graph.idOf(node)
          yield {
            message: `the ${type} ${quote(id)} has no ${field}`,
            help: unknownFields.renaming(id, field) ?? `set ${field} to ${WHAT[field]}.`,
            subject: { kind: 'resource', id },
            identity: JSON.stringify([id, field]),
            places: [
              {
                ...graph.run.placeOfResource(graph.resourceOf(node)),
                paths: [[field], ['databuilder_id']],
                label: `${field} is missing`,
              },
            ],
            data: { field, entity_type: type, unknown_field: unknownFields.meantAs(id, field) ?? null },
          }
        }
  },
})

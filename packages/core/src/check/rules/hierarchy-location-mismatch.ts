import { nearestAbove } from '../../graph/hierarchy.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { NO_NODE, type NodeIndex } from '../../resolve/nodes.ts'
import { UNSET } from '../../read/strings.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/hierarchy-location-mismatch.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

const LEVELS = ['schema', 'database'] as const
type Level = (typeof LEVELS)[number]

/** `data.mismatches`: by `field` what the table says (`given`), and the `title` and `id` of what it is under. */
export const locationMismatch = defineRule({
  id: 'hierarchy/location-mismatch',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary: 'a table whose schema or database is not the title of the schema or database that it is under',
  why: 'A table is matched by its schema and database, and shown where its parent is. Where the two differ, lineage finds it in one place and people in another.',
  page,
  run({ graph }) {
    const { run } = graph
    const levels = LEVELS.map((field) => ({ field, above: ancestorOfType(graph, field) }))
    /** What the table says against what it is under, on one level; undefined where nothing contradicts. */
    const mismatchOn = ({ field, above }: (typeof levels)[number], table: NodeIndex) => {
      const given = run.resources[field].at(graph.resourceOf(table))
      const container = given === UNSET ? NO_NODE : above(table)
      if (container === NO_NODE) return undefined
      const title = run.resources.title.at(graph.resourceOf(container))
      return title === UNSET || title === given ? undefined : { field, given, title, container }
    }
    const misplaced = graph.resolution.nodes.types
      .nodesOf('table')
      .filter(
        (table) => graph.parentOf(table) !== NO_NODE && levels.some((level) => mismatchOn(level, table)),
      )
    return new Mistakes(misplaced, (table) => {
      const mismatches = levels
        .flatMap((level) => mismatchOn(level, table) ?? [])
        .map(({ field, given, title, container }) => ({
          field,
          given: run.strings.get(given),
          title: run.strings.get(title),
          id: graph.idOf(container),
        }))
      const first = mismatches[0]!
      const id = graph.idOf(table)
      const fields = mismatches.map(({ field }) => field).join(' and ')
      const says = mismatches.map(({ field, given }) => `${field} ${quote(given)}`).join(' and ')
      const under = mismatches.map(({ field, title }) => `the ${field} ${quote(title)}`).join(' and ')
      return {
        message: `the table ${quote(id)} says ${says}, but is under ${under}`,
        help: `correct its ${fields}, or its parent_databuilder_id, or the title of ${mismatches.map((each) => quote(each.id)).join(' and ')}.`,
        subject: { kind: 'resource', id },
        identity: id,
        places: [
          {
            ...run.placeOfResource(graph.resourceOf(table)),
            paths: [[first.field]],
            label: `it is under the ${first.field} ${quote(first.title)}`,
          },
        ],
        data: { mismatches },
      }
    })
  },
})

/** The schema or the database that a node is under, or NO_NODE. */
function ancestorOfType(graph: LineageGraph, type: Level): (node: NodeIndex) => NodeIndex {
  const { resources, strings } = graph.run
  const wanted = strings.find(type)
  return nearestAbove(graph.parents, (node) => {
    const declared = graph.resourceOf(node)
    return declared >= 0 && wanted !== UNSET && resources.type.at(declared) === wanted
  })
}

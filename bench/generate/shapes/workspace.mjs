import { KINDS, THINGS } from '../names.mjs'
import { externalTable, internal, printLineage, printResource } from '../printed-form.mjs'
import { randomFrom } from '../random.mjs'

const GROUP = 'dashboard_group.sales'

/** Dashboards that show tables of a workspace with ten times as many: each edge starts at an external table that is in its catalog. */
export function workspace({ resources: size, seed }) {
  const tables = size * 10
  const tableAt = (i) => ({
    database: 'warehouse',
    schema: `${THINGS[i % THINGS.length]}_${KINDS[i % KINDS.length]}`,
    table: `order_${i}`,
  })
  return {
    planted: {},
    *catalog() {
      for (let i = 0; i < tables; i++) yield JSON.stringify(tableAt(i))
    },
    *resources() {
      yield printResource({ entity_type: 'dashboard_group', databuilder_id: GROUP, title: 'Sales' })
      for (let i = 1; i < size; i++)
        yield printResource({
          entity_type: 'dashboard',
          databuilder_id: `dashboard.${i}`,
          parent_databuilder_id: GROUP,
          title: `Sales ${i}`,
          group: 'Sales',
        })
    },
    *lineage() {
      const random = randomFrom(seed)
      for (let i = 1; i < size; i++) {
        const first = random.below(tables - 16) // the four are apart by different steps, and so never twice the same
        for (const step of [0, 1, 4, 15])
          yield printLineage(externalTable(tableAt(first + step)), internal(`dashboard.${i}`))
      }
    },
  }
}

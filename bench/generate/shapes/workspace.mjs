import { KINDS, THINGS } from '../names.mjs'
import { externalTable, internal, printLineage, printResource } from '../printed-form.mjs'
import { randomFrom } from '../random.mjs'

const GROUP = 'dashboard_group.sales'

/** Dashboards that show tables of a workspace with ten times as many: each edge starts at an external table that is in its catalog. */
export const workspace = (wanted) => dashboardsOn(wanted, (table) => table)

/** The same, but that of one in a hundred tables every edge has the name wrong. */
export const misspelt = (wanted) =>
  dashboardsOn(wanted, (table, i) =>
    i % 100 === 0 ? { ...table, table: table.table.replace('order', 'oder') } : table,
  )

function dashboardsOn({ resources: size, seed }, mentioned) {
  const tables = size * 10
  const tableAt = (i) => ({
    database: 'warehouse',
    schema: `${THINGS[i % THINGS.length]}_${KINDS[i % KINDS.length]}`,
    table: `order_${i}`,
  })
  /** The four tables that each dashboard shows. */
  const shownBy = function* () {
    const random = randomFrom(seed)
    for (let dashboard = 1; dashboard < size; dashboard++) {
      const first = random.below(tables - 16) // the four are apart by different steps, and so never twice the same
      for (const step of [0, 1, 4, 15]) yield { dashboard, table: first + step }
    }
  }
  const wrong = new Set()
  for (const { table } of shownBy())
    if (mentioned(tableAt(table), table).table !== tableAt(table).table) wrong.add(table)
  return {
    planted: wrong.size === 0 ? {} : { 'lineage/unknown-in-catalog': wrong.size },
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
      for (const { dashboard, table } of shownBy())
        yield printLineage(
          externalTable(mentioned(tableAt(table), table)),
          internal(`dashboard.${dashboard}`),
        )
    },
  }
}

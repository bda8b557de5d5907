import { internal, printLineage, printResource, query } from '../printed-form.mjs'
import { planWarehouse } from '../plan-warehouse.mjs'
import { randomFrom } from '../random.mjs'
import { COLUMNS, DESCRIPTIONS } from '../names.mjs'

/** Edges to a resource, as in the largest run that looks real. */
const EDGES_PER_RESOURCE = 1.64

/**
 * Databases with their schemas, tables and columns, made from each other layer by layer, and dashboards with charts on top. Shallow: six
 * layers, and columns right under their tables. Deep: sixty layers, and columns in columns, eight below each other.
 */
export function warehouse({ resources: size, seed, deep }) {
  const plan = planWarehouse({ size, seed, layers: deep ? 60 : 6 })
  const columnsInRow = deep ? 8 : 1

  const nameOf = (table, column) => {
    const at = table.firstName + column
    const [name] = COLUMNS[at % COLUMNS.length]
    return column < COLUMNS.length ? name : `${name}_${Math.floor(column / COLUMNS.length)}`
  }
  const idOf = (table, column) => {
    let id = table.id
    for (let i = column - (column % columnsInRow); i <= column; i++) id += `.${nameOf(table, i)}`
    return id
  }

  return {
    planted: {},
    *resources() {
      const random = randomFrom(seed)
      for (const database of plan.databases)
        yield printResource({ entity_type: 'database', databuilder_id: database, title: database })
      for (const { id, database, schema } of plan.schemas)
        yield printResource({
          entity_type: 'schema',
          databuilder_id: id,
          parent_databuilder_id: database,
          title: schema,
        })
      for (const table of plan.tables) {
        yield printResource({
          entity_type: 'table',
          databuilder_id: table.id,
          parent_databuilder_id: table.schema.id,
          title: table.title,
          description: random.pick(DESCRIPTIONS),
          external_updated_at: `2026-0${1 + random.below(9)}-1${random.below(10)}T0${random.below(10)}:30:00Z`,
          native_type: random.pick(['table', 'view', 'incremental']),
          owners: random.happens(20) ? [`owner.${random.below(500)}@example.com`] : null,
          schema: table.schema.schema,
          database: table.schema.database,
        })
        for (let i = 0; i < table.columns; i++)
          yield printResource({
            entity_type: 'column',
            databuilder_id: idOf(table, i),
            parent_databuilder_id: i % columnsInRow === 0 ? table.id : idOf(table, i - 1),
            title: nameOf(table, i),
            description: random.happens(15) ? random.pick(DESCRIPTIONS) : null,
            sort_order: i + 1,
            type: COLUMNS[(table.firstName + i) % COLUMNS.length][1],
            is_pk: i === 0,
          })
      }
      for (const group of plan.groups)
        yield printResource({ entity_type: 'dashboard_group', databuilder_id: group.id, title: group.title })
      for (const { id, title, group } of plan.dashboards)
        yield printResource({
          entity_type: 'dashboard',
          databuilder_id: id,
          parent_databuilder_id: group.id,
          title,
          description: random.pick(DESCRIPTIONS),
          group: group.title,
          product: 'cluvio',
        })
      for (const { id, title, dashboard, reads } of plan.charts)
        yield printResource({
          entity_type: 'chart',
          databuilder_id: id,
          parent_databuilder_id: dashboard.id,
          title,
          definition: sqlOver(reads),
          native_type: random.pick(['line', 'bar', 'map']),
          product: 'cluvio',
        })
    },

    *lineage() {
      let left = Math.round(size * EDGES_PER_RESOURCE)
      for (const [i, { id, reads }] of plan.charts.entries())
        if (i % 10 === 0) {
          left--
          yield printLineage(query(sqlOver(reads)), internal(id))
        } else
          for (const table of reads) {
            left--
            yield printLineage(internal(table.id), internal(id))
          }
      for (const table of plan.tables)
        for (const from of table.madeFrom) {
          left--
          yield printLineage(internal(from.id), internal(table.id))
        }
      const random = randomFrom(seed)
      for (const table of plan.tables)
        for (let i = 0; i < table.columns; i++)
          for (const from of table.madeFrom) {
            if (from.columns === 0 || left-- <= 0) continue
            yield printLineage(internal(idOf(from, random.below(from.columns))), internal(idOf(table, i)))
          }
    },
  }
}

function sqlOver([first, ...others]) {
  const joins = others.map(({ id, title }) => ` JOIN ${id} ON ${title}.order_id = ${first.title}.id`)
  return `SELECT date_trunc('month', created_at) AS month, count(*) FROM ${first.id}${joins.join('')} GROUP BY 1`
}

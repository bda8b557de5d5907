import { KINDS, SCHEMAS, THINGS } from './names.mjs'
import { randomFrom } from './random.mjs'

const CHARTS_PER_DASHBOARD = 3

/**
 * What stands in a warehouse, without its columns and edges, which are many and follow from it.
 * @param {{ size: number, seed: number, layers: number }} wanted `size`: how many resources there are in all, columns and dashboards
 *   included
 */
export function planWarehouse({ size, seed, layers }) {
  const random = randomFrom(seed)
  const databases = Array.from({ length: 1 + Math.floor(size / 250_000) }, (_, i) => `shop_${i}`)
  const schemas = databases.flatMap((database) =>
    SCHEMAS.map((schema) => ({ id: `${database}.${schema}`, database, schema })),
  )
  const dashboardCount = Math.floor(size / 250)
  const groups = Array.from({ length: 1 + Math.floor(dashboardCount / 50) }, (_, i) => ({
    id: `dashboard_group.${i}`,
    title: `Group ${i}`,
  }))
  const dashboards = Array.from({ length: dashboardCount }, (_, i) => ({
    id: `dashboard.${i}`,
    title: `Overview ${i}`,
    group: groups[i % groups.length],
  }))

  const tables = []
  const used = databases.length + schemas.length + groups.length + dashboardCount * (1 + CHARTS_PER_DASHBOARD)
  for (let left = size - used; left > 0; left -= 1 + tables.at(-1).columns) {
    const schema = random.pick(schemas)
    const title = `${random.pick(KINDS)}_${random.pick(THINGS)}_${tables.length}`
    const columns = Math.min(8 + random.below(25), left - 1)
    tables.push({
      id: `${schema.id}.${title}`,
      schema,
      title,
      columns,
      firstName: random.below(24),
      madeFrom: [],
    })
  }

  const layerSize = Math.ceil(tables.length / layers)
  for (let i = layerSize; i < tables.length; i++) {
    const layerBefore = Math.floor(i / layerSize - 1) * layerSize
    tables[i].madeFrom = severalOf(tables, { from: layerBefore, count: layerSize, random })
  }

  const charts = dashboards.flatMap((dashboard) =>
    Array.from({ length: CHARTS_PER_DASHBOARD }, (_, i) => ({
      id: `chart.${dashboard.id.slice('dashboard.'.length)}.${i}`,
      title: `Chart ${i}`,
      dashboard,
      reads: severalOf(tables, { from: 0, count: tables.length, random }),
    })),
  )
  return { databases, schemas, groups, dashboards, tables, charts }
}

/** One to three different ones. */
function severalOf(tables, { from, count, random }) {
  const wanted = 1 + random.below(3)
  return [...new Set(Array.from({ length: wanted }, () => tables[from + random.below(count)]))]
}

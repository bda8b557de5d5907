import type { RunLines } from './serve-page.ts'

/** A declared thing. Its title is its id unless told otherwise. */
export const thing = (entity_type: string, id: string, parent: string | null, title = id): object => ({
  entity_type,
  databuilder_id: id,
  parent_databuilder_id: parent,
  title,
})
const end = (id: string): object => ({ type: 'internal_resource', databuilder_id: id })
export const feeds = (from: string, to: string): object => ({
  from_identifier: end(from),
  to_identifier: end(to),
})

export const HOSTILE = '<img src=x onerror=alert(1)>'

/**
 * orders → stg_orders → revenue → Net revenue; beside them what is missing, a hostile name, and ids that other programs stumble over.
 */
export const SHOP: RunLines = {
  resources: [
    thing('database', 'shop', null, 'SHOP'),
    thing('schema', 'raw', 'shop', 'raw'),
    thing('schema', 'marts', 'shop', 'marts'),
    { ...thing('table', 'orders', 'raw', 'orders'), description: 'Every order, as the shop wrote it' },
    thing('column', 'orders.id', 'orders', 'id'),
    thing('column', 'orders.cents', 'orders', 'cents'),
    thing('table', 'stg', 'marts', 'stg_orders'),
    thing('column', 'stg.id', 'stg', 'id'),
    thing('column', 'stg.amount', 'stg', 'amount'),
    thing('table', 'rev', 'marts', 'revenue'),
    thing('dashboard_group', 'default', null, 'default'),
    thing('dashboard', 'board', 'default', 'Board'),
    thing('chart', 'net', 'board', 'Net revenue'),
    thing('table', '__proto__', 'raw', HOSTILE),
    thing('table', 'a"b / ü', 'raw', 'constructor'),
  ],
  lineage: [
    feeds('orders.id', 'stg.id'),
    feeds('orders.cents', 'stg.amount'),
    feeds('stg', 'rev'),
    feeds('rev', 'net'),
    feeds('gone', 'a"b / ü'),
  ],
}

/** A camera under which all of it is seen. */
export const CAMERA = { x: 468, y: 220, k: 1 }
export const AT = `at=${CAMERA.x},${CAMERA.y},${CAMERA.k}`

/** A table that no rule has anything to say about. */
export const table = (id: string) => ({
  entity_type: 'table',
  databuilder_id: id,
  title: id,
  schema: 's',
  database: 'd',
})

/** Lineage between two resources. */
export const edge = (from: string, to: string) => ({
  from_identifier: { type: 'internal_resource', databuilder_id: from },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})

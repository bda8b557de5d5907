import { internal, printLineage, printResource } from '../printed-form.mjs'

/** Tables, each made from the one before, and the first from the last. */
export function ring({ resources: size }) {
  return {
    planted: { 'lineage/no-cycle': 1 },
    *resources() {
      for (let i = 0; i < size; i++) yield printResource(tableOfRing(i))
    },
    *lineage() {
      for (let i = 0; i < size; i++)
        yield printLineage(internal(idOfRing(i)), internal(idOfRing((i + 1) % size)))
    },
  }
}

export const idOfRing = (i) => `ring.table_${i}`

export const tableOfRing = (i) => ({
  entity_type: 'table',
  databuilder_id: idOfRing(i),
  title: `table_${i}`,
  schema: 'ring',
  database: 'shop',
})

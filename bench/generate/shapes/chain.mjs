import { internal, printLineage, printResource } from '../printed-form.mjs'

/** Half of the resources are tables, each made from the one before; the others columns, each inside the one before. */
export function chain({ resources: size }) {
  const tables = Math.ceil(size / 2)
  return {
    planted: {},
    *resources() {
      for (let i = 0; i < tables; i++)
        yield printResource({
          entity_type: 'table',
          databuilder_id: `chain.step_${i}`,
          title: `step_${i}`,
          schema: 'chain',
          database: 'shop',
        })
      let parent = 'chain.step_0'
      for (let i = 0; i < size - tables; i++) {
        const id = `chain.field_${i}`
        yield printResource({
          entity_type: 'column',
          databuilder_id: id,
          parent_databuilder_id: parent,
          title: `field_${i}`,
          type: 'struct',
        })
        parent = id
      }
    },
    *lineage() {
      for (let i = 1; i < tables; i++)
        yield printLineage(internal(`chain.step_${i - 1}`), internal(`chain.step_${i}`))
    },
  }
}

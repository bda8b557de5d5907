import { internal, printLineage, printResource } from '../printed-form.mjs'

const ID_LENGTH = 100_000
const LINE_LENGTH = 10_000_000

const idAt = (i) => `${'long.'.repeat(ID_LENGTH / 5)}${i}`

/** A chain of tables whose ids have 100,000 characters each, and the first of which has a description of ten million. */
export function long({ resources: size }) {
  return {
    planted: {},
    *resources() {
      for (let i = 0; i < size; i++)
        yield printResource({
          entity_type: 'table',
          databuilder_id: idAt(i),
          title: `table_${i}`,
          description: i === 0 ? 'x'.repeat(LINE_LENGTH) : null,
          schema: 'long',
          database: 'shop',
        })
    },
    *lineage() {
      for (let i = 1; i < size; i++) yield printLineage(internal(idAt(i - 1)), internal(idAt(i)))
    },
  }
}

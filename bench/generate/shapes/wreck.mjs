import { internal, printLineage, printResource } from '../printed-form.mjs'
import { idOfRing, ring, tableOfRing } from './ring.mjs'

/**
 * A ring in which every table is declared twice, and from every table an edge leads to an id that nothing declares: as many dangling
 * ends and duplicates as tables. One half of the missing ids is a slip away from one that is declared, the other is like none.
 */
export function wreck({ resources: size }) {
  const wrecked = ring({ resources: Math.ceil(size / 2) })
  const tables = Math.ceil(size / 2)
  return {
    planted: {
      ...wrecked.planted,
      'lineage/dangling-internal': tables,
      'resource/repeated-declaration': tables,
    },
    *resources() {
      yield* wrecked.resources()
      for (let i = 0; i < tables; i++) yield printResource(tableOfRing(i))
    },
    *lineage() {
      yield* wrecked.lineage()
      for (let i = 0; i < tables; i++) {
        const missing = i % 2 === 0 ? `ring.tabel_${i}` : `warehouse.lost.${(i * 7919).toString(36)}`
        yield printLineage(internal(idOfRing(i)), internal(missing))
      }
    },
  }
}

import { internal, printLineage, printResource } from '../printed-form.mjs'
import { idOfRing, tableOfRing } from './ring.mjs'

/** Tables of which each is made from every other: as many edges as tables, squared. */
export function complete({ resources: size }) {
  return {
    planted: { 'lineage/no-cycle': size > 1 ? 1 : 0 },
    *resources() {
      for (let i = 0; i < size; i++) yield printResource(tableOfRing(i))
    },
    *lineage() {
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++)
          if (i !== j) yield printLineage(internal(idOfRing(i)), internal(idOfRing(j)))
    },
  }
}

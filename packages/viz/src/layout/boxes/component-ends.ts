import type { Layered } from '../crossings/layered.ts'
import type { Columns } from '../packing/place-columns.ts'

/** How far each component reaches. */
export interface ComponentEnds {
  /** Of each layer. */
  readonly componentOf: Uint32Array
  /** Of each component: where its first column begins, and where its last one ends. */
  readonly left: Float64Array
  readonly right: Float64Array
}

/** Measures the columns of each component. O(n). */
export function componentEnds(
  { vertexCount, layerOf, layerStarts, componentStarts }: Layered,
  columns: Columns,
): ComponentEnds {
  const componentOf = new Uint32Array(layerStarts.length - 1)
  const left = new Float64Array(componentStarts.length - 1).fill(Infinity)
  const right = new Float64Array(componentStarts.length - 1).fill(-Infinity)
  for (let component = 0; component < left.length; component++)
    componentOf.fill(component, componentStarts[component], componentStarts[component + 1])
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const component = componentOf[layerOf[vertex]!]!
    left[component] = Math.min(left[component]!, columns.left[vertex]!)
    right[component] = Math.max(right[component]!, columns.right[vertex]!)
  }
  return { componentOf, left, right }
}

import { weakComponents, type Csr } from '@lineagraph/core'

/** The parts that hang together. */
export interface Components {
  readonly count: number
  /** Of each node. */
  readonly componentOf: Uint32Array
  /** The component, the last one, that all nodes without an edge form together; the count where there are none. */
  readonly singles: number
}

/** Numbered by their first nodes. O(m α(n)). */
export function findComponents(out: Csr): Components {
  const { count, componentOf } = weakComponents(out)
  const hasSingles = componentOf.includes(-1)
  return {
    count: hasSingles ? count + 1 : count,
    componentOf: new Uint32Array(componentOf.map((component) => (component < 0 ? count : component))),
    singles: count,
  }
}

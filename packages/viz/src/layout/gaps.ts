/** Distances in layout units, which are CSS pixels at a scale of 1. */
export interface Gaps {
  /** Between two layers that few edges join. */
  readonly layer: number
  /** Between two layers at most, however many edges join them. */
  readonly busyLayer: number
  /** Between cards of one layer. */
  readonly card: number
  /** Between a card and an edge that passes it. */
  readonly passing: number
  /** Between edges that pass side by side. */
  readonly edge: number
  /** Between components. */
  readonly component: number
  /** Round the whole picture. */
  readonly margin: number
  /** Above the outside lane, and from its top to its first cards. */
  readonly lane: number
}

export const GAPS: Gaps = {
  layer: 58,
  busyLayer: 140,
  card: 24,
  passing: 14,
  edge: 8,
  component: 48,
  margin: 37,
  lane: 32,
}

const FREE_EDGES = 12
const EACH_FURTHER = 4

/** Between two layers that so many edges join: wider by 4 for each edge after the twelfth. */
export const layerGap = ({ layer, busyLayer }: Gaps, edgeCount: number): number =>
  Math.min(Math.max(layer, busyLayer), layer + EACH_FURTHER * Math.max(0, edgeCount - FREE_EDGES))

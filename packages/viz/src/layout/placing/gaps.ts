/** Distances in units of the picture, which are CSS pixels at the scale 1. */
export interface Gaps {
  /** Between two layers that few edges join. */
  readonly layer: number
  /** Between two layers at most, however many edges join them. */
  readonly busyLayer: number
  /** Between things of one layer. */
  readonly card: number
  /** Between open boxes of one layer. */
  readonly box: number
  /** Between a thing and an edge that passes it. */
  readonly passing: number
  /** Between edges that pass side by side. */
  readonly edge: number
  /** Between components. */
  readonly component: number
  /** Round the whole picture. */
  readonly margin: number
  /** Inside the sides of an open box that stands in none. */
  readonly padding: number
  /** The same from the second level on. */
  readonly innerPadding: number
  /** Above the outside lane, and from its top to its first cards. */
  readonly lane: number
  /** From the sides of the outside lane to its cards. */
  readonly laneInside: number
}

/** For cards with the columns of tables: the lineage view. */
export const LINEAGE_GAPS: Gaps = {
  layer: 58,
  busyLayer: 140,
  card: 24,
  box: 32,
  passing: 14,
  edge: 8,
  component: 48,
  margin: 37,
  padding: 16,
  innerPadding: 12,
  lane: 32,
  laneInside: 21,
}

/** For tiles in boxes within boxes: the map. */
export const MAP_GAPS: Gaps = {
  layer: 36,
  busyLayer: 140,
  card: 14,
  box: 32,
  passing: 12,
  edge: 6,
  component: 32,
  margin: 24,
  padding: 16,
  innerPadding: 12,
  lane: 32,
  laneInside: 16,
}

const FREE_EDGES = 12
const EACH_FURTHER = 4

/** Between two layers that so many edges join: wider by 4 for each edge after the twelfth. */
export const layerGap = ({ layer, busyLayer }: Gaps, edgeCount: number): number =>
  Math.min(Math.max(layer, busyLayer), layer + EACH_FURTHER * Math.max(0, edgeCount - FREE_EDGES))

/** Lines that have turned before they come to a card need so much less room to turn, since their arrowheads are behind that. */
const TURNED = 18

/** The same where lines run level for some of it, and turn within `least` at least. */
export const gapWithLevel = (gaps: Gaps, edgeCount: number, least: number, level: number): number =>
  Math.max(least, layerGap(gaps, edgeCount) - Math.min(TURNED, level)) + level

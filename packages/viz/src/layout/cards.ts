/** The cards to place, by node. */
export interface Cards {
  readonly width: Float64Array
  readonly height: Float64Array
  /** Where edges meet the card's sides, from its top. */
  readonly anchor: Float64Array
  /** 1 for cards that stand in the outside lane. */
  readonly lane: Uint8Array
}

/** A resource of a pack, as far as the next pack has to know it. */
export interface PackedId {
  readonly id: string
  /** Its entity type. */
  readonly type: string
  /** Sixteen hexadecimal digits of all that it says but for ids and times: see `markResources`. */
  readonly mark: string
}

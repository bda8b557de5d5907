/** Vertices by layer and, within, from top to bottom; and for each vertex where in that row it stands. */
export interface Order {
  readonly vertices: Uint32Array
  readonly place: Uint32Array
}

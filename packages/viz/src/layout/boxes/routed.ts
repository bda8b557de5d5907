import type { Turns } from './find-turns.ts'
import type { PlacedBox } from './placed-box.ts'
import type { Pieces } from './split-edges.ts'

/** A box with all that stands in it. */
export interface RoutedBox extends Turns {
  readonly placed: PlacedBox
  readonly turned: Uint8Array
  /** How many places between its ends each link has. */
  readonly passed: Uint32Array
  /** The left top of what the box holds, in the picture. */
  readonly left: number
  readonly top: number
}

/** Everything that is placed, and the numbers by which boxes know it. */
export interface Routed {
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** How each edge looks; all alike where it is left out. */
  readonly look?: Uint8Array | undefined
  readonly pieces: Pieces
  /** Of each piece, in its box. */
  readonly linkOf: Uint32Array
  /** Of each thing and box, in its box. */
  readonly localOf: Uint32Array
  /** The box of each; or the picture, which is the last. */
  readonly boxOf: Uint32Array
  readonly boxes: readonly (RoutedBox | undefined)[]
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
  /** How far the sheets of each stand out below it; nothing does where it is left out. */
  readonly sheets?: Float64Array | undefined
  /** Whether the headers of boxes stand where edges come in: those lead straight through. */
  readonly headsAhead: boolean
}

/** The box that holds a piece. */
export const boxOfPiece = ({ boxes, pieces }: Routed, piece: number): RoutedBox => boxes[pieces.box[piece]!]!

/** How many places between its ends a piece has. */
export const passedBy = (routed: Routed, piece: number): number =>
  boxOfPiece(routed, piece).passed[routed.linkOf[piece]!]!

/** The height at which a piece leaves its item. */
export const tailY = (routed: Routed, piece: number): number =>
  routed.y[routed.pieces.tail[piece]!]! + boxOfPiece(routed, piece).placed.leavingAt[routed.linkOf[piece]!]!

/** The height at which a piece enters its item. */
export const headY = (routed: Routed, piece: number): number =>
  routed.y[routed.pieces.head[piece]!]! + boxOfPiece(routed, piece).placed.enteringAt[routed.linkOf[piece]!]!

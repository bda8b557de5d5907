import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Columns } from '../packing/place-columns.ts'

/** What stands in a box, in layers and in order, and where lines meet it: the same wherever it is put. */
export interface BoxLines {
  readonly layered: Layered
  readonly order: Order
  /** Where each segment ends, below the tops of its vertices. */
  readonly tailAt: Float64Array
  readonly headAt: Float64Array
  /** How many edges of the run each segment stands for. */
  readonly edges: Float64Array
  /** How each segment looks: as all links that run along it. */
  readonly looks: Uint8Array
  /** How far below the top of its item each link ends. */
  readonly leavingAt: Float64Array
  readonly enteringAt: Float64Array
  /** 1 for each item that links leave, or enter, at heights that are given: at its rows, or where they go through the side of a box. */
  readonly leftAtRows: Uint8Array
  readonly enteredAtRows: Uint8Array
}

/** Where all stands in a box, from the left top of what it holds: its sides, its head and the outside lane are left out. */
export interface PlacedBox extends BoxLines {
  /** Of each vertex. */
  readonly columns: Columns
  /** The top of each vertex. */
  readonly y: Float64Array
  /** Of each layer: how deep the edges pass that go round below its component. */
  readonly footOfLayer: Float64Array
  /** Where what has no edges stands, below or beside the rest. */
  readonly singles: { readonly x: Float64Array; readonly y: Float64Array }
  readonly width: number
  readonly height: number
}

import type { Gaps } from './gaps.ts'
import type { Routes } from './routes.ts'

/**
 * What is to be placed, as columns: things, and open boxes around them. A box stands before what is in it. Units are those of the picture,
 * CSS pixels at the scale 1; y grows downwards.
 */
export interface PlacingInput {
  readonly count: number
  /** The open box in which each stands, or -1. */
  readonly box: Int32Array
  /** 1 for an open box, whose size follows from what is inside. */
  readonly isBox: Uint8Array
  /** Of a thing its size; of a box the least it may be. */
  readonly width: Float64Array
  readonly height: Float64Array
  /** How wide each thing has use for where its column is so wide anyway; as wide as it is where this is left out. */
  readonly useful?: Float64Array
  /** 1 for each box that holds one column of things and nothing else; none where it is left out. */
  readonly oneColumn?: Uint8Array
  /** The room that a box keeps above what is inside, for its header; 0 for a thing. */
  readonly head: Float64Array
  /** 1 for what stands in the outside lane at the picture's foot, in the column of its layer; only where it stands in no box. */
  readonly lane: Uint8Array
  /** What each edge leads from and to: things or boxes. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /**
   * Where each end meets the side, below the top of its thing; NaN where that is free: then ends are spread around the side's middle.
   * Where the way leads down, it is the row that an end meets, at the left or the right of its thing; what is free meets the top or the foot.
   */
  readonly fromPort: Float64Array
  readonly toPort: Float64Array
  /** How much room along the way of the data what is written on each edge takes; 0 where nothing is. */
  readonly label?: Float64Array
  /** How many declared edges each stands for: what weighs more is kept straighter, and leads against the flow last. */
  readonly weight: Uint32Array
  /** How each edge looks, 0 or 1: only edges that look alike share their way. All are alike where it is left out. */
  readonly look?: Uint8Array
  /**
   * The layer of each thing where that is not to be found, and nothing stands in a box: counted from what the picture is about, negative before
   * it. Then edges may lead back, or stay within a layer.
   */
  readonly layer?: Int32Array
  /** Whether of what is given as one layer so much was there that it stands in several. */
  readonly isBroken?: boolean
  /** How far the sheets of each stand out behind it, below and at the right; those of nothing do where it is left out. */
  readonly sheets?: Float64Array
  /** What stands beside things and is no line; nothing does where it is left out. */
  readonly beside?: Beside
  /** 1 for what is outside and stands in a lane before all else; only where layers are given, and it is all that is in the first ones. */
  readonly band?: Uint8Array
  /** 1 for each edge that is to lead against the flow rather than another of its circle that weighs the same; none where it is left out. */
  readonly cut?: Uint8Array
  /**
   * Where each stood in the picture before this one, how large it was, and its aspect, NaN for what is new, and its layer, -1 for what is new in its box. What did
   * not change keeps its place there, and moves only to make room or to close the room that another has left. What a stack folded stood where that did.
   */
  readonly before?: Pick<Placing, 'x' | 'y' | 'width' | 'height' | 'layer' | 'aspect'> & {
    /** 1 for what a stack folded; nothing was where it is left out. */
    readonly folded?: Uint8Array
    /** Where the edges of now met rows then. */
    readonly tracks?: Tracks
  }
  /** How far apart all stands: `LINEAGE_GAPS` or `MAP_GAPS`. */
  readonly gaps: Gaps
  /** How much may stand beside each other across the way of the data, the margin included; Infinity where there is no bound. */
  readonly across: number
  /** How many things and pieces of lines a picture has that this is to be a part of, and takes no more work than there; itself where it is left out. */
  readonly partOf?: number
  /** Whether the leaves of fans may stand in the layers beside their own, and what was there before keeps its layer; layers that are far too long become several anyhow. */
  readonly wraps?: boolean
  /** The way of the data: to the right, or, in a narrow window, downwards. */
  readonly direction: 'right' | 'down'
}

/** What stands beside things at their heads, as the numbers of what waits do. */
export interface Beside {
  /** How much room it takes before each thing, and behind it, along the way of the data; 0 where nothing stands. */
  readonly before: Float64Array
  readonly behind: Float64Array
  /** Where its middle is to be, below the top of its thing; and how far from there it may be as well. */
  readonly middle: Float64Array
  readonly around: readonly number[]
  /** How far it reaches above its middle and below it, with what is free around it. */
  readonly reach: number
  /** Where the line of a thing to itself takes the place behind that, below its top; NaN where none does. */
  readonly loops: { readonly top: Float64Array; readonly bottom: Float64Array }
}

/** Where lines run beside things: by edge, for its begin and its end, from the left side of its thing; NaN where it meets no row. */
export interface Tracks {
  readonly from: Float64Array
  readonly to: Float64Array
}

/** Where everything stands and runs. */
export interface Placing {
  /** Left, top and size, boxes included; never NaN. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
  /** The layer of each among what stands in the same box, from 0; -1 for what has no edge. */
  readonly layer: Int32Array
  /** How many times as wide as high what is in each was to be, where there was a choice and it is an open box. */
  readonly aspect: Float64Array
  /** 1 for each edge that leads against the flow, so that its circle opens. */
  readonly reversed: Uint8Array
  /** 1 for each edge that stays within a layer; left out where none can. */
  readonly beside?: Uint8Array
  /** The strongly connected part of each thing that is in a circle of visible edges, numbered from 0; else -1. */
  readonly circle: Int32Array
  /** The way of each edge: points that curves are drawn through. */
  readonly routes: Routes
  /** Where lines run to their rows; left out where none does. */
  readonly tracks?: Tracks
  /** Around what stands in the outside lane; null where nothing does. */
  readonly lane: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
  readonly totalWidth: number
  readonly totalHeight: number
}

import type { Level, Sort } from '../tokens/looks.ts'

/** In units of the picture, which are CSS pixels at the scale 1; y grows downwards. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the outline of a card tells what it is: declared here, somewhere else, or nowhere. */
export const SHAPES = ['card', 'outside', 'ghost'] as const
export type Shape = (typeof SHAPES)[number]

/** What is drawn as a card, as columns: one entry for each card. All cards are of one size. */
export interface Cards {
  readonly count: number
  /** Of the left upper corner. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Unique, and the same from run to run. */
  readonly keys: readonly string[]
  readonly titles: readonly string[]
  /** The second line: where it is, or how much is inside. */
  readonly places: readonly string[]
  readonly sorts: readonly Sort[]
  /** Indexes into SHAPES. */
  readonly shapes: Uint8Array
  /** Findings on it and on what is inside. */
  readonly errors: Uint32Array
  readonly warnings: Uint32Array
  readonly infos: Uint32Array
}

/** How a line is drawn: with the flow, against it, from or to a ghost, from a card to itself. */
export const STROKES = ['plain', 'back', 'ghost', 'self'] as const
export type Stroke = (typeof STROKES)[number]

/** What is drawn as a line, as columns: one entry for each pair of cards with lineage between them. */
export interface Lines {
  readonly count: number
  /** Cards. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** How many edges of the run it stands for. */
  readonly weights: Uint32Array
  /** Indexes into STROKES. */
  readonly strokes: Uint8Array
  /** The curve of line i is from `starts[i]` to `starts[i + 1]`: its first point, then three points for each cubic. */
  readonly curves: Float32Array
  readonly starts: Uint32Array
}

/** Where every thing and every edge of the run is: the parts of each sum up to the whole. */
export interface Tally {
  readonly things: {
    readonly all: number
    readonly drawn: number
    /** Inside a drawn one. */
    readonly folded: number
    /** Switched off, or inside one that is. */
    readonly hidden: number
    /** Above what is drawn, or without any lineage: the outline has them. */
    readonly outlined: number
  }
  readonly edges: {
    readonly all: number
    /** On lines. */
    readonly drawn: number
    /** Inside one card. */
    readonly folded: number
    readonly hidden: number
  }
  /** Named, never declared. */
  readonly missing: number
}

/** A sort of thing in the picture, how many of it there are at this level, and whether it is switched off. */
export interface LegendEntry {
  readonly sort: Sort
  readonly count: number
  readonly off: boolean
}

export interface Picture {
  readonly cards: Cards
  readonly lines: Lines
  readonly bounds: Rect
  /** The lane of what is outside this run, where there is one. */
  readonly lane: Rect | null
  readonly level: Level
  /** How many cards each level would have. */
  readonly cardsAtLevel: readonly [number, number, number]
  readonly legend: readonly LegendEntry[]
  readonly tally: Tally
  /** Milliseconds that the layout took. */
  readonly layoutTime: number
}

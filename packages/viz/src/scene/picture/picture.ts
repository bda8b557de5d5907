import type { EdgeKeys, Hops } from '../../state/view.ts'
import type { Sort } from '../../tokens/looks.ts'

/** In units of the picture, which are CSS pixels at the scale 1; y grows downwards. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * How a thing is drawn. A box is an open container, and what is inside stands in it; a container is closed and shows how much is inside; a
 * tile is a table, dashboard or chart of the Map; a card is one whose header may have rows under it; a stack folds similar things, or a
 * dense circle, into one.
 */
export const FORMS = ['box', 'container', 'tile', 'card', 'stack'] as const
export type Form = (typeof FORMS)[number]

/** What its outline tells: declared here, by another integration, or named and declared nowhere. */
export const ROLES = ['declared', 'outside', 'ghost'] as const
export type Role = (typeof ROLES)[number]

/** What is drawn as a thing, as columns: one entry for each. A box stands before what is in it. */
export interface Things {
  readonly count: number
  /** Left, top and size, boxes included. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly width: Float32Array
  readonly height: Float32Array
  /** The box that it stands in, or -1. */
  readonly box: Int32Array
  /** The layer of each among what stands in its box, in the way of the data; -1 for what no line leads to or from. */
  readonly layers: Int32Array
  /** How many times as wide as high what is in each open box was to be: kept as long as it is open. */
  readonly aspects: Float32Array
  /** How many boxes are around it. */
  readonly depth: Uint8Array
  /** Indexes into FORMS and ROLES. */
  readonly forms: Uint8Array
  readonly roles: Uint8Array
  /** Unique, and the same from run to run. */
  readonly keys: readonly string[]
  readonly titles: readonly string[]
  /** The second line: where it is, or how much is inside. */
  readonly places: readonly string[]
  readonly sorts: readonly Sort[]
  /** Findings on it and on what is inside. */
  readonly errors: Uint32Array
  readonly warnings: Uint32Array
  readonly infos: Uint32Array
  /** How many things are inside, columns aside; of a stack how many it folds. */
  readonly inside: Uint32Array
  /** How many columns it has, of which the rows show some. */
  readonly columns: Uint32Array
  /** What its last row says: so many more columns; 0 where there is no such row. */
  readonly more: Uint32Array
  /** How many neighbours wait at its left and at its right: `+n`; 0 where none does. */
  readonly waitsUp: Uint32Array
  readonly waitsDown: Uint32Array
  /** 1 where a `+` opens it or a `−` closes it in its place. */
  readonly opens: Uint8Array
}

/** The severity of the gravest finding on a mark of a waffle. */
export const MARKS = ['none', 'info', 'warning', 'error'] as const

/** The marks of closed containers, in compressed rows: those of thing t are `marks[starts[t]]` to `marks[starts[t + 1] - 1]`. */
export interface Waffles {
  readonly starts: Uint32Array
  /** Indexes into MARKS. */
  readonly marks: Uint8Array
  /** What there is most of inside each thing: the hue of its marks; its own sort where nothing is inside. */
  readonly sorts: readonly Sort[]
  /** How many things a mark stands for: 1, 10, 100 and so on, the same in all of the picture. */
  readonly scale: number
}

/** The rows of cards, in compressed rows: those of thing t are `starts[t]` to `starts[t + 1] - 1`, from the top. */
export interface CardRows {
  readonly count: number
  readonly starts: Uint32Array
  readonly keys: readonly string[]
  readonly titles: readonly string[]
  /** The data type of each column, as far as it is declared; else empty. */
  readonly types: readonly string[]
  /** 1 for each that a drawn line begins or ends at. */
  readonly traced: Uint8Array
  /** The middle of each below the top of its card: where lines end. */
  readonly y: Float32Array
  /** As MARKS: the gravest finding on it. */
  readonly marks: Uint8Array
}

/**
 * How a line is drawn: with the flow; back, against the flow, in a circle of declared lineage; from or to a ghost; from a thing to
 * itself; from or to what is outside; against the flow in no circle, as between containers that feed each other by other things.
 */
export const STROKES = ['plain', 'back', 'ghost', 'self', 'external', 'against'] as const
export type Stroke = (typeof STROKES)[number]

/** What is drawn as a line, as columns: one for each pair of ends with lineage between them. */
export interface Lines {
  readonly count: number
  /** Things. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** Rows of them, or -1 where the line ends at the thing itself. */
  readonly fromRow: Int32Array
  readonly toRow: Int32Array
  /** How many edges of the run it stands for. */
  readonly weights: Uint32Array
  /** Indexes into STROKES. */
  readonly strokes: Uint8Array
  /** 1 for each that runs against the flow, in a circle or not: it needs its arrowhead. */
  readonly reversed: Uint8Array
  /** The circle that it is part of, the largest of several: an index into the picture's circles, or -1. */
  readonly circles: Int32Array
  /** The curve of line i is from `starts[i]` to `starts[i + 1]`: its first point, then three points for each cubic. */
  readonly curves: Float32Array
  readonly starts: Uint32Array
}

/** A strongly connected part of the declared lineage, as far as the picture shows it. */
export interface Circle {
  readonly key: string
  /** How many things of the run are in it, drawn or not. */
  readonly size: number
  /** The drawn things that hold them, and the lines among them. */
  readonly things: readonly number[]
  readonly lines: readonly number[]
  /** How many of its own edges each of these lines stands for: it may stand for others too. */
  readonly edges: readonly number[]
  /** The shortest way round, line after line. What lies inside one thing is no line. */
  readonly way: readonly number[]
  /** How many hops that way has, drawn or not, and which of them each of its lines is the first of, from 0. */
  readonly wayHops: number
  readonly wayAt: readonly number[]
  /** Whether no other way round is shorter, for certain. */
  readonly isShortest: boolean
  /** The lines with the edges to cut. */
  readonly cut: readonly number[]
  /** The first of the edges to cut, drawn as a line of its own or not: who chooses it means the circle. */
  readonly opening: EdgeKeys
}

/** A layer of the lineage view, for the ruler beside it. */
export interface RulerLayer {
  /** Where it begins along the way of the data, and how far it goes. */
  readonly x: number
  readonly width: number
  /** How many layers to the right of the focus, negative upstream. */
  readonly layer: number
  /** How many hops away what is in it is, by the shortest way and by the longest that is drawn; 0 where that is not known, as where the focus stands. */
  readonly nearest: number
  readonly furthest: number
  /** Whether all in it is both upstream and downstream. */
  readonly isBothWays: boolean
  /** Things drawn in it, and no stacks; how many of them are outside. */
  readonly drawn: number
  readonly outside: number
  /** Things that stacks in it fold. */
  readonly folded: number
  /** Neighbours that wait beyond it. */
  readonly waiting: number
}

/** Where every thing and every edge of the run is: the parts of each sum up to the whole. */
export interface Tally {
  readonly things: {
    readonly all: number
    readonly drawn: number
    /** Inside a drawn one. */
    readonly folded: number
    /** Left out by a filter, or inside one that is. */
    readonly hidden: number
    /** Not in the neighbourhood or on the paths that are shown; 0 in the Map. */
    readonly beyond: number
  }
  readonly edges: {
    readonly all: number
    /** On lines. */
    readonly drawn: number
    /** Inside one thing. */
    readonly folded: number
    readonly hidden: number
    readonly beyond: number
  }
  /** Named, never declared. */
  readonly missing: number
}

/** What of a picture is on the paths that it shows: 1 for each thing, row and line, and for each card that folds columns on them. */
export interface PathMarks {
  readonly cards: Uint8Array
  readonly rows: Uint8Array
  readonly folds: Uint8Array
  readonly lines: Uint8Array
  /** The things that show where they begin and end. */
  readonly ends: readonly number[]
}

/** Things that somebody has spread out of the stack that folds them. */
export interface SpreadStack {
  readonly key: string
  /** `500 tables`. */
  readonly title: string
  /** Their keys. */
  readonly members: readonly string[]
}

/** A sort of thing, how many of it there are, and whether it is switched off. */
export interface LegendEntry {
  readonly sort: Sort
  readonly count: number
  readonly off: boolean
}

/** Rectangles to be found by place, as plain data: it is made in the worker and read on the page. Empty for none. */
export type PackedIndex = ArrayBuffer

/** What differs from the base run, as columns beside those of things and rows. */
export interface PictureChanges {
  /** By thing, and by row: what it is itself, as an index into NODE_CHANGES (same, added, changed, moved). */
  readonly own: Uint8Array
  readonly ownRows: Uint8Array
  /** By thing: how many resources, it itself, its columns and all inside it, are added, and are changed or moved. */
  readonly added: Uint32Array
  readonly changed: Uint32Array
  /** By thing: how many were inside it and are gone. They are no things of the picture: what stood around them says so. */
  readonly removed: Uint32Array
}

/** All that is drawn, before the window and the theme: plain data that passes from the worker to the page. */
export interface Picture {
  /** Which of all that were drawn it is: by that it is asked about. 0 for one that nobody can be asked about. */
  readonly number: number
  readonly view: 'map' | 'lineage'
  /** The way of the data: to the right, or, in a narrow window, downwards. */
  readonly direction: 'right' | 'down'
  /** Of the Map: containers with fewer things around them than this are open, but for those that were closed or opened by hand. */
  readonly level: number
  /** The level at which the Map opens by itself. */
  readonly opensAt: number
  /** Of the lineage view: how many hops it shows each way. */
  readonly hops: { readonly up: Hops; readonly down: Hops }
  /** How many things a hop more would show, where that is one hop fewer than usual because they are so many; else null. */
  readonly ifMore: number | null
  /** How many things there are, where only the nearest are drawn and more may be asked for; else null. */
  readonly ifAll: number | null
  /** How many things there are, where only the nearest are drawn and no more may be asked for at once; else null. */
  readonly ifMost: number | null
  readonly things: Things
  readonly waffles: Waffles
  readonly rows: CardRows
  readonly lines: Lines
  readonly circles: readonly Circle[]
  /** Null where no two ends of paths are shown. */
  readonly path: PathMarks | null
  /** The stacks that are spread and could be folded again. */
  readonly spread: readonly SpreadStack[]
  /** Where things and lines are found by place; null where each is to be looked at, in a picture that is seen for a moment. */
  readonly indexes: { readonly things: PackedIndex; readonly lines: PackedIndex } | null
  /** The focus of the lineage view, a thing, and the row of it where the focus is a column; -1 where there is none. */
  readonly focus: number
  readonly focusRow: number
  readonly bounds: Rect
  /** The lane of what is outside this run, where there is one. */
  readonly lane: Rect | null
  /** The layers of the lineage view; null in the Map and where boxes cut across them. */
  readonly ruler: readonly RulerLayer[] | null
  readonly legend: readonly LegendEntry[]
  /** Undefined where there is no base run. */
  readonly changes?: PictureChanges
  readonly tally: Tally
  /** What could not be drawn as it was asked, in words for people: a focus that has gone, paths that were too many. */
  readonly notices: readonly string[]
  /** How much room names have, one of several. */
  readonly nameRoom: number
  /** Milliseconds that the layout took. */
  readonly layoutTime: number
}

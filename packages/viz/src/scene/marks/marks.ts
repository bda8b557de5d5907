import type { Colour } from '../../tokens/colours.ts'
import type { Transform } from '../camera/camera.ts'
import type { Lines } from '../picture/picture.ts'

export type Weight = 400 | 500 | 600

/** Rectangles that look alike. All measures of marks are CSS pixels of the window. */
export interface RectsMark {
  readonly kind: 'rects'
  /** Left, top, width and height of each. */
  readonly at: number[]
  readonly radius: number
  readonly fill?: Colour | 'lines45' | undefined
  readonly stroke?: Colour | undefined
  readonly lineWidth?: number | undefined
  readonly dash?: readonly number[] | undefined
  /** Of fill and stroke, from 0 to 1; 1 where it is not said. `hull` and `dim` are the theme's own. */
  readonly alpha?: number | 'hull' | 'dim' | undefined
}

export interface TextMark {
  readonly kind: 'text'
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: Weight
  readonly fill: Colour
  readonly anchor?: 'middle' | 'end' | undefined
  /** The colour of a rim that frees the text from what it crosses. */
  readonly halo?: Colour | undefined
  readonly alpha?: 'dim' | undefined
}

/** A path of the tokens, enlarged and put somewhere: icons and the shapes of severities. */
export interface PathMark {
  readonly kind: 'path'
  readonly d: string
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly fill?: Colour | undefined
  readonly stroke?: Colour | undefined
  /** In the units of the path. */
  readonly lineWidth?: number | undefined
  /** As of rectangles. */
  readonly alpha?: RectsMark['alpha']
}

/** Lines of the picture that look alike, in one go. */
export interface LinesMark {
  readonly kind: 'lines'
  readonly curves: Lines['curves']
  readonly starts: Lines['starts']
  readonly lines: readonly number[]
  readonly transform: Transform
  readonly stroke: Colour
  readonly lineWidth: number
  readonly dash?: readonly number[] | undefined
  /** Of each line of the picture, 1 where its dashes are counted from its end. */
  readonly fromEnd?: Uint8Array | undefined
  /** How much of the colour there is, from 0 to 1; the rest is the ground's. 1 where it is not said. */
  readonly share?: number | undefined
  /** How far before its end each stops, for an arrowhead. */
  readonly shorter: number
}

/** Arrowheads: the tip of each, and the direction that it points to as a unit vector. */
export interface HeadsMark {
  readonly kind: 'heads'
  readonly at: number[]
  readonly fill: Colour
  readonly scale: number
}

/** Discs: the middle of each. */
export interface DotsMark {
  readonly kind: 'dots'
  readonly at: number[]
  readonly radius: number
  readonly fill: Colour
  readonly stroke?: Colour | undefined
  readonly lineWidth?: number | undefined
}

/** What is drawn, in the order in which it is painted; the same for the canvas and for SVG. */
export type Mark = RectsMark | TextMark | PathMark | LinesMark | HeadsMark | DotsMark

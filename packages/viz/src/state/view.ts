/** What is chosen: a thing by its key, or the edge between two. Keys stay from run to run. */
export type Selection =
  | { readonly kind: 'thing'; readonly key: string }
  | { readonly kind: 'edge'; readonly from: string; readonly to: string }

/** The point of the picture that stands in the middle of the window, in the picture's own units, and how much it is enlarged. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly k: number
}

export type Theme = 'system' | 'light' | 'dark'
export type Tab = 'details' | 'findings'

/** All that a link keeps. The page is a function of this and of the run. */
export interface View {
  /** 0 coarse to 2 fine; null is the finest that stays readable. */
  readonly level: 0 | 1 | 2 | null
  readonly selection: Selection | null
  /** Sorts of things that are switched off. */
  readonly off: readonly string[]
  /** Null is where the picture opens. */
  readonly camera: Camera | null
  readonly theme: Theme
  readonly tab: Tab
  /** The fingerprint of the finding that is open. */
  readonly finding: string | null
  /** Severities that the list of findings leaves out. */
  readonly mute: readonly string[]
}

export const FIRST_VIEW: View = {
  level: null,
  selection: null,
  off: [],
  camera: null,
  theme: 'system',
  tab: 'details',
  finding: null,
  mute: [],
}

/** Whether going from one view to the other is a step that "back" should undo: moving the camera and changing the light are not. */
export const isStep = (before: View, after: View): boolean =>
  JSON.stringify({ ...before, camera: null, theme: null }) !==
  JSON.stringify({ ...after, camera: null, theme: null })

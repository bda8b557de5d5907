/** The point of the picture that stands in the middle of the window, in the picture's own units, and how much it is enlarged. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly k: number
}

/** What stands in a place of the picture, by its key and its left upper corner. */
export interface Anchor {
  readonly key: string
  readonly x: number
  readonly y: number
}

/** The camera that a view keeps, and what one looked at under it: a picture may be laid out otherwise, and then the camera goes with that. */
export interface KeptCamera extends Camera {
  readonly by?: Anchor
}

export type Theme = 'system' | 'light' | 'dark'
export type Tab = 'details' | 'findings' | 'impact' | 'changes'

/** A line of the picture by the keys of its ends: things, columns or stacks. */
export interface EdgeKeys {
  readonly from: string
  readonly to: string
}

/** How many hops away things are shown. */
export type Hops = number | 'all'

/** So many are shown where nobody has said how many, and all of them can be read. */
export const USUAL_HOPS = 2

/** More things than this are no picture any more: they are drawn where somebody asks for them. */
const USUAL_THINGS = 2_000
/** So many, with 20,000 lines among them, a page pans and zooms at ease: of twice as many each frame is felt. */
const MOST_THINGS = 5_000

/** How many things a lineage draws at most. */
export const mostThings = (most: Shown['most']): number => (most === 'all' ? MOST_THINGS : USUAL_THINGS)

/** One side of a card, a stack or a closed container that is opened further, by a hop or all the way. */
export interface Expanded {
  readonly key: string
  readonly side: 'up' | 'down'
  readonly far: boolean
}

/** Where one is in the long list of columns of a card: the first that is shown, and what their names must hold. */
export interface ColumnList {
  readonly key: string
  readonly from: number
  readonly find: string
}

/** Two things, and which ways between them are shown. While one end is missing, nothing is. */
export interface PathEnds {
  readonly from: string | null
  readonly to: string | null
  readonly takes: 'shortest' | 'all'
  /** Whether from column to column, as far as lineage is declared so. */
  readonly columns: boolean
}

/** What the picture shows: the part of the view that it is drawn from. */
export interface Shown {
  readonly kind: 'map' | 'lineage'
  /** In the Map, containers with fewer things around them than this are open; null for as many as stay readable. */
  readonly level: number | null
  /** What is open beside that: containers, cards that show all their columns, stacks that are spread. A set. */
  readonly opened: readonly string[]
  /** What is closed although its level is open. A set. */
  readonly closed: readonly string[]
  /** In the lineage view: the thing or the column that it is about. */
  readonly focus: string | null
  /** How many hops each way; null for two, or for one where two are more than can be read. */
  readonly up: Hops | null
  readonly down: Hops | null
  readonly direction: 'both' | 'up' | 'down'
  readonly expanded: readonly Expanded[]
  /** In the lineage view: whether all things are drawn that a picture takes, or the nearest of very many. */
  readonly most: 'usual' | 'all'
  readonly boxes: 'none' | 'schema' | 'database'
  readonly columns: 'traced' | 'all' | 'none'
  readonly lists: readonly ColumnList[]
  /** Two ends; while both are there, the lineage view shows the paths between them. */
  readonly path: PathEnds | null
  /** In the lineage view: the circle, by its key, that alone is shown; null for what is around the focus. */
  readonly circle: string | null
  /** Sorts of things that are switched off. A set. */
  readonly off: readonly string[]
  /** Things that are hidden, with all that is inside. A set. */
  readonly hide: readonly string[]
  /** Severities: where there are any, only what has such a finding is shown. A set. */
  readonly only: readonly string[]
  /** Which way the data goes in the picture: to the right, downwards, or as the window has room. */
  readonly flow: 'auto' | 'right' | 'down'
}

/** All that a link keeps. The page is a function of this and of the run. */
export interface View extends Shown {
  /** What is chosen: things and columns, the last one first in mind; or an edge. */
  readonly selection: readonly string[]
  readonly edge: EdgeKeys | null
  /** Null is where the picture opens. */
  readonly camera: KeptCamera | null
  readonly theme: Theme
  readonly tab: Tab
  /** The fingerprint of the finding that is open. */
  readonly finding: string | null
  /** Severities that the list of findings leaves out. A set. */
  readonly mute: readonly string[]
  /** The only rule whose findings are listed; null for all. */
  readonly rule: string | null
  readonly findingsBy: 'severity' | 'rule' | 'place'
  /** Which side of what is chosen the impact list tells; null for downstream, or for upstream where there is something on that side alone. */
  readonly side: 'up' | 'down' | null
  /** Of what differs from the base run which is listed, and what is left out. A set. */
  readonly changesOf: 'things' | 'edges'
  readonly without: readonly string[]
}

export const FIRST_VIEW: View = {
  kind: 'map',
  level: null,
  opened: [],
  closed: [],
  focus: null,
  up: null,
  down: null,
  direction: 'both',
  expanded: [],
  most: 'usual',
  boxes: 'none',
  columns: 'traced',
  lists: [],
  path: null,
  circle: null,
  off: [],
  hide: [],
  only: [],
  flow: 'auto',
  selection: [],
  edge: null,
  camera: null,
  theme: 'system',
  tab: 'details',
  finding: null,
  mute: [],
  rule: null,
  findingsBy: 'severity',
  side: null,
  changesOf: 'things',
  without: [],
}

/** A circle is called by the first of its things. */
export const circleWith = (thing: string): string => `circle:${thing}`
export const thingOfCircle = (circle: string): string => circle.slice('circle:'.length)
/** So is a stack: that of what stands for itself is its own. */
export const firstInStack = (key: string): string => key.replace(/^stack:(fan|circle):/, '')
export const isStack = (key: string): boolean => firstInStack(key) !== key

/** What the picture is drawn from. */
export const shownOf = (view: View): Shown => ({
  kind: view.kind,
  level: view.level,
  opened: view.opened,
  closed: view.closed,
  focus: view.focus,
  up: view.up,
  down: view.down,
  direction: view.direction,
  expanded: view.expanded,
  most: view.most,
  boxes: view.boxes,
  columns: view.columns,
  lists: view.lists,
  path: view.path,
  circle: view.circle,
  off: view.off,
  hide: view.hide,
  only: view.only,
  flow: view.flow,
})

/** Whether both ends of a path are there. */
export const isWholePath = (path: PathEnds | null): path is PathEnds & { from: string; to: string } =>
  path !== null && path.from !== null && path.to !== null

/** Whether hops say how much is shown: not in the Map, nor while a circle alone is shown or a path, which its two ends bound. */
export const countsHops = ({ kind, circle, path }: Pick<Shown, 'kind' | 'path' | 'circle'>): boolean =>
  kind === 'lineage' && circle === null && !isWholePath(path)

/** Whether going from one view to the other is a step that "back" should undo: moving the camera or a list and changing the light are not. */
export const isStep = (before: View, after: View): boolean =>
  JSON.stringify({ ...before, camera: null, theme: null, lists: [] }) !==
  JSON.stringify({ ...after, camera: null, theme: null, lists: [] })

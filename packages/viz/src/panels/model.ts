import type { ReadonlySignal, Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Size } from '../scene/camera/camera.ts'
import type { Light } from '../scene/marks/light-up.ts'
import type { Met } from '../scene/meet.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { CircleMarks } from '../scene/lighting.ts'
import type { Direction } from '../scene/walk.ts'
import type { GivenRun } from '../source/run-input.ts'
import type { Facts } from '../state/actions.ts'
import type { Gesture, Target } from '../state/gestures.ts'
import type { Camera, Tab, View } from '../state/view.ts'
import type { Client } from '../worker/client.ts'
import type { EdgeDetails, ThingDetails } from '../worker/answers/details.ts'
import type { PictureWish } from '../worker/pictures/picture-wish.ts'
import type { Progress, RunFacts } from '../worker/answers/run-facts.ts'

/** What the page is about right now. */
export type Stage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly progress: Progress | null }
  | {
      readonly kind: 'broken'
      readonly what: string
      readonly help: string
      /** What was read all the same: its findings say what is wrong. Null where nothing was. */
      readonly findings: OpenedRun | null
    }
  | { readonly kind: 'ready' }

export interface OpenedRun {
  readonly facts: RunFacts
  readonly name: string
  /** One more for each reading: what was asked of an older one is to be asked again. */
  readonly version: number
}

/** Whether the page follows the run's files: it does, it has lost the server, or nobody serves them. */
export type Following = 'live' | 'lost' | 'none'

/** In the window on the picture, CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What the panels show and what they can do. They read signals and call; they hold no state of the run themselves. */
export interface Model {
  readonly stage: ReadonlySignal<Stage>
  readonly run: ReadonlySignal<OpenedRun | null>
  readonly view: ReadonlySignal<View>
  readonly wish: ReadonlySignal<PictureWish>
  readonly picture: ReadonlySignal<Prepared | null>
  /** How many lines are drawn: fewer than the picture has where those between two cards are one. */
  readonly linesDrawn: ReadonlySignal<number>
  /** The picture as it is drawn at this moment: on its way, where a new layout has moved things. */
  readonly moving: ReadonlySignal<Prepared | null>
  /** Whether another picture is wished for than the one that is seen. */
  readonly isComing: ReadonlySignal<boolean>
  /** The columns of the tables of the Map that are so near that they are drawn, by key. */
  readonly columns: ReadonlySignal<ReadonlyMap<string, readonly string[]>>
  /** Where the camera is at this moment; the view has it when it comes to rest. */
  readonly camera: Signal<Camera>
  /** Whether the camera goes somewhere by itself. */
  readonly flies: Signal<boolean>
  /** Of the window on the picture. */
  readonly size: Signal<Size>
  /** Where the pointer is on the picture; null where it is not, and where somebody goes by keys since it has moved. */
  readonly pointer: Signal<Point | null>
  /** What is under the pointer. */
  readonly hovered: Signal<Met>
  /** The cards that show what is chosen. */
  readonly chosen: ReadonlySignal<ReadonlySet<number>>
  /** The rows that are chosen themselves. */
  readonly chosenRows: ReadonlySignal<ReadonlySet<number>>
  /** What is lit by what is chosen. */
  readonly locked: ReadonlySignal<Light | null>
  /** What is lit: by what is chosen, or else by what the pointer is on. */
  readonly light: ReadonlySignal<Light | null>
  /** The keys of what one of several ways passes, while that is pointed at or chosen; else null. */
  readonly way: Signal<readonly string[] | null>
  /** What draws a lit circle; null until it is loaded. */
  readonly circleMarks: ReadonlySignal<CircleMarks | null>
  /** Null for what is not there, undefined until it is told. */
  readonly details: ReadonlySignal<ThingDetails | EdgeDetails | null | undefined>
  readonly following: ReadonlySignal<Following>
  /** What of a link or of a wish could not be done; empty for nothing. */
  readonly notice: Signal<string>
  /** What a screen reader is told. */
  readonly said: Signal<string>
  readonly isDark: ReadonlySignal<boolean>
  /** Whether the page is so narrow that the data goes downwards and panels are sheets. */
  readonly isNarrow: ReadonlySignal<boolean>
  readonly outlineOpen: Signal<boolean>
  readonly sideOpen: Signal<boolean>
  /** How wide the panels are and how high the sheet of a narrow page, in CSS pixels. */
  readonly outlineWidth: Signal<number>
  readonly sideWidth: Signal<number>
  readonly sheetHeight: Signal<number>
  /** Makes the panel as wide as a tab needs, unless somebody has set its width. */
  fitSide(tab: Tab): void
  /** On a narrow page, where they take room: whether the filters and the search field are there. */
  readonly filtersOpen: Signal<boolean>
  readonly searchOpen: Signal<boolean>
  readonly keysOpen: Signal<boolean>
  /** What can be done with something, where somebody asked for it; null while nobody does. */
  readonly menu: Signal<{ readonly target: Target; readonly x: number; readonly y: number } | null>
  readonly ask: Client['ask']
  change(part: Partial<View>): void
  /** Changes the view by what somebody does. */
  act(action: (view: View, facts: Facts) => View): void
  /** Does what a gesture on a thing, or on nothing, means. */
  gesture(made: Gesture, target: Target | null): void
  /** Selects what a line of the picture stands for. */
  /** @param isTrunk whether it stands for all between its cards. */
  chooseLine(line: number, isTrunk: boolean): void
  /** Keeps a thing where it is while the next picture takes the place of this one. */
  hold(key: string): void
  /** Selects a thing and moves the camera so that it can be seen: one step, with what the side shows of it. */
  show(key: string, beside?: Partial<Pick<View, 'tab' | 'finding'>>): void
  walk(direction: Direction): void
  fit(): void
  /** Brings what the lineage view is about into the middle. */
  home(): void
  zoomBy(factor: number): void
  moveTo(camera: Camera, smoothly?: boolean): void
  /** The picture hands over how its camera is moved. */
  takeLever(
    lever: { moveTo(camera: Camera, smoothly?: boolean): void; scaleBy(factor: number): void } | null,
  ): void
  /** Shows the lists of the details to their end. */
  showAllRows(): void
  /** Reads a run that has nothing to do with the one that is seen: it is looked at from its own beginning. */
  openAnother(given: GivenRun | Promise<GivenRun>): Promise<void>
  /** Says on the page itself that nothing can be shown, and why. */
  fail(what: string, help: string): void
  cancel(): void
}

const ModelContext = createContext<Model | null>(null)
export const ModelProvider = ModelContext.Provider

export function useModel(): Model {
  const model = useContext(ModelContext)
  if (!model) throw new Error('a panel stands outside of the app')
  return model
}

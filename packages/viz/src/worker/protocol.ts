import type { CheckPlan } from '@lineagraph/core'
import type { LitReach } from '../scene/marks/light-up.ts'
import type { PathMarks, Picture } from '../scene/picture/picture.ts'
import type { BaseRun, RunInput } from '../source/run-input.ts'
import type { View } from '../state/view.ts'
import type { ChangeRow, ChangesWish } from './answers/change-row.ts'
import type { CircleRow } from './answers/circle-rows.ts'
import type { EdgeDetails, ThingDetails } from './answers/details.ts'
import type { FindingDetails, Findings, FindingsWish } from './answers/findings.ts'
import type { Impact, ImpactFormat } from './answers/impact.ts'
import type { ImpactWish } from './answers/impact-rows.ts'
import type { LitWish } from './answers/lit-reach.ts'
import type { Slice } from './names/named.ts'
import type { Outline, OutlineWish } from './answers/outline.ts'
import type { Paths } from './answers/path-rows.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import type { Progress, RunFacts } from './answers/run-facts.ts'
import type { Hits } from './answers/searcher.ts'

/** What the page may ask of the worker. Everything that passes is plain data. */
export interface Questions {
  /** @param plan how it is checked; by the recommended rules alone where there is none. @param base what it is compared with. */
  open(inputs: readonly RunInput[], plan?: CheckPlan, base?: BaseRun): RunFacts
  /** Null where a newer picture was wished for meanwhile. */
  draw(wish: PictureWish): Picture | null
  /** Draws a container of the Map open with what is inside it, by itself; null where that would be a lot. */
  drawInside(key: string, wish: PictureWish): Picture | null
  /** Draws what may be wished for next, out of the picture that is seen now. Null where something else was asked for meanwhile. */
  foresee(wish: PictureWish): Picture | null
  /** Tells that a picture that was drawn ahead is seen. False where it is no longer known: then it is to be drawn. */
  see(wish: PictureWish): boolean
  /** What is upstream and downstream in the run, and what a picture, by its number, shows of that. Null where it is no longer known, or has nothing of it. */
  lit(picture: number, wish: LitWish): LitReach | null
  /** What of a picture is on one of its paths. @param way the keys of what it passes. */
  litWay(picture: number, way: readonly string[]): PathMarks | null
  /** What stands for a thing, or for what is inside it, by the keys of what is drawn. */
  locate(key: string, wish: PictureWish): readonly string[]
  /** The containers around a thing, from the outside in: what must be open for the Map to show it. */
  around(key: string): readonly string[]
  /** The view without what the run does not have. @param level at which the Map was open, where a newer run is to keep it: said where this one opens at another. */
  settle(view: View, level?: number): View
  /** Ways between two things, the shortest or all, from column to column or from thing to thing, through nothing that the view hides. */
  paths(from: string, to: string, wish: PictureWish, most: number): Paths
  /** The names of the columns of some things, as many of each: those with lineage first. */
  columnsOf(keys: readonly string[], most: number): readonly (readonly string[])[]
  circles(from: number, count: number): Slice<CircleRow>
  outline(wish: OutlineWish): Outline
  /** What must be open for a thing to be seen in the outline. */
  wayTo(key: string): readonly string[]
  /** What is open at first: as far down as the picture goes, if that is not too much. */
  openAtFirst(wish: PictureWish): readonly string[]
  describe(key: string, most: number): ThingDetails | null
  describeEdge(from: string, to: string, wish: PictureWish, most: number): EdgeDetails | null
  findings(wish: FindingsWish): Findings
  finding(fingerprint: string): FindingDetails | null
  search(text: string, from: number, count: number): Hits
  /** In what the run differs from its base, what may hurt first; nothing where there is no base. */
  changes(wish: ChangesWish): Slice<ChangeRow>
  /** Null for what this run does not have and the picture does not draw. */
  impact(wish: ImpactWish, from: number, count: number): Impact | null
  /** All rows of it as text, in pieces. */
  impactText(wish: ImpactWish, format: ImpactFormat): readonly string[]
}

export type Question = keyof Questions

/** What answers the page's questions, each at once or later. */
export type Answers = {
  readonly [Q in Question]: (
    ...args: Parameters<Questions[Q]>
  ) => ReturnType<Questions[Q]> | Promise<ReturnType<Questions[Q]>>
}

export interface Asked {
  readonly id: number
  readonly question: Question
  readonly args: readonly unknown[]
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly progress: Progress }

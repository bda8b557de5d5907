import type { CheckPlan } from '@lineagraph/core'

/** A run before it is read. */
export interface GivenRun extends BaseRun {
  /** What it is compared with. */
  readonly base?: BaseRun
}

/** A run that another is compared with, before it is read. */
export interface BaseRun {
  /** What to call it. */
  readonly name: string
  /** With the catalogs beside it. */
  readonly inputs: readonly RunInput[]
  /** How it is checked, where somebody has said so. */
  readonly plan?: CheckPlan
}

/** A file of a folded run, see `folded/section.ts`. */
export interface FoldedFile {
  /** Of the whole run, each compressed: the same array for all files of it. */
  readonly sections: readonly Blob[]
  /** Which one it is, from 0. */
  readonly file: number
}

/** A file of a run before it is read. */
export interface RunInput {
  readonly name: string
  readonly blob: Blob | FoldedFile
  /** It holds tables that the workspace has already, and is no part of the run. */
  readonly isCatalog?: boolean
  /** What a program printed: text between its declarations is no finding. */
  readonly printed?: boolean
}

/** A file that somebody gives to the page. */
export type FileInput = RunInput & { readonly blob: Blob }

import type { DiffSummary, Summary } from '@lineagraph/core'
import type { Sort } from '../../tokens/looks.ts'

export type Step = 'unpack' | 'read' | 'resolve' | 'check' | 'lay out'

/** How far opening a run has come. */
export interface Progress {
  readonly step: Step
  readonly files: readonly {
    /** Which of them it is: its name may be that of several. */
    readonly id: number
    readonly name: string
    readonly size: number
    readonly bytes: number
    readonly lines: number
  }[]
  readonly lineage: number
  /** What was declared so far, in the order of the legend. */
  readonly sorts: readonly { readonly sort: Sort; readonly count: number }[]
}

export interface RunFacts {
  readonly files: readonly { readonly name: string; readonly lines: number }[]
  readonly summary: Summary
  /** How many lines could not be read, and so declare nothing. */
  readonly unread: number
  /** Nothing in the files declares anything. */
  readonly isEmpty: boolean
  /** Milliseconds that checking took. */
  readonly checkTime: number
  /** What differs from the base run, in numbers; undefined where there is none. */
  readonly diff?: {
    readonly base: string
    readonly summary: DiffSummary
    /** How many resources differ, each once: what is moved counts as changed. */
    readonly counts: Readonly<Record<Changed, number>>
  }
}

export type Changed = 'removed' | 'changed' | 'added'

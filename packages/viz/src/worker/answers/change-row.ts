import type { Impact as Impacted } from '@lineagraph/core'
import type { Named, Place } from '../names/named.ts'
import type { Changed } from './run-facts.ts'

export interface ChangesWish {
  /** Which changes are listed. */
  readonly of: readonly Changed[]
  readonly what: 'things' | 'edges'
  /** The keys of the rows that are not as they are at first: closed, or open. */
  readonly turned: readonly string[]
  readonly from: number
  readonly count: number
}

/** A row of the list of changes: what differs itself, or what such things are in, which counts them. */
interface AnyChangeRow {
  readonly key: string
  /** From 0. */
  readonly depth: number
  /** Null for what nothing is listed below. */
  readonly isOpen: boolean | null
  /** How it differs; null for what does not differ itself. */
  readonly change: Changed | null
  /** How many differ below it, of those that are listed. */
  readonly counts: Readonly<Record<Changed, number>>
}

/** A resource in which a run differs from its base, or that is around some. What came or went inside another is counted there. */
export interface ChangedThing extends AnyChangeRow, Named {
  readonly kind: 'thing'
  readonly place: string
  /** How many came or went with it. */
  readonly inside: number
  /** The other id of what looks renamed, or nothing. */
  readonly renamed: string
  /** What it says now, and what it said; a parent too. Cut to what a panel can show. */
  readonly fields: readonly { readonly name: string; readonly base: string; readonly head: string }[]
  /** What stands downstream of what is removed or changed. Null where nobody can say. */
  readonly impact: Omit<Impacted, 'examples'> | null
  /** The key of what the picture shows of it: of what is removed what stands around it. Null for nothing. */
  readonly shownAs: string | null
}

/** An edge that came or went, or the two containers between which some did. */
export interface ChangedEdge extends AnyChangeRow {
  readonly kind: 'edge'
  readonly from: Named
  readonly to: Named
  /** Where it is declared, in the run that has it. */
  readonly declared: Place | null
  /** Whether it is one and the same edge, if what looks renamed is. */
  readonly isRenamed: boolean
  /** Whether this run has both ends. */
  readonly stands: boolean
}

export type ChangeRow = ChangedThing | ChangedEdge

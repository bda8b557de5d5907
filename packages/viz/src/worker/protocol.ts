import type { CheckPlan, DiffSummary, Impact as Impacted, Severity, Summary } from '@lineagraph/core'
import type { BaseRun, RunInput } from '../source/run-input.ts'
import type { Picture } from '../scene/picture.ts'
import type { Shown, View } from '../state/view.ts'
import type { Sort } from '../tokens/looks.ts'

/** A thing as a panel names it. */
export interface Named {
  readonly key: string
  readonly name: string
  readonly sort: Sort
  /** Of a column the table that it is in. */
  readonly within?: string
}

/** A part of a list: its rows from `from` on, and how many there are in all. */
export interface Slice<Row> {
  readonly rows: readonly Row[]
  readonly from: number
  readonly total: number
}

/** Which picture is wanted: what the view shows, and whether the window is so narrow that the data goes downwards. */
export interface PictureWish extends Shown {
  readonly isNarrow: boolean
}

export type Step = 'read' | 'resolve' | 'check' | 'lay out'

/** How far opening a run has come. */
export interface Progress {
  readonly step: Step
  readonly files: readonly {
    readonly name: string
    readonly size: number
    readonly bytes: number
    readonly lines: number
  }[]
  readonly resources: number
  readonly lineage: number
}

export interface RunFacts {
  readonly files: readonly { readonly name: string; readonly lines: number }[]
  readonly summary: Summary
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

export interface ChangesWish {
  /** Which changes are listed. */
  readonly of: readonly Changed[]
  readonly from: number
  readonly count: number
}

/** A resource in which a run differs from its base. What came or went inside another is counted there. */
export interface ChangeRow extends Named {
  readonly change: Changed
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

export interface OutlineRow extends Named {
  /** From 0. */
  readonly depth: number
  readonly isOpen: boolean
  /** How many there are inside, directly. */
  readonly children: number
  /** What to write beside the name: of a database its tables, else what is directly inside. */
  readonly count: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Its number among its siblings, from 1, and how many they are. */
  readonly position: number
  readonly siblings: number
}

export interface OutlineWish {
  readonly open: readonly string[]
  readonly from: number
  readonly count: number
  /** The thing whose row is looked for. */
  readonly focus: string | null
}

export interface Outline extends Slice<OutlineRow> {
  /** The row of the focus, or -1. */
  readonly focus: number
}

export interface Place {
  readonly file: string
  readonly line: number
}

export interface Neighbor extends Named {
  /** How many edges. */
  readonly count: number
}

export interface ThingDetails extends Named {
  readonly kind: 'thing'
  /** From the outside in. */
  readonly around: readonly Named[]
  /** Every field that is declared, and of what is not declared the parts of its identifier. */
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly declared: (Place & { readonly text: string }) | null
  readonly inside: Slice<Named>
  readonly feedsIt: Slice<Neighbor>
  readonly itFeeds: Slice<Neighbor>
  readonly findings: Slice<FindingRow>
}

/** A query that gives lineage, in pieces that together are its SQL. */
export interface QueryDetails extends Place {
  readonly pieces: readonly {
    /** Where it begins in the SQL. */
    readonly at: number
    readonly text: string
    /** Whether it is a table that the query reads: the one that the line begins at, or another. */
    readonly read: 'here' | 'elsewhere' | null
  }[]
}

export interface EdgeDetails {
  readonly kind: 'edge'
  readonly from: Named
  readonly to: Named
  /** The edges of the run that the line stands for. */
  readonly edges: Slice<{ readonly from: Named; readonly to: Named; readonly places: readonly Place[] }>
  /** The first line that declares one. */
  readonly declared: (Place & { readonly text: string }) | null
  /** The first query that gives one. */
  readonly query: QueryDetails | null
}

/** Ways from one thing to another. */
export interface Paths {
  /** The shortest first, each from its start to its end. */
  readonly ways: readonly (readonly Named[])[]
  /** Whether these are all that pass nothing twice. */
  readonly isAll: boolean
  /** Whether there is one the other way round. */
  readonly isThereBack: boolean
}

/** A circle in which lineage runs. */
export interface CircleRow {
  readonly key: string
  /** How many things are in it. */
  readonly size: number
  /** A short way round, from its first thing. */
  readonly way: readonly Named[]
  readonly isShortest: boolean
  /** The edges without which no circle is left. */
  readonly cut: readonly { readonly from: Named; readonly to: Named; readonly places: readonly Place[] }[]
}

export interface FindingRow {
  readonly fingerprint: string
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly place: Place | null
  /** How many places it has. */
  readonly count: number
}

/** A line and what is marked in it, cut to what a panel can show. */
export interface Frame {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly label: string
  /** Empty text where the file has changed since it was read. */
  readonly before: string
  readonly marked: string
  readonly after: string
  readonly isGone: boolean
}

export interface FindingDetails extends FindingRow {
  readonly help: string
  readonly frames: readonly Frame[]
  readonly things: readonly Named[]
  /** The circle of lineage that it is about, by its key; null for anything else. */
  readonly circle: string | null
  /** Where lineage runs in a circle: a way round, and the edges that open it, which need not lie on it. */
  readonly wayRound: {
    readonly size: number
    readonly way: readonly CircleEdge[]
    readonly cut: readonly CircleEdge[]
  } | null
}

export interface CircleEdge {
  readonly from: Named
  readonly to: Named
  readonly place: Place | null
}

export interface FindingsWish {
  readonly mute: readonly string[]
  /** The only rule that is wanted; null for all. */
  readonly rule: string | null
  readonly by: 'severity' | 'rule' | 'place'
  readonly from: number
  readonly count: number
  /** The fingerprint whose row is looked for. */
  readonly focus: string | null
}

export interface Findings extends Slice<FindingRow> {
  /** The row of the focus, or -1. */
  readonly focus: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** The rules that have found anything, by name, with how many findings. */
  readonly rules: readonly { readonly rule: string; readonly count: number }[]
  /** The findings before and after the focus in this list, if they are there. */
  readonly before: string | null
  readonly after: string | null
}

export interface Hit extends Named {
  readonly place: string
  readonly id: string
}

/** What was found for a text. */
export interface Hits extends Slice<Hit> {
  /** Whether the text was taken for a selector, not for a name. */
  readonly isSelector: boolean
  /** Why nothing was found, where there is more to say than that. */
  readonly said: string
}

/** Everything that a thing hangs on, or that hangs on it. */
export interface ImpactWish {
  readonly key: string
  readonly side: 'up' | 'down'
  /** What names, places and sorts must hold. */
  readonly find: string
  readonly by: 'hop' | 'name' | 'sort'
  readonly isTurned: boolean
}

export interface ImpactRow extends Named {
  readonly id: string
  readonly place: string
  /** How far away, from 1. */
  readonly hop: number
  /** A shortest way there, in the direction of the data, both ends included: in between no more than a few. */
  readonly path: readonly string[]
}

export interface Impact extends Slice<ImpactRow> {
  /** What it is about. */
  readonly of: Named
  /** How many there are each way, before the filter. */
  readonly upstream: number
  readonly downstream: number
}

export type ImpactFormat = 'csv' | 'json'

/** What the page may ask of the worker. Everything that passes is plain data. */
export interface Questions {
  /** @param plan how it is checked; by the recommended rules alone where there is none. @param base what it is compared with. */
  open(inputs: readonly RunInput[], plan?: CheckPlan, base?: BaseRun): RunFacts
  /** Null where a newer picture was wished for meanwhile. */
  draw(wish: PictureWish): Picture | null
  /** Draws what may be wished for next, out of the picture that is seen now. Null where something else was asked for meanwhile. */
  foresee(wish: PictureWish): Picture | null
  /** Tells that a picture that was drawn ahead is seen. False where it is no longer known: then it is to be drawn. */
  see(wish: PictureWish): boolean
  /** What stands for a thing, or for what is inside it, by the keys of what is drawn. */
  locate(key: string, wish: PictureWish): readonly string[]
  /** The containers around a thing, from the outside in: what must be open for the Map to show it. */
  around(key: string): readonly string[]
  /** The view without what the run does not have. */
  settle(view: View): View
  /** Ways between two things, from column to column or from thing to thing, through nothing that the view hides. */
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
  /** Null for what this run does not have. */
  impact(wish: ImpactWish, from: number, count: number): Impact | null
  /** All rows of it as text, in pieces. */
  impactText(wish: ImpactWish, format: ImpactFormat): readonly string[]
}

export type Question = keyof Questions

export interface Asked {
  readonly id: number
  readonly question: Question
  readonly args: readonly unknown[]
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly progress: Progress }

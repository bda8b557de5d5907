import type { Finding, Report } from '../check/finding.ts'
import type { LineageGraph, NodeIdentifier } from '../graph/lineage-graph.ts'
import type { Resource, ResourceField } from '../model/resource.ts'
import { contentOf, differingFields } from '../read/content.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { EdgeChanges } from './compare-edges.ts'
import type { FindingChanges } from './compare-findings.ts'
import { parentIdOf, type ResourceChanges } from './compare-resources.ts'
import type { Renames } from './find-renames.ts'
import type { Impact, Impacts } from './impact.ts'
import type { MatchedNodes } from './match-nodes.ts'

/** How many there are of each change, and what they reach together. */
export interface DiffSummary {
  /** Nothing differs. */
  readonly same: boolean
  readonly resources: {
    readonly added: number
    readonly removed: number
    readonly changed: number
    readonly moved: number
    /** Of the removed ones, those that look like an added one with another id. */
    readonly renamed: number
  }
  readonly edges: {
    readonly added: number
    readonly removed: number
    /** Of the removed ones, those that an added one stands for, between ends that look renamed. */
    readonly renamed: number
  }
  readonly findings: { readonly new: number; readonly fixed: number }
  /** What stands and is downstream of anything that was removed, changed or moved. */
  readonly impact: Omit<Impact, 'examples'>
}

/** A resource that is declared in one of the two runs, or in both. */
export interface DiffResource {
  readonly id: string
  readonly type: string
  readonly title: string
}

/** A change by which something downstream may suffer. */
export interface Reaching {
  /** Null where counting it for each of so many changes would take too long: `summary.impact` counts all together. */
  readonly impact: Impact | null
}

export interface AddedResource extends DiffResource {
  /** It looks like a removed one with another id: this. */
  readonly renamedFrom?: string
}

export interface RemovedResource extends DiffResource, Reaching {
  /** It looks as if it had another id now: this. */
  readonly renamedTo?: string
}

/** A field in which two declarations of one resource differ; null is unset. */
export interface FieldChange {
  readonly field: ResourceField
  readonly base: unknown
  readonly head: unknown
}

export interface ChangedResource extends DiffResource, Reaching {
  /** In the order of the wire, the parent aside. Undefined where a file has changed since it was read. */
  readonly fields?: readonly FieldChange[]
}

export interface MovedResource extends DiffResource, Reaching {
  /** The ids of its parents; null for none. */
  readonly base: string | null
  readonly head: string | null
}

/** A suggestion: two resources that agree in all but the id, and what is inside them. */
export interface RenamedResource extends DiffResource {
  /** The new id; `id` is the old one. */
  readonly to: string
  /** How many resources inside it are renamed with it. */
  readonly inside: number
}

/** An edge that one of the two runs has: its ends as lineage names them most fully. */
export interface DiffEdge {
  readonly from: NodeIdentifier
  readonly to: NodeIdentifier
  /** It is one and the same edge, where the suggested renames are such. */
  readonly renamed: boolean
}

/** An edge that is gone, and what is downstream of it. */
export interface RemovedEdge extends DiffEdge, Reaching {}

interface Parts {
  readonly matched: MatchedNodes
  readonly resources: ResourceChanges
  readonly renames: Renames
  readonly edges: EdgeChanges
  readonly findings: FindingChanges
  readonly inBase: Impacts
  readonly inHead: Impacts
  readonly summary: DiffSummary
}

/**
 * What differs between two runs, as columns of nodes and edges. What is said of each is made when it is asked for, one at a time, by
 * reading its line again: a run can have a million.
 * @example
 * ```ts
 * const diff: RunDiff = compareRuns(report, report)
 * for (const { id, fields } of diff.changed()) console.log(id, fields)
 * for (const { id, to, inside } of diff.renamed()) console.log(`${id} is ${to} now, with ${inside} inside`)
 * ```
 */
export class RunDiff {
  readonly summary: DiffSummary
  readonly #parts: Parts

  constructor(
    readonly base: Report,
    readonly head: Report,
    parts: Parts,
  ) {
    this.summary = parts.summary
    this.#parts = parts
  }

  /** Nodes and edges, by their numbers in the two graphs. */
  get columns(): Pick<Parts, 'matched' | 'resources' | 'renames' | 'edges'> {
    return this.#parts
  }

  /** Resources that the base does not declare, in the order of the head. */
  *added(): Generator<AddedResource> {
    const { resources, renames } = this.#parts
    for (const node of resources.added) {
      const from = renames.fromOf[node]!
      yield {
        ...resourceIn(this.head.graph, node),
        ...(from >= 0 && { renamedFrom: this.base.graph.idOf(from) }),
      }
    }
  }

  /**
   * Resources that the head no longer declares, in the order of the base.
   * @param nodes only some of them, for a list of which a part is seen.
   */
  *removed(nodes = this.#parts.resources.removed): Generator<RemovedResource> {
    const { renames, inBase } = this.#parts
    const impactOf = inBase.each()
    for (const node of nodes) {
      const to = renames.toOf[node]!
      yield {
        ...resourceIn(this.base.graph, node),
        ...(to >= 0 && { renamedTo: this.head.graph.idOf(to) }),
        impact: impactOf([node]),
      }
    }
  }

  /**
   * Resources that say something else, in the order of the head; a parent alone is no change here, but a move.
   * @param nodes only some of them.
   */
  *changed(nodes = this.#parts.resources.changed): Generator<ChangedResource> {
    const impactOf = this.#parts.inHead.each()
    for (const node of nodes) {
      const fields = this.#fieldsOf(node)
      yield {
        ...resourceIn(this.head.graph, node),
        ...(fields && { fields }),
        impact: impactOf([node]),
      }
    }
  }

  /**
   * Resources below another parent, in the order of the head.
   * @param nodes only some of them.
   */
  *moved(nodes = this.#parts.resources.moved): Generator<MovedResource> {
    const { matched, inHead } = this.#parts
    const impactOf = inHead.each()
    for (const node of nodes)
      yield {
        ...resourceIn(this.head.graph, node),
        base: parentIdOf(this.base.graph, matched.baseOf[node]!) ?? null,
        head: parentIdOf(this.head.graph, node) ?? null,
        impact: impactOf([node]),
      }
  }

  /** What looks renamed, the outermost resources alone, in the order of the base. */
  *renamed(): Generator<RenamedResource> {
    for (const { from, to, inside } of this.#parts.renames.roots)
      yield { ...resourceIn(this.base.graph, from), to: this.head.graph.idOf(to), inside }
  }

  /** Edges that the base has not, in the order of the head. */
  *addedEdges(): Generator<DiffEdge> {
    const { added, isAddedByRename } = this.#parts.edges
    for (const edge of added) yield edgeIn(this.head.graph, edge, isAddedByRename)
  }

  /** Edges that the head no longer has, in the order of the base, with what is downstream of each. */
  *removedEdges(): Generator<RemovedEdge> {
    const { removed, isRemovedByRename } = this.#parts.edges
    const { graph } = this.base
    const impactOf = this.#parts.inBase.each()
    for (const edge of removed)
      yield {
        ...edgeIn(graph, edge, isRemovedByRename),
        impact: impactOf([], [graph.toOf(edge)]),
      }
  }

  /** Findings that the base has not, in the order of a report. */
  newFindings(): Iterable<Finding> {
    return this.#parts.findings.fresh
  }

  /** Findings that the head no longer has. */
  fixedFindings(): Iterable<Finding> {
    return this.#parts.findings.fixed
  }

  #fieldsOf(node: NodeIndex): FieldChange[] | undefined {
    const before = resourceAt(this.base.graph, this.#parts.matched.baseOf[node]!)
    const after = resourceAt(this.head.graph, node)
    if (before === undefined || after === undefined) return undefined
    return differingFields(before, after)
      .filter((field) => field !== PARENT)
      .map((field) => ({
        field,
        base: contentOf(before, field) ?? null,
        head: contentOf(after, field) ?? null,
      }))
  }
}

const PARENT = 'parent_databuilder_id' satisfies ResourceField

const resourceAt = (graph: LineageGraph, node: NodeIndex): Resource | undefined =>
  graph.run.resourceAt(graph.resourceOf(node))

const resourceIn = (graph: LineageGraph, node: NodeIndex): DiffResource => ({
  id: graph.idOf(node),
  type: graph.typeOf(node),
  title: graph.titleOf(node),
})

const edgeIn = (graph: LineageGraph, edge: number, isByRename: Uint8Array): DiffEdge => ({
  from: graph.identifierOf(graph.fromOf(edge)),
  to: graph.identifierOf(graph.toOf(edge)),
  renamed: isByRename[edge] === 1,
})

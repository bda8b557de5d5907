import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NearestIndex } from '../graph/nearest.ts'
import type { Texts } from '../graph/text-units.ts'
import type { Problem, ProblemKind } from '../read/problem.ts'
import type { ResourceField } from '../model/resource.ts'
import { DeclaredEdges } from './declared-edges.ts'
import { SUGGESTION_EFFORT } from './effort.ts'
import { Repeats } from './repeats.ts'
import { UnknownFields } from './unknown-fields.ts'

type ProblemOf<Kind extends ProblemKind> = Extract<Problem, { kind: Kind }>

/** From how many missing ids on another thread looks for what they were meant to be. */
const WORTH_A_THREAD = 2000
/** So many missing ids are looked up one by one, where that is quick: a page shows a few of very many. */
const ASKED_ALONE = 200

/** What rules look at: the graph, and what is worth working out once for several of them, when the first one asks. */
export class Evidence {
  #declaredEdges: DeclaredEdges | undefined
  #repeats: Repeats | undefined
  #nearestIds: ReadonlyMap<string, string> | undefined
  #nearestIndex: NearestIndex | undefined
  #askedAlone = 0
  #awaitedIds: (() => ReadonlyMap<string, string> | undefined) | undefined
  #unknownFields: UnknownFields | undefined
  #refusedFields: ReadonlyMap<string, ReadonlySet<ResourceField>> | undefined

  constructor(readonly graph: LineageGraph) {}

  /** The declared lines, by their ends as declared. */
  get declaredEdges(): DeclaredEdges {
    return (this.#declaredEdges ??= new DeclaredEdges(this.graph))
  }

  /** The ids that are declared more than once. */
  get repeats(): Repeats {
    return (this.#repeats ??= new Repeats(this.graph))
  }

  /** What reading found of one kind, in the order of files and lines. */
  *problems<Kind extends ProblemKind>(kind: Kind): Generator<ProblemOf<Kind>> {
    for (const problem of this.graph.run.problems) if (isOfKind(problem, kind)) yield problem
  }

  /** Says that `nearestId` will be asked: where very many ids are missing, another thread looks for what they were meant to be. */
  expectNearestIds(): void {
    const { run, resolution } = this.graph
    const { nodes } = resolution
    if (this.#awaitedIds || !run.findNearestElsewhere || nodes.missingCount < WORTH_A_THREAD) return
    this.#awaitedIds = run.findNearestElsewhere({
      strings: run.strings.parts(),
      asked: new Int32Array(nodes.missing().map((node) => nodes.nameOf(node))),
      known: nodes.idsOfResources(),
      effort: SUGGESTION_EFFORT,
    })
  }

  /**
   * The declared id that a missing one was most likely meant to be. All are looked for when more than a few are asked for, or one that is not
   * found at once: how far it is looked for hangs on how many there are.
   */
  nearestId(missing: string): string | undefined {
    this.#nearestIds ??= this.#awaitedIds?.()
    if (this.#nearestIds) return this.#nearestIds.get(missing)
    this.#nearestIndex ??= new NearestIndex(declaredIds(this.graph))
    const near = this.#askedAlone++ < ASKED_ALONE ? this.#nearestIndex.nearestAtOnce(missing) : undefined
    if (near !== undefined) return near
    this.#nearestIds = this.#nearestIndex.nearestOf(missingIds(this.graph), SUGGESTION_EFFORT)
    this.#nearestIndex = undefined
    return this.#nearestIds.get(missing)
  }

  /** The fields that Secoda does not know, and what they were meant to be. */
  get unknownFields(): UnknownFields {
    return (this.#unknownFields ??= new UnknownFields(this.problems('unknown-field')))
  }

  /**
   * Whether some declaration of this id has a field of a type that the SDK refuses: that the field then counts as unset is no mistake of
   * its own. Of all declarations, so that it does not matter which of them stands.
   */
  isRefused(id: string, field: ResourceField): boolean {
    this.#refusedFields ??= refusedFields(this.problems('wrong-field-type'))
    return this.#refusedFields.get(id)?.has(field) ?? false
  }
}

function refusedFields(
  problems: Iterable<{ readonly id: string | undefined; readonly field: ResourceField }>,
): Map<string, Set<ResourceField>> {
  const refused = new Map<string, Set<ResourceField>>()
  for (const { id, field } of problems) {
    if (id === undefined) continue
    const fields = refused.get(id)
    if (fields) fields.add(field)
    else refused.set(id, new Set([field]))
  }
  return refused
}

const isOfKind = <Kind extends ProblemKind>(problem: Problem, kind: Kind): problem is ProblemOf<Kind> =>
  problem.kind === kind

function* missingIds(graph: LineageGraph): Generator<string> {
  for (const node of graph.resolution.nodes.missing()) yield graph.idOf(node)
}

const declaredIds = (graph: LineageGraph): Texts => ({
  length: graph.resolution.nodes.resourceCount,
  at: (node) => graph.idOf(node),
})

import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { Problem, ProblemKind } from '../read/problem.ts'
import type { ResourceField } from '../model/resource.ts'
import { DeclaredEdges } from './declared-edges.ts'
import { NearestIds } from './nearest-ids.ts'
import { Repeats } from './repeats.ts'
import { UnknownFields } from './unknown-fields.ts'

/** What reading found, of one kind. */
export type ProblemOf<Kind extends ProblemKind> = Extract<Problem, { kind: Kind }>

/** What rules look at: the graph, and what is worth working out once for several of them, when the first one asks. */
export class Evidence {
  #declaredEdges: DeclaredEdges | undefined
  #repeats: Repeats | undefined
  #nearestIds: NearestIds | undefined
  #unknownFields: UnknownFields | undefined
  #problems: ReadonlyMap<ProblemKind, readonly Problem[]> | undefined
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
  problems<Kind extends ProblemKind>(kind: Kind): readonly ProblemOf<Kind>[] {
    this.#problems ??= byKind(this.graph.run.problems)
    return (this.#problems.get(kind) ?? []) as ProblemOf<Kind>[]
  }

  /** What the missing ids were most likely meant to be. */
  get nearestIds(): NearestIds {
    return (this.#nearestIds ??= new NearestIds(this.graph))
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

function byKind(problems: readonly Problem[]): Map<ProblemKind, Problem[]> {
  const ofKind = new Map<ProblemKind, Problem[]>()
  for (const problem of problems) {
    const known = ofKind.get(problem.kind)
    if (known) known.push(problem)
    else ofKind.set(problem.kind, [problem])
  }
  return ofKind
}

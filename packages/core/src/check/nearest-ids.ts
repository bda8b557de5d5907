import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NearestInTable } from '../graph/nearest-in-table.ts'
import type { NearestFound, NearestTask } from '../read/nearest-task.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import { SUGGESTION_EFFORT } from './effort.ts'

/** From how many missing ids on another thread looks for what they were meant to be. */
const WORTH_A_THREAD = 2000
/** So many missing ids are looked up one by one, where that is quick: a page shows a few of very many. */
const ASKED_ALONE = 200

/**
 * The declared ids that missing ones were most likely meant to be. All are looked for when more than a few are asked for, or one that is not
 * found at once: how far it is looked for hangs on how many there are.
 */
export class NearestIds {
  readonly #graph: LineageGraph
  #awaited: (() => NearestFound | undefined) | undefined
  /** By node, its nearest id. */
  #nearest: Int32Array | undefined
  /** Among the declared ids, for those that are asked for alone. */
  #index: NearestInTable | undefined
  #askedAlone = 0

  constructor(graph: LineageGraph) {
    this.#graph = graph
  }

  /** Says that `of` will be asked: where very many ids are missing, another thread begins to look. */
  expect(): void {
    const { run, resolution } = this.#graph
    if (this.#awaited || resolution.nodes.missingCount < WORTH_A_THREAD) return
    this.#awaited = run.findNearestElsewhere?.(run.strings.parts(), this.#task())
  }

  /** What a missing id was meant to be; undefined where nothing is near. */
  of(missing: NodeIndex): string | undefined {
    if (!this.#nearest) {
      const near = this.#alone(missing)
      if (near !== undefined) return near
    }
    this.#nearest ??= this.#find()
    return this.#graph.run.strings.at(this.#nearest[missing]!)
  }

  /** What is found at once, without the others; nothing where another thread looks for all. */
  #alone(missing: NodeIndex): string | undefined {
    if (this.#awaited || this.#askedAlone++ >= ASKED_ALONE) return undefined
    const { run, resolution } = this.#graph
    this.#index ??= new NearestInTable(run.strings, resolution.nodes.idsOfResources())
    return this.#index.nearestAtOnce(this.#graph.idOf(missing))
  }

  #find(): Int32Array {
    const { asked, nearest } = this.#awaited?.() ?? this.#findHere()
    this.#index = undefined
    const byNode = new Int32Array(this.#graph.nodeCount)
    for (let i = 0; i < asked.length; i++) byNode[this.#graph.nodeOfString(asked[i]!)] = nearest[i]!
    return byNode
  }

  #findHere(): NearestFound {
    const { asked, known, effort } = this.#task()
    const index = this.#index ?? new NearestInTable(this.#graph.run.strings, known)
    return index.nearestOf(asked, effort)
  }

  #task(): NearestTask {
    const { nodes } = this.#graph.resolution
    return {
      asked: nodes.missing().map((node) => nodes.nameOf(node)),
      known: nodes.idsOfResources(),
      effort: SUGGESTION_EFFORT,
    }
  }
}

import type { Run } from '../read/run.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'
import { ResourceTypes } from './resource-types.ts'

/** A node of the resolved graph. */
export type NodeIndex = number

/** Stands where there is no node. */
export const NO_NODE = -1

/**
 * What a node is: a declared resource; an id that something names and nothing declares; a table or a column that this run
 * mentions and does not declare.
 */
export const NODE_KINDS = ['resource', 'missing', 'external_table', 'external_column'] as const
/** One of the kinds of node: see `NODE_KINDS`. */
export type NodeKind = (typeof NODE_KINDS)[number]

/** The nodes of a run as columns: declared resources first, in the order of their declaration. */
export class Nodes {
  /** How many declared resources there are: these are the nodes below this number. */
  readonly resourceCount: number
  /** How many ids are named and not declared. */
  missingCount = 0
  readonly types: ResourceTypes
  /** The resource or missing resource of each id, by string; NO_NODE where a string is no id. */
  readonly #ofId: Int32Array
  #kinds: Uint8Array
  #names: Int32Array
  #origins: Int32Array
  #parents: Int32Array
  #length = 0

  /** Takes in the resources that a run declares: of several declarations of an id the first stands. */
  constructor(run: Run) {
    const ids = run.resources.id.values
    this.#kinds = new Uint8Array(ids.length)
    this.#names = new Int32Array(ids.length)
    this.#origins = new Int32Array(ids.length)
    this.#parents = new Int32Array(ids.length).fill(NO_NODE)
    this.#ofId = new Int32Array(run.strings.size).fill(NO_NODE)
    for (let index = 0; index < ids.length; index++)
      if (this.#ofId[ids[index]!] === NO_NODE)
        this.#ofId[ids[index]!] = this.add('resource', ids[index]!, index)
    this.resourceCount = this.#length
    this.types = new ResourceTypes(run, this.#origins.subarray(0, this.#length))
    this.#declareParents(run)
  }

  #declareParents(run: Run): void {
    const parents = run.resources.parent.values
    for (let node = 0; node < this.resourceCount; node++) {
      const parent = parents[this.#origins[node]!]!
      if (parent !== UNSET) this.setParent(node, this.named(parent))
    }
  }

  get length(): number {
    return this.#length
  }

  /**
   * @param name the id, or the table's or column's name.
   * @param origin where the rest is to be found: of a resource its declaration, of an external table the mention with its parts, else UNSET.
   */
  add(kind: NodeKind, name: StringIndex, origin: number = UNSET): NodeIndex {
    if (this.#length === this.#kinds.length) this.#grow()
    const node = this.#length++
    this.#kinds[node] = NODE_KINDS.indexOf(kind)
    this.#names[node] = name
    this.#origins[node] = origin
    return node
  }

  /** The resource of an id. One that nothing declares is taken in as missing. */
  named(id: StringIndex): NodeIndex {
    const known = this.#ofId[id]!
    if (known !== NO_NODE) return known
    this.missingCount++
    return (this.#ofId[id] = this.add('missing', id))
  }

  /** The resource of an id, declared or missing, or NO_NODE. */
  ofId(id: StringIndex): NodeIndex {
    return this.#ofId[id] ?? NO_NODE
  }

  /** The declared resources that are wanted, in the order of their declaration. */
  resourcesWhere(isWanted: (node: NodeIndex) => boolean): NodeIndex[] {
    const found: NodeIndex[] = []
    for (let node = 0; node < this.resourceCount; node++) if (isWanted(node)) found.push(node)
    return found
  }

  /** The ids that are named and not declared. */
  missing(): Int32Array {
    const found = new Int32Array(this.missingCount)
    const missing = NODE_KINDS.indexOf('missing')
    for (let node = this.resourceCount, count = 0; count < found.length; node++)
      if (this.#kinds[node] === missing) found[count++] = node
    return found
  }

  kindOf(node: NodeIndex): NodeKind {
    return NODE_KINDS[this.#kinds[node]!]!
  }

  nameOf(node: NodeIndex): StringIndex {
    return this.#names[node]!
  }

  /** The ids of the declared resources, by node: a copy. */
  idsOfResources(): Int32Array {
    return this.#names.slice(0, this.resourceCount)
  }

  originOf(node: NodeIndex): number {
    return this.#origins[node]!
  }

  setParent(node: NodeIndex, parent: NodeIndex): void {
    this.#parents[node] = parent
  }

  /** The parent of each node, or NO_NODE: a view. */
  get parents(): Int32Array {
    return this.#parents.subarray(0, this.#length)
  }

  #grow(): void {
    const length = Math.max(1 << 8, this.#length + (this.#length >> 1))
    this.#kinds = grown(this.#kinds, new Uint8Array(length))
    this.#names = grown(this.#names, new Int32Array(length))
    this.#origins = grown(this.#origins, new Int32Array(length))
    this.#parents = grown(this.#parents, new Int32Array(length).fill(NO_NODE))
  }
}

function grown<T extends Uint8Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

import { Column } from '../read/column.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'

/** A node of the resolved graph. */
export type NodeIndex = number

/** Stands where there is no node. */
export const NO_NODE = -1

/**
 * What a node is: a declared resource; an id that something names and nothing declares; a table or a column that this run
 * mentions and does not declare.
 */
export const NODE_KINDS = ['resource', 'missing', 'external_table', 'external_column'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/** The nodes of a run as columns: declared resources first, in the order of their declaration. */
export class Nodes {
  readonly #kind = Column.ints()
  readonly #name = Column.ints()
  readonly #origin = Column.ints()
  readonly #parent = Column.ints()

  get length(): number {
    return this.#kind.length
  }

  /**
   * @param name the id, or the table's or column's name.
   * @param origin where the rest is to be found: of a resource its declaration, of an external table the mention with its parts, else UNSET.
   */
  add(kind: NodeKind, name: StringIndex, origin: number = UNSET): NodeIndex {
    this.#kind.push(NODE_KINDS.indexOf(kind))
    this.#name.push(name)
    this.#origin.push(origin)
    this.#parent.push(NO_NODE)
    return this.#kind.length - 1
  }

  kindOf(node: NodeIndex): NodeKind {
    return NODE_KINDS[this.#kind.at(node)]!
  }

  nameOf(node: NodeIndex): StringIndex {
    return this.#name.at(node)
  }

  originOf(node: NodeIndex): number {
    return this.#origin.at(node)
  }

  /** The declared resources, in the order of their declaration. */
  *resources(): Generator<NodeIndex> {
    for (let node = 0; node < this.length && this.kindOf(node) === 'resource'; node++) yield node
  }

  setParent(node: NodeIndex, parent: NodeIndex): void {
    this.#parent.set(node, parent)
  }

  /** The parent of each node, or NO_NODE: a view. */
  get parents(): Int32Array {
    return this.#parent.values
  }
}

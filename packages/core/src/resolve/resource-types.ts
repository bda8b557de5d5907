import { ENTITY_TYPES, type EntityType } from '../model/resource.ts'
import type { Run } from '../read/run.ts'
import { groupsOf, membersOf, type Groups } from './groups.ts'

/** Stands for a type that is none of Secoda's, and for none at all. */
const OTHER = ENTITY_TYPES.length

/** The entity types of the declared resources as small numbers, so that nobody compares texts a million times. */
export class ResourceTypes {
  /** By node: an index into ENTITY_TYPES, or OTHER. */
  readonly #codes: Uint8Array
  readonly #groups: Groups

  /** @param declarations by node, its declaration as an index into `run.resources`. */
  constructor({ strings, resources }: Run, declarations: Int32Array) {
    const codes = new Uint8Array(strings.size).fill(OTHER)
    for (const [code, type] of ENTITY_TYPES.entries()) {
      const text = strings.find(type)
      if (text >= 0) codes[text] = code
    }
    const types = resources.type.values
    this.#codes = new Uint8Array(declarations.length)
    for (let node = 0; node < declarations.length; node++)
      this.#codes[node] = codes[types[declarations[node]!]!] ?? OTHER // unset is no index
    this.#groups = groupsOf(OTHER + 1, this.#codes)
  }

  /** The type of a declared resource; undefined where it is none of Secoda's, and for what is not declared. */
  of(node: number): EntityType | undefined {
    return ENTITY_TYPES[this.#codes[node] ?? OTHER]
  }

  /** The declared resources of one type, in the order of their declaration: a view. */
  nodesOf(type: EntityType): Uint32Array {
    return membersOf(this.#groups, ENTITY_TYPES.indexOf(type))
  }

  /** The declared resources of a type that is none of Secoda's, and of none at all: a view. */
  get others(): Uint32Array {
    return membersOf(this.#groups, OTHER)
  }
}

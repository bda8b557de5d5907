import type { EntityType } from '../model/resource.ts'
import type { Run } from '../read/run.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'
import { groupsOf, membersOf } from '../resolve/groups.ts'
import { NO_NODE, type NodeIndex, type Nodes } from '../resolve/nodes.ts'
import { parentCircles } from './hierarchy.ts'

/** What things without rows stand in. */
const HOLDERS = new Set<EntityType | undefined>(['database', 'schema', 'dashboard_group', 'dashboard'])
/** Ids that are longer, or nest deeper, are no path through a hierarchy. */
const LONGEST_ID = 2000
const DEEPEST = 16
/** So many children show how the ids of all of them are made. */
const ENOUGH_CHILDREN = 1000
/** What parts the names in an id: names hold letters, digits, marks, `_`, `-` and blanks themselves. */
const SEPARATOR = /[^\p{L}\p{N}\p{M}_\- ]/u

/**
 * The parents of a run's nodes, and of what is named and not declared the declared thing that it would stand in, where that is known for
 * sure: its id begins with the id of something whose children's ids all go on from it by the same separator (`shop.raw.refunds`, where
 * `shop.raw` holds `shop.raw.orders`); or what has it for a parent says of which one database, or schema in it, it is a part. A place is a
 * thing that holds others: of a missing column, what its table stands in. Nothing runs in a circle that did not before. O(n) and a few
 * look-ups a missing id. For pictures: checks, answers and exports go by what is declared.
 * @example
 * ```ts
 * const parents = placedParents(run, resolution.nodes)
 * ```
 */
export function placedParents(run: Run, nodes: Nodes): Int32Array {
  if (nodes.missingCount === 0) return nodes.parents
  const parents = nodes.parents.slice()
  const { members, starts } = groupsOf(nodes.length, nodes.parents)
  const childrenOf = (node: NodeIndex): Uint32Array => membersOf({ members, starts }, node)
  const holderOf = findHolder(nodes, childrenOf)
  const byId = findById(run, nodes, childrenOf)
  const byChildren = findByChildren(run, nodes, childrenOf)
  for (const missing of nodes.missing()) {
    const found = byId(missing)
    parents[missing] = holderOf(found === NO_NODE ? byChildren(missing) : found)
  }
  for (const circle of parentCircles(parents))
    for (const node of circle) if (nodes.kindOf(node) === 'missing') parents[node] = NO_NODE
  return parents
}

type Children = (node: NodeIndex) => Uint32Array

function findById({ strings }: Run, nodes: Nodes, childrenOf: Children): (missing: NodeIndex) => NodeIndex {
  const idOf = (node: NodeIndex): string => strings.get(nodes.nameOf(node))
  const separators = new Map<NodeIndex, string | undefined>()
  /** By what the ids of all that is in it go on from its own; of what is empty, its own from that of its parent. */
  const separatorOf = (node: NodeIndex): string | undefined => {
    if (!separators.has(node)) {
      const children = childrenOf(node).subarray(0, ENOUGH_CHILDREN)
      const pairs: (readonly [NodeIndex, NodeIndex])[] =
        children.length > 0
          ? Array.from(children, (child) => [node, child] as const)
          : nodes.parents[node]! >= 0
            ? [[nodes.parents[node]!, node]]
            : []
      const found = new Set(pairs.map(([parent, child]) => separatorBetween(idOf(parent), idOf(child))))
      separators.set(node, found.size === 1 ? [...found][0] : undefined)
    }
    return separators.get(node)
  }
  return (missing) => {
    if (strings.lengthOf(nodes.nameOf(missing)) > LONGEST_ID) return NO_NODE
    const id = idOf(missing)
    let cuts = 0
    for (let end = id.length - 1; end > 0 && cuts < DEEPEST; end--) {
      if (!SEPARATOR.test(id[end]!)) continue
      cuts++
      const prefix = strings.find(id.slice(0, end))
      const node = prefix === UNSET ? NO_NODE : nodes.ofId(prefix)
      if (node === NO_NODE || nodes.kindOf(node) !== 'resource') continue
      return separatorOf(node) === id[end] ? node : NO_NODE
    }
    return NO_NODE
  }
}

/** The character by which one id goes on from another, where it is a separator. */
function separatorBetween(parent: string, child: string): string | undefined {
  const next = child[parent.length]
  const goesOn = next !== undefined && child.length > parent.length + 1 && child.startsWith(parent)
  return goesOn && SEPARATOR.test(next) ? next : undefined
}

/**
 * Finds the thing itself or what is nearest around it, of those that others stand in: NO_NODE where all that stands in that are its rows.
 */
function findHolder(nodes: Nodes, childrenOf: Children): (node: NodeIndex) => NodeIndex {
  const known = new Map<NodeIndex, NodeIndex>([[NO_NODE, NO_NODE]])
  return (node) => {
    let at = node
    for (let steps = 0; steps < DEEPEST && !known.has(at); steps++) {
      if (HOLDERS.has(nodes.types.of(at))) {
        const children = childrenOf(at)
        const holdsRows = children.length > 0 && children.every((child) => nodes.types.of(child) === 'column')
        known.set(at, holdsRows ? NO_NODE : at)
      } else at = nodes.parents[at]!
    }
    return known.get(at) ?? NO_NODE
  }
}

/** What the children of a missing parent say of it: tables the database of their schema, columns the schema of their table. */
function findByChildren(run: Run, nodes: Nodes, childrenOf: Children): (missing: NodeIndex) => NodeIndex {
  const { resources } = run
  const databases = byTitle(run, nodes, 'database')
  const schemas = byTitle(run, nodes, 'schema')
  const only = (found: readonly NodeIndex[]): NodeIndex => (found.length === 1 ? found[0]! : NO_NODE)
  return (missing) => {
    const children = childrenOf(missing)
    const [first] = children
    if (first === undefined) return NO_NODE
    const type = nodes.types.of(first)
    const [schema, database] = [
      resources.schema.at(nodes.originOf(first)),
      resources.database.at(nodes.originOf(first)),
    ]
    if (schema === UNSET || database === UNSET || (type !== 'table' && type !== 'column')) return NO_NODE
    const agree = children.every((child) => {
      const declared = nodes.originOf(child)
      return (
        nodes.types.of(child) === type &&
        resources.schema.at(declared) === schema &&
        resources.database.at(declared) === database
      )
    })
    if (!agree) return NO_NODE
    const inDatabase = only(databases().get(database) ?? [])
    if (type === 'table' || inDatabase === NO_NODE) return inDatabase
    const there = (schemas().get(schema) ?? []).filter((node) => nodes.parents[node] === inDatabase)
    return only(there)
  }
}

/** Declared things of a type by their titles, sorted when the first asks. */
function byTitle(
  run: Run,
  nodes: Nodes,
  type: EntityType,
): () => ReadonlyMap<StringIndex, readonly NodeIndex[]> {
  let known: Map<StringIndex, NodeIndex[]> | undefined
  return () => {
    if (known) return known
    known = new Map()
    for (const node of nodes.types.nodesOf(type)) {
      const title = run.resources.title.at(nodes.originOf(node))
      const list = known.get(title)
      if (list) list.push(node)
      else known.set(title, [node])
    }
    return known
  }
}

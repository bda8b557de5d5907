import { createHash } from 'node:crypto'
import { RESOURCE_FIELDS, type JsonObject, type LineageGraph, type NodeIndex } from '@lineagraph/core'
import type { PackedId } from './packed-id.ts'

/** What a renamed thing does not share with what it was: its id, that of its parent, and when it was changed. */
const NOT_MARKED: ReadonlySet<string> = new Set([
  'databuilder_id',
  'parent_databuilder_id',
  'external_updated_at',
])
const MARKED = RESOURCE_FIELDS.filter((field) => !NOT_MARKED.has(field))

/** A digest of what a declaration says of the thing itself. @param form as File Upload takes it. */
export const contentMark = (form: JsonObject): string =>
  digest(MARKED.map((field) => (Object.hasOwn(form, field) ? plain(form[field]) : null)))

/** A value that the field could have: a wrong one may be nested deeper than can be written. */
const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter(isPlain) : isPlain(value) ? value : null
const isPlain = (value: unknown): boolean => typeof value !== 'object'

/**
 * Gives every resource the mark by which it is known again under another id: of what it says itself, and of the mark of its parent. So
 * what lies in a thing that was renamed keeps its mark too. Time O(n), whatever the depth.
 * @param contents the mark of what each resource says itself, by node.
 */
export function* markResources(graph: LineageGraph, contents: readonly string[]): Generator<PackedId> {
  const marks: (string | undefined)[] = []
  for (let node = 0; node < contents.length; node++) {
    const unmarked = lineOf(graph, node, marks, contents.length)
    for (const below of unmarked.reverse()) {
      const parent = graph.parentOf(below)
      const above = parent < 0 ? null : (marks[parent] ?? graph.idOf(parent)) // not declared, or in a circle
      marks[below] = digest([contents[below], above])
    }
    yield { id: graph.idOf(node), type: graph.typeOf(node), mark: marks[node] ?? '' }
  }
}

/** The resource, its parent, and so on, as far up as nothing has a mark. In a circle, each once. */
function lineOf(
  graph: LineageGraph,
  from: NodeIndex,
  marks: readonly (string | undefined)[],
  count: number,
): NodeIndex[] {
  const line = new Set<NodeIndex>()
  for (let node = from; node >= 0 && node < count && marks[node] === undefined; node = graph.parentOf(node)) {
    if (line.has(node)) break
    line.add(node)
  }
  return [...line]
}

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

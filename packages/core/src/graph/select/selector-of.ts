import type { NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'

/**
 * A selector that means this node, with what is inside it, and nothing else: by id, or by key for what has none. Quoted where the
 * language would read it otherwise, with what cannot be seen as escapes, so that it can be shown and copied as it is.
 * @example
 * ```ts
 * console.log(selectorOf(graph, node))
 * ```
 */
export function selectorOf(graph: LineageGraph, node: NodeIndex): string {
  const key = graph.keyOf(node)
  return key.startsWith('id:') ? `id:${quoted(key.slice(3))}` : `key:${quoted(key)}`
}

/** A value that a selector reads as this text. */
function quoted(value: string): string {
  if (PLAIN.test(value) && !/\+\d*$/.test(value)) return value
  if (!value.includes("'") && value.search(INVISIBLE) < 0) return `'${value}'`
  return JSON.stringify(value).replace(INVISIBLE, (character) => character.split('').map(escaped).join(''))
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What stands in a value as it is, where no hops are read out of its end. */
const PLAIN = /^[\p{L}\p{N}_.:/@#=~^%+-]+$/u
/** Control characters, marks of direction, all blanks but the one of the space bar. */
const INVISIBLE = /(?! )[\p{C}\p{Z}]/gu

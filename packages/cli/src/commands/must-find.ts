import {
  explainSelectorFault,
  findNode,
  fullName,
  nearestMeant,
  quote,
  selectorOf,
  typeText,
  type LineageGraph,
  type NodeIndex,
} from '@lineagraph/core'
import { UsageError } from '../input/usage-error.ts'

/** As many of the things that a name might mean as are listed. */
const LISTED = 20

/** The node that a name means. Throws UsageError where it means none, or several: they are listed. */
export function mustFind(graph: LineageGraph, name: string): NodeIndex {
  const { node, several, fault } = findNode(graph, name)
  if (node !== undefined) return node
  if (fault) {
    const { what, help } = explainSelectorFault(fault, nearestMeant(graph, fault))
    throw new UsageError(what, help)
  }
  const lines = several
    .slice(0, LISTED)
    .map(
      (one) => `\n    ${inShell(selectorOf(graph, one))}  ${fullName(graph, one)}  (${typeText(graph, one)})`,
    )
  const more = several.length > LISTED ? `\n    and ${several.length - LISTED} more` : ''
  throw new UsageError(
    `${quote(name)} names ${several.length} things`,
    `name the one that is meant:${lines.join('')}${more}`,
  )
}

/** A word as a shell takes it. */
const inShell = (word: string): string =>
  /^[\w.:/@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`

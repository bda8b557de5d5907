import type { LineageGraph } from '../graph/lineage-graph.ts'
import { encodeWtf8 } from '../read/wtf8.ts'
import { hashBytes } from '../read/hash.ts'
import { fold } from '../resolve/fold.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/**
 * The declared ids that are the same but for case and Unicode form, by their folded form; each group in the order of declaration.
 * Most runs have none: of two such ids one at least is not folded already, and ids are told apart by hashes of their bytes, so that only
 * those with equal ones are folded as texts. O(n log n).
 */
export function foldedIds(graph: LineageGraph): Map<string, NodeIndex[]> {
  const groups = new Map<string, NodeIndex[]>()
  if (areAllFolded(graph)) return groups
  const hashes = foldedHashes(graph)
  const sorted = hashes.slice().sort()
  const repeated = new Set(sorted.filter((hash, i) => hash === sorted[i - 1]))
  if (repeated.size === 0) return groups
  for (let node = 0; node < graph.resolution.nodes.resourceCount; node++) {
    if (!repeated.has(hashes[node]!)) continue
    const folded = fold(graph.idOf(node))
    const group = groups.get(folded)
    if (group) group.push(node)
    else groups.set(folded, [node])
  }
  for (const [folded, group] of groups) if (group.length === 1) groups.delete(folded)
  return groups
}

function areAllFolded({ run: { strings }, resolution: { nodes } }: LineageGraph): boolean {
  for (let node = 0; node < nodes.resourceCount; node++)
    if (!strings.isSmallAscii(nodes.nameOf(node))) return false
  return true
}

/** By node, a hash of its folded id. */
function foldedHashes({ run: { strings }, resolution: { nodes } }: LineageGraph): Int32Array {
  const hashes = new Int32Array(nodes.resourceCount)
  for (let node = 0; node < hashes.length; node++) {
    const name = nodes.nameOf(node)
    hashes[node] = strings.caselessHash(name) ?? hashOf(fold(strings.get(name)))
  }
  return hashes
}

/** As `caselessHash` has it where the text is ASCII: a folded text may be, as that of the Kelvin sign is. */
function hashOf(folded: string): number {
  const bytes = new Uint8Array(folded.length * 3)
  return hashBytes(bytes, 0, encodeWtf8(folded, bytes, 0))
}

import type { LinePlace } from '../read/problem.ts'
import type { Evidence } from './evidence.ts'
import type { Discovery } from './rule.ts'

/**
 * Tells apart lines of which nothing is known but their text: by its digest, and by how many equal ones went before, so that a
 * finding keeps its fingerprint when lines are added above it. Lines of the run and of catalogs are counted apart.
 */
export function unreadableLine(
  evidence: Evidence,
): (line: LinePlace & { readonly digest: string }) => Pick<Discovery, 'subject' | 'identity'> {
  const equalOnes = new Map<string, number>()
  return ({ file, digest }) => {
    const { name, role } = evidence.graph.run.files[file]!
    const text = role === 'catalog' ? `catalog ${digest}` : digest
    const ordinal = (equalOnes.get(text) ?? 0) + 1
    equalOnes.set(text, ordinal)
    return { subject: { kind: 'file', file: name }, identity: `${text} ${ordinal}` }
  }
}

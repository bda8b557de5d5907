import type { LinePlace } from '../read/problem.ts'
import type { Evidence } from './evidence.ts'
import type { Discovery } from './rule.ts'

/**
 * Tells apart lines of which nothing is known but their text: by its digest, and by how many equal ones went before, so that a
 * finding keeps its fingerprint when lines are added above it. Of one line it says the same whenever it is asked. Lines of the run and of catalogs are counted apart.
 */
export function unreadableLine(
  evidence: Evidence,
): (line: LinePlace & { readonly digest: string }) => Pick<Discovery, 'subject' | 'identity'> {
  const equalOnes = new Map<string, number>()
  const ordinals = new Map<object, number>()
  return (line) => {
    const { file, digest } = line
    const { name, role } = evidence.graph.run.files[file]!
    const text = role === 'catalog' ? `catalog ${digest}` : digest
    let ordinal = ordinals.get(line)
    if (ordinal === undefined) {
      ordinal = (equalOnes.get(text) ?? 0) + 1
      equalOnes.set(text, ordinal)
      ordinals.set(line, ordinal)
    }
    return { subject: { kind: 'file', file: name }, identity: `${text} ${ordinal}` }
  }
}

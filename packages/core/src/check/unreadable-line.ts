import type { LinePlace } from '../read/problem.ts'
import type { Evidence } from './evidence.ts'
import type { Discovery } from './rule.ts'

/**
 * Tells apart lines of which nothing is known but their text: by its digest, and by how many equal ones went before, so that a
 * finding keeps its fingerprint when lines are added above it.
 */
export function unreadableLine(
  evidence: Evidence,
): (line: LinePlace & { readonly digest: string }) => Pick<Discovery, 'subject' | 'identity'> {
  const equalOnes = new Map<string, number>()
  return ({ file, digest }) => {
    const ordinal = (equalOnes.get(digest) ?? 0) + 1
    equalOnes.set(digest, ordinal)
    return {
      subject: { kind: 'file', file: evidence.graph.run.files[file]!.name },
      identity: `${digest} ${ordinal}`,
    }
  }
}

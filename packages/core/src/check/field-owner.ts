import type { LinePlace } from '../read/problem.ts'
import type { Evidence } from './evidence.ts'
import { quote } from './quote.ts'
import type { Discovery } from './rule.ts'
import { unreadableLine } from './unreadable-line.ts'

/** Whose field it is that is wrong, for a finding: of which id, or of which line where that has no usable id. */
export interface FieldOwner {
  /** To follow "the field of": `'orders'`, or `a resource`. */
  readonly name: string
  readonly about: Pick<Discovery, 'subject' | 'identity'>
}

/**
 * Tells apart what is wrong with fields: by id, field and what is said of it, so that the same in several declarations of an id is
 * one mistake.
 */
export function fieldOwner(
  evidence: Evidence,
): (
  fault: LinePlace & { readonly id: string | undefined; readonly field: string; readonly digest: string },
  said?: string,
) => FieldOwner {
  const identify = unreadableLine(evidence)
  return (fault, said) => {
    const { id, field } = fault
    if (id === undefined) return { name: 'a resource', about: identify(fault) }
    const identity = JSON.stringify(said === undefined ? [id, field] : [id, field, said])
    return { name: quote(id), about: { subject: { kind: 'resource', id }, identity } }
  }
}

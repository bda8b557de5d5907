import { describe } from './describe.ts'

const DEPTH = 2
const FIELDS = 12

/**
 * A value as declared, but for what is nested deep or is very much: there a few words stand for it. What is kept of a bad line must be
 * small, and whoever walks through it must come to its end.
 */
export function sketch(value: unknown, depth = DEPTH): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return describe(value)
  const entries = Object.entries(value).slice(0, FIELDS)
  const sketched = entries.map(([field, inner]) => [field, sketch(inner, depth - 1)] as const)
  return Array.isArray(value) ? sketched.map(([, inner]) => inner) : Object.fromEntries(sketched)
}

import type { Named } from '../worker/names/named.ts'

/** The name of each, and with it that of the table around it where another of them has the same name. */
export function toldApart(all: readonly Named[]): readonly string[] {
  const keysOf = new Map<string, Set<string>>()
  for (const { name, key } of all) keysOf.set(name, (keysOf.get(name) ?? new Set()).add(key))
  return all.map(({ name, within }) =>
    within !== undefined && keysOf.get(name)!.size > 1 ? `${within}.${name}` : name,
  )
}

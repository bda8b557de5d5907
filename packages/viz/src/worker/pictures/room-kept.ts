import type { Picture } from '../../scene/picture/picture.ts'

/** The room for names of the picture before, where one goes on from that: most of what it has is there still, opened as deep. Null where they are to be given room anew. */
export function roomKept(before: Picture | null, level: number, keys: readonly string[]): number | null {
  if (!before || before.level !== level) return null
  const still = new Set(keys)
  const kept = before.things.keys.filter((key) => still.has(key)).length
  return 2 * kept >= before.things.count ? before.nameRoom : null
}

import type { Picture } from './picture.ts'

/** What lineage joins, with the boxes around and all in them. */
export interface LinkedParts {
  /** By thing: a number of its part. */
  readonly partOf: Uint32Array
  /** By such a number: 1 where lineage joins anything there. */
  readonly isLinked: Uint8Array
}

export function linkedPartsOf({
  things: { count, box },
  lines,
}: Pick<Picture, 'things' | 'lines'>): LinkedParts {
  const partOf = new Uint32Array(count).map((_, thing) => thing)
  const isLinked = new Uint8Array(count)
  const find = (thing: number): number => {
    let here = thing
    while (partOf[here] !== here) here = partOf[here] = partOf[partOf[here]!]!
    return here
  }
  const join = (one: number, other: number): void => {
    const [from, to] = [find(one), find(other)]
    partOf[from] = to
    if (isLinked[from] === 1) isLinked[to] = 1
  }
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    if (from === to) continue
    join(from, to)
    isLinked[find(to)] = 1
  }
  for (let thing = 0; thing < count; thing++) if (box[thing]! >= 0) join(thing, box[thing]!)
  return { partOf: partOf.map((_, thing) => find(thing)), isLinked }
}

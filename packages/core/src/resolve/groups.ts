/** Items 0 to n, sorted into groups: the members of group g are `members[starts[g]]` to `members[starts[g + 1]]`, ascending. */
export interface Groups {
  readonly starts: Uint32Array
  readonly members: Uint32Array
}

/** The members of a group: a view. */
export const membersOf = ({ starts, members }: Groups, group: number): Uint32Array =>
  members.subarray(starts[group], starts[group + 1])

/** Sorts the items by their group; one of a negative group is in none. Time O(items + groups). */
export function groupsOf(groupCount: number, groupOf: ArrayLike<number>): Groups {
  const starts = new Uint32Array(groupCount + 1)
  for (let i = 0; i < groupOf.length; i++) if (groupOf[i]! >= 0) starts[groupOf[i]! + 1]!++
  for (let group = 0; group < groupCount; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice()
  const members = new Uint32Array(starts[groupCount]!)
  for (let i = 0; i < groupOf.length; i++) if (groupOf[i]! >= 0) members[next[groupOf[i]!]!++] = i
  return { starts, members }
}

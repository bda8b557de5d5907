/** The nodes with a mark of 1, ascending. */
export function markedIn(marks: Uint8Array): Uint32Array {
  let count = 0
  for (const mark of marks) count += mark
  const nodes = new Uint32Array(count)
  let length = 0
  for (let node = 0; node < marks.length; node++) if (marks[node] === 1) nodes[length++] = node
  return nodes
}

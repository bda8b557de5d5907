/** How many boxes are around each thing. A box stands before what is in it. */
export function levelsOf(box: Int32Array): Uint32Array {
  const levels = new Uint32Array(box.length)
  box.forEach((outer, index) => (levels[index] = outer < 0 ? 0 : levels[outer]! + 1))
  return levels
}

/**
 * The edit distance (Levenshtein) between two texts as far as it is no more than `most`; a larger number where it is more. What they
 * begin and end with alike is passed over, and of the rest only what lies near the diagonal is looked at: O(length · most).
 */
export function editsBetween(
  one: ArrayLike<number>,
  oneStart: number,
  oneEnd: number,
  other: ArrayLike<number>,
  otherStart: number,
  otherEnd: number,
  most: number,
): number {
  while (oneStart < oneEnd && otherStart < otherEnd && one[oneStart] === other[otherStart]) {
    oneStart++
    otherStart++
  }
  while (oneStart < oneEnd && otherStart < otherEnd && one[oneEnd - 1] === other[otherEnd - 1]) {
    oneEnd--
    otherEnd--
  }
  const length = oneEnd - oneStart
  const otherLength = otherEnd - otherStart
  if (length === 0 || otherLength === 0) return Math.max(length, otherLength)
  if (Math.abs(length - otherLength) > most || most < 1) return most + 1
  if (length === 1 && otherLength === 1) return 1

  // row[most + k] is the distance between the first i units of the one and the first i + k of the other.
  const far = most + 1
  const row = rowOf(2 * most + 3)
  for (let k = -most - 1; k <= most + 1; k++) row[most + 1 + k] = k < 0 || k > most ? far : k
  for (let i = 1; i <= length; i++) {
    let least = far
    for (let k = Math.max(-most, -i); k <= most; k++) {
      const j = i + k
      if (j > otherLength) break
      const at = most + 1 + k
      let edits = row[at + 1]! + 1
      if (j > 0) {
        const isSame = one[oneStart + i - 1] === other[otherStart + j - 1]
        edits = Math.min(edits, row[at - 1]! + 1, row[at]! + (isSame ? 0 : 1))
      }
      row[at] = Math.min(edits, far)
      if (row[at]! < least) least = row[at]!
    }
    if (least > most) return far
  }
  return row[most + 1 + otherLength - length]!
}

let buffer = new Int32Array(16)

/** One row for all: nothing calls back while it is used. */
function rowOf(length: number): Int32Array {
  if (buffer.length < length) buffer = new Int32Array(length * 2)
  return buffer
}

/** The value that would be at `nth` if the values were sorted; they change their order. O(n) as a rule. Source: Hoare 1961, doi:10.1145/366622.366647. */
export function selectNth(values: Float64Array, nth: number): number {
  let first = 0
  let last = values.length - 1
  while (first < last) {
    const pivot = values[(first + last) >> 1]!
    let i = first
    let j = last
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i > j) break
      const value = values[i]!
      values[i++] = values[j]!
      values[j--] = value
    }
    if (nth <= j) last = j
    else if (nth >= i) first = i
    else break
  }
  return values[nth]!
}

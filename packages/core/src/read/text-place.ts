/** Where an offset into a text stands: line and column from 1, in UTF-16 code units. Only LF ends a line. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Finds the places of offsets into one text. A binary search each. */
export function placesIn(text: string): (offset: number) => TextPlace {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}

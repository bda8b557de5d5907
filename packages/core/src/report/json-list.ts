/** A JSON array, piece by piece, one item a line. */
export function* jsonList(items: Iterable<unknown>): Generator<string> {
  yield '['
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ',\n'
  }
  yield separator === '\n' ? ']' : '\n]'
}

/** A JSON array, piece by piece, one item a line. */
export function* jsonList<Item>(
  items: Iterable<Item>,
  toJson: (item: Item) => string = JSON.stringify,
): Generator<string> {
  yield '['
  let separator = '\n'
  for (const item of items) {
    yield separator + toJson(item)
    separator = ',\n'
  }
  yield separator === '\n' ? ']' : '\n]'
}

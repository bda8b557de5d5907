/** A field of a JSON object that is a list, one item a line, piece by piece. @param texts the JSON of the items. */
export function* jsonListField(name: string, texts: Iterable<string>): Generator<string> {
  yield `"${name}": [`
  let separator = '\n'
  for (const text of texts) {
    yield separator + text
    separator = ',\n'
  }
  yield separator === '\n' ? ']' : '\n]'
}

/** The JSON of each. */
export function* jsonOf(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield JSON.stringify(item)
}

/** JSON Lines: each on a line of its own. */
export function* jsonLines(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield `${JSON.stringify(item)}\n`
}

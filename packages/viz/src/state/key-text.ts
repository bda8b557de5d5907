/** What a key begins with: what sort of name it is. Ids have colons too, as in `urn:li:dataset:(…)`, and are no sorted names for that. */
const SORTED =
  /^(card:)?(id:|(table|column|catalog):\[|outside:(\[|$)|range:\d+:|stack:(fan|circle):|circle:)/

/** A key as it stands in a link: most are ids, and say so no more. */
export function keyToText(key: string): string {
  if (!SORTED.test(key)) return `:${key}`
  const id = key.startsWith('id:') ? key.slice(3) : null
  return id === null || SORTED.test(id) || id.startsWith(':') ? key : id
}

export function textToKey(text: string): string {
  if (text.startsWith(':')) return text.slice(1)
  return SORTED.test(text) ? text : `id:${text}`
}

/** How many characters are counted at most that a text shares with the one before it: one digit says how many. */
const MOST_SHARED = 35

/** A set of keys, each with what it shares with the one before it left out: ids of one schema begin alike. */
export function keysToTexts(keys: readonly string[]): string[] {
  let before = ''
  return keys
    .map(keyToText)
    .sort()
    .map((text) => {
      const shared = sharedStart(before, text)
      before = text
      return shared.toString(36) + text.slice(shared)
    })
}

/** Undefined where the texts are none that `keysToTexts` makes. */
export function textsToKeys(texts: readonly string[]): string[] | undefined {
  let before = ''
  const keys: string[] = []
  for (const text of texts) {
    const shared = /^[0-9a-z]/.test(text) ? parseInt(text.charAt(0), 36) : NaN
    if (!(shared <= before.length)) return undefined
    before = before.slice(0, shared) + text.slice(1)
    keys.push(textToKey(before))
  }
  return keys
}

/** Never between the halves of a character. */
function sharedStart(one: string, other: string): number {
  let shared = 0
  while (shared < MOST_SHARED && shared < one.length && one[shared] === other[shared]) shared++
  const isHalf = shared > 0 && /[\uD800-\uDBFF]/.test(other.charAt(shared - 1))
  return isHalf ? shared - 1 : shared
}

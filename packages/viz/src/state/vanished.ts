import { withoutCard } from './card-key.ts'
import { keyToText } from './key-text.ts'
import { thingOfCircle, type View } from './view.ts'

/** So many names are told. */
const NAMED = 3
/** So much of a name: some have ten thousand characters. */
const LONGEST = 200

/** What of a view a run does not have, in words; empty where it has all. @param after the view without what has vanished. */
export function vanishedText(before: View, after: View): string {
  const left = new Set(keysOf(after))
  const gone = [...new Set(keysOf(before))].filter((key) => !left.has(key))
  if (gone.length === 0) return ''
  const names = gone.slice(0, NAMED).map((key) => shortened(keyToText(key)))
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : ''
  return `Not in this run, and left out of the view: ${names.join(', ')}${more}.`
}

const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)

const keysOf = (view: View): string[] =>
  [
    ...view.selection,
    ...(view.edge ? [withoutCard(view.edge.from), withoutCard(view.edge.to)] : []),
    view.focus,
    view.circle && thingOfCircle(view.circle),
    view.path?.from,
    view.path?.to,
    ...view.expanded.map(({ key }) => key),
    ...view.opened,
    ...view.closed,
    ...view.hide,
  ].filter((key) => key !== null && key !== undefined)

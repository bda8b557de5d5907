import type { SpreadStack } from '../scene/picture/picture.ts'
import { foldStack } from '../state/actions.ts'
import { firstInStack, isStack } from '../state/view.ts'
import type { Model } from './model.ts'

/** The stack that a thing was spread out of; undefined where it was not. */
export const stackAround = ({ picture }: Model, key: string | undefined): SpreadStack | undefined =>
  key === undefined ? undefined : picture.value?.spread.find(({ members }) => members.includes(key))

/** The stack to fold again first: that of what is chosen, or else the one that was spread last. */
export function stackToFold(model: Model): SpreadStack | undefined {
  const { selection, opened } = model.view.value
  const around = stackAround(model, selection.at(-1))
  if (around) return around
  const last = opened.findLast((key) => isStack(key) && stackAround(model, firstInStack(key)))
  return last === undefined ? undefined : stackAround(model, firstInStack(last))
}

/** Draws as one again what was spread. */
export function foldAgain({ act, hold, said }: Model, { key, title, members }: SpreadStack): void {
  hold(key)
  act((view) => foldStack(view, members))
  said.value = `${title} folded again`
}

/** A title within a sentence: `500 tables`, `the circle of 100`. */
export const inText = (title: string): string => title.replace(/^Circle of/, 'the circle of')

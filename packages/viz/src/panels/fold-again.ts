import type { SpreadStack } from '../scene/picture/picture.ts'
import { foldStack } from '../state/actions.ts'
import type { Model } from './model.ts'

/** The stack that a thing was spread out of; undefined where it was not. */
export const stackAround = ({ picture }: Model, key: string | undefined): SpreadStack | undefined =>
  key === undefined ? undefined : picture.value?.spread.find(({ members }) => members.includes(key))

/** The stack to fold again first: that of what is chosen, or else the one that was spread last. */
export function stackToFold(model: Model): SpreadStack | undefined {
  const { selection, opened } = model.view.value
  const around = stackAround(model, selection.at(-1))
  if (around) return around
  const spread = new Map(model.picture.value?.spread.map((stack) => [stack.key, stack]))
  return spread.get(opened.findLast((key) => spread.has(key)) ?? '')
}

/** Draws as one again what was spread. */
export function foldAgain({ act, hold, said }: Model, { key, title }: SpreadStack): void {
  hold(key)
  act((view) => foldStack(view, key))
  said.value = `${title} folded again`
}

/** A title within a sentence: `500 tables`, `the circle of 100`. */
export const inText = (title: string): string => title.replace(/^Circle of/, 'the circle of')

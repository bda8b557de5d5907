import { UNSET } from '../read/strings.ts'
import type { Tuples } from '../read/tuples.ts'
import { PARTS, type MentionIndex } from './table-mentions.ts'

/**
 * Joins mentions that mean one table: a mention with fewer parts is the same as a fuller one when exactly one fullest one fits
 * it. Fullest are those that no other mention completes.
 * @param mentions all mentions, of which only those in `loose` take part: the ones that fit nothing.
 * @returns for each mention of `loose` the one that stands for it, often itself. Whatever the order of mentions.
 */
export function joinMentions(
  mentions: Tuples,
  loose: readonly MentionIndex[],
): Map<MentionIndex, MentionIndex> {
  const taking = new Set(loose)
  const lesserOf = (mention: MentionIndex): MentionIndex[] =>
    lesserForms(mentions.row(mention))
      .map((form) => mentions.find(form))
      .filter((lesser) => taking.has(lesser))

  const completed = new Set(loose.flatMap(lesserOf))
  const fullest = new Map<MentionIndex, MentionIndex[]>()
  for (const mention of loose) {
    if (completed.has(mention)) continue
    for (const lesser of lesserOf(mention)) fullest.set(lesser, [...(fullest.get(lesser) ?? []), mention])
  }
  return new Map(
    loose.map((mention) => {
      const fitting = fullest.get(mention) ?? []
      return [mention, fitting.length === 1 ? fitting[0]! : mention]
    }),
  )
}

/** The tuple with one or more of its given parts left out: seven forms at most. */
function lesserForms(tuple: Int32Array): Int32Array[] {
  let forms = [tuple]
  for (const part of PARTS)
    if (tuple[part] !== UNSET) forms = forms.flatMap((form) => [form, form.with(part, UNSET)])
  return forms.slice(1)
}

import type { Strings } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { Folds } from './fold.ts'
import type { LooseMentions } from './loose-mentions.ts'
import type { MentionIndex } from './table-mentions.ts'
import { TheOnly } from './the-only.ts'

/**
 * SQL folds case: a mention out of queries is the same as the only declared one that equals it when folded. Where no declared one
 * does, all such spellings are one, and the last of them in the order of code units stands for it: small letters where there are
 * some. Where several declared ones do, each spelling is one of its own.
 */
export function joinSpellings({
  strings,
  tuples,
  loose,
  isDeclared,
}: LooseMentions): (mention: MentionIndex) => MentionIndex {
  if (loose.every(isDeclared)) return (mention) => mention
  const folds = new Folds(strings)
  const forms = new Tuples(4)
  const scratch = new Int32Array(4)
  const formOf = new Int32Array(tuples.size)
  for (const mention of loose) formOf[mention] = forms.intern(folds.internAll(tuples.row(mention), scratch))

  const declared = new TheOnly(forms.size)
  const last = new Map<number, MentionIndex>()
  for (const mention of loose) {
    const form = formOf[mention]!
    if (isDeclared(mention)) {
      declared.add(form, mention)
    } else {
      const other = last.get(form)
      if (other === undefined || isBefore(strings, tuples, other, mention)) last.set(form, mention)
    }
  }
  return (mention) => {
    const form = formOf[mention]!
    if (isDeclared(mention)) return mention
    return declared.has(form) ? (declared.of(form) ?? mention) : last.get(form)!
  }
}

function isBefore(strings: Strings, tuples: Tuples, one: MentionIndex, other: MentionIndex): boolean {
  for (let part = 0; part < tuples.width; part++) {
    const [a, b] = [tuples.get(one, part), tuples.get(other, part)]
    if (a === b) continue
    return (strings.at(a) ?? '') < (strings.at(b) ?? '')
  }
  return false
}

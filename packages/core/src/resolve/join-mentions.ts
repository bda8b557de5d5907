import { UNSET } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { Folds } from './fold.ts'
import { joinSpellings } from './join-spellings.ts'
import type { LooseMentions } from './loose-mentions.ts'
import { PARTS, type MentionIndex } from './table-mentions.ts'
import { TheOnly } from './the-only.ts'

/**
 * Joins mentions that mean one table. What queries mention is the same as what differs in case alone. And a mention with fewer parts
 * is the same as a fuller one when exactly one fullest one fits it: in exact case where both are declared, else with case folded.
 * Fullest are those that no other mention completes.
 * @returns for each mention of `loose` the one that stands for it, often itself. Whatever the order of mentions.
 */
export function joinMentions(mentions: LooseMentions): Map<MentionIndex, MentionIndex> {
  const { loose, isDeclared } = mentions
  const spelled = joinSpellings(mentions)
  const things = loose.filter((mention) => spelled(mention) === mention)
  const ways = [exactWay(mentions, things.filter(isDeclared))]
  if (!things.every(isDeclared)) ways.push(foldedWay(mentions, things))

  for (const { complete } of ways) for (const thing of things) complete(thing)
  for (const thing of things)
    if (!ways.some((way) => way.isCompleted(thing))) for (const way of ways) way.offer(thing)

  const standing = (thing: MentionIndex): MentionIndex => {
    const [fitting, another] = ways.filter((way) => way.hasFullest(thing))
    return (another ? undefined : fitting?.onlyFullest(thing)) ?? thing
  }
  return new Map(loose.map((mention) => [mention, standing(spelled(mention))]))
}

/** A way of telling whether a mention with fewer parts fits a fuller one. */
interface Way {
  /** Notes which mentions this one completes. */
  complete(fuller: MentionIndex): void
  isCompleted(mention: MentionIndex): boolean
  /** Offers a fullest mention to those that it completes. */
  offer(fullest: MentionIndex): void
  hasFullest(mention: MentionIndex): boolean
  onlyFullest(mention: MentionIndex): MentionIndex | undefined
}

/** Among declared mentions. */
function exactWay({ tuples }: LooseMentions, declared: readonly MentionIndex[]): Way {
  const isDeclared = new Uint8Array(tuples.size)
  for (const mention of declared) isDeclared[mention] = 1
  const completed = new Uint8Array(tuples.size)
  const fullest = new TheOnly(tuples.size)
  const eachLesser = (fuller: MentionIndex, see: (lesser: MentionIndex) => void): void => {
    for (const form of isDeclared[fuller] ? lesserForms(tuples.row(fuller)) : []) {
      const lesser = tuples.find(form)
      if (lesser >= 0 && isDeclared[lesser]) see(lesser)
    }
  }
  return {
    complete: (fuller) => eachLesser(fuller, (lesser) => (completed[lesser] = 1)),
    isCompleted: (mention) => completed[mention] === 1,
    offer: (fuller) => eachLesser(fuller, (lesser) => fullest.add(lesser, fuller)),
    hasFullest: (mention) => fullest.has(mention),
    onlyFullest: (mention) => fullest.of(mention),
  }
}

/** With case folded: what queries mention among all, what is declared among what queries mention. */
function foldedWay({ strings, tuples, isDeclared }: LooseMentions, things: readonly MentionIndex[]): Way {
  const folds = new Folds(strings)
  const forms = new Tuples(4)
  const scratch = new Int32Array(4)
  const formOf = new Int32Array(tuples.size)
  for (const thing of things) formOf[thing] = forms.intern(folds.internAll(tuples.row(thing), scratch))
  const completed = { byAny: new Uint8Array(forms.size), byQuery: new Uint8Array(forms.size) }
  const fullest = { ofAll: new TheOnly(forms.size), ofQueries: new TheOnly(forms.size) }
  const eachLesser = (fuller: MentionIndex, see: (form: number) => void): void => {
    for (const lesser of lesserForms(forms.row(formOf[fuller]!))) {
      const form = forms.find(lesser)
      if (form >= 0) see(form)
    }
  }
  const fullestFor = (mention: MentionIndex): TheOnly =>
    isDeclared(mention) ? fullest.ofQueries : fullest.ofAll
  return {
    complete(fuller) {
      eachLesser(fuller, (form) => {
        completed.byAny[form] = 1
        if (!isDeclared(fuller)) completed.byQuery[form] = 1
      })
    },
    isCompleted: (mention) =>
      (isDeclared(mention) ? completed.byQuery : completed.byAny)[formOf[mention]!] === 1,
    offer(fuller) {
      eachLesser(fuller, (form) => {
        fullest.ofAll.add(form, fuller)
        if (!isDeclared(fuller)) fullest.ofQueries.add(form, fuller)
      })
    },
    hasFullest: (mention) => fullestFor(mention).has(formOf[mention]!),
    onlyFullest: (mention) => fullestFor(mention).of(formOf[mention]!),
  }
}

/** The tuple with one or more of its given parts left out: seven forms at most. */
function lesserForms(tuple: Int32Array): Int32Array[] {
  let forms = [tuple]
  for (const part of PARTS)
    if (tuple[part] !== UNSET) forms = forms.flatMap((form) => [form, form.with(part, UNSET)])
  return forms.slice(1)
}

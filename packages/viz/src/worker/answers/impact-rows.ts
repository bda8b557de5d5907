import type { Reach, ThingIndex } from '@lineagraph/core'
import { lookOf } from '../../tokens/looks.ts'
import type { Sheet } from '../pictures/draw.ts'
import type { PictureWish } from '../pictures/picture-wish.ts'
import { placeOf } from '../names/name-of.ts'
import type { Named } from '../names/named.ts'
import { namedThing, sortOfThing, titleOf } from '../names/thing-names.ts'

/** Everything that a thing hangs on, or that hangs on it; of a stack, that all hang on which it folds. */
export interface ImpactWish {
  readonly key: string
  /** Null for downstream, or for upstream where there is something on that side alone. */
  readonly side: 'up' | 'down' | null
  /** What names, places and sorts must hold. */
  readonly find: string
  readonly by: 'hop' | 'name' | 'sort'
  readonly isTurned: boolean
  /** What the picture shows: what it draws as one has a key in it alone. */
  readonly shown: PictureWish
}

export interface ImpactRow extends Named {
  readonly id: string
  readonly place: string
  /** How far away, from 1. */
  readonly hop: number
  /** A shortest way there, in the direction of the data, both ends included: in between no more than a few. */
  readonly path: readonly string[]
}

/** A way of more things is told by its ends. */
const LONGEST_WAY = 12

/** Words what was reached. */
export interface ImpactRows {
  /** Sorted and filtered as wished: places in what was reached. O(n log n). */
  readonly orderOf: (reach: Reach, wish: ImpactWish) => number[]
  readonly rowAt: (reach: Reach, i: number) => ImpactRow
}

export function impactRows({ atlas, signs }: Sheet): ImpactRows {
  const { graph } = atlas
  const sortWord = (thing: ThingIndex): string => lookOf(sortOfThing(atlas, signs, thing)).one
  const placeText = (thing: ThingIndex): string => (thing < graph.nodeCount ? placeOf(graph, thing) : '')
  const idText = (thing: ThingIndex): string => (thing < graph.nodeCount ? graph.idOf(thing) : '')

  const orderOf = ({ things, hops }: Reach, { find, by, isTurned }: ImpactWish): number[] => {
    const wanted = fold(find)
    const order: number[] = []
    for (const [i, thing] of things.entries())
      if (
        wanted === '' ||
        [titleOf(atlas, thing), idText(thing), placeText(thing), sortWord(thing)].some((text) =>
          fold(text).includes(wanted),
        )
      )
        order.push(i)
    if (by !== 'hop') {
      const textOf = new Map(
        order.map((i) => [i, by === 'name' ? titleOf(atlas, things[i]!) : sortWord(things[i]!)]),
      )
      order.sort((a, b) => compare(textOf.get(a)!, textOf.get(b)!) || hops[a]! - hops[b]! || a - b)
    }
    return isTurned ? order.reverse() : order
  }

  const rowAt = ({ things, hops, wayTo }: Reach, i: number): ImpactRow => {
    const thing = things[i]!
    const way = wayTo(i)
    const cut =
      way.length > LONGEST_WAY ? [...way.slice(0, LONGEST_WAY / 2), -1, ...way.slice(-LONGEST_WAY / 2)] : way
    return {
      ...namedThing(atlas, signs, thing),
      id: idText(thing),
      place: placeText(thing),
      hop: hops[i]!,
      path: cut.map((step) => (step < 0 ? '…' : titleOf(atlas, step))),
    }
  }
  return { orderOf, rowAt }
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim()
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

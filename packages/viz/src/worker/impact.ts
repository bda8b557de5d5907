import { reachOf, thingOfKey, visible, type Reach, type ThingIndex } from '@lineagraph/core'
import { lookOf } from '../tokens/looks.ts'
import type { Sheet } from './draw.ts'
import { csvRow } from './csv.ts'
import { placeOf } from './name-of.ts'
import type { Named, Slice } from './named.ts'
import { namedThing, sortOfThing, titleOf } from './thing-names.ts'

/** Everything that a thing hangs on, or that hangs on it. */
export interface ImpactWish {
  readonly key: string
  readonly side: 'up' | 'down'
  /** What names, places and sorts must hold. */
  readonly find: string
  readonly by: 'hop' | 'name' | 'sort'
  readonly isTurned: boolean
}

export interface ImpactRow extends Named {
  readonly id: string
  readonly place: string
  /** How far away, from 1. */
  readonly hop: number
  /** A shortest way there, in the direction of the data, both ends included: in between no more than a few. */
  readonly path: readonly string[]
}

export interface Impact extends Slice<ImpactRow> {
  /** What it is about. */
  readonly of: Named
  /** How many there are each way, before the filter. */
  readonly upstream: number
  readonly downstream: number
}

export type ImpactFormat = 'csv' | 'json'

/** A way of more things is told by its ends. */
const LONGEST_WAY = 12

/** Answers what a thing hangs on, and what hangs on it. */
export interface ImpactTeller {
  impact(wish: ImpactWish, from: number, count: number): Impact | null
  text(wish: ImpactWish, format: ImpactFormat): readonly string[]
}

/** What was reached, sorted and filtered as wished: places in `reach`. */
interface Told {
  readonly of: Named
  readonly reach: Reach
  readonly other: Reach
  readonly order: readonly number[]
}

/** Whoever scrolls asks for the same again: the last answer is kept. O(n + m) for the first, n log n to sort. */
export function impactTeller({ atlas, signs }: Sheet): ImpactTeller {
  const { graph, tree } = atlas
  let reached: { readonly key: string; readonly up: Reach; readonly down: Reach } | undefined
  let last: { readonly text: string; readonly told: Told | null } | undefined

  const tell = (wish: ImpactWish): Told | null => {
    const thing = thingOfKey(graph, tree, wish.key)
    if (thing === undefined) return null
    if (reached?.key !== wish.key)
      reached = { key: wish.key, up: reachOf(atlas, thing, 'up'), down: reachOf(atlas, thing, 'down') }
    const [reach, other] = wish.side === 'up' ? [reached.up, reached.down] : [reached.down, reached.up]
    return { of: namedThing(atlas, signs, thing), reach, other, order: orderOf(reach, wish) }
  }
  const told = (wish: ImpactWish): Told | null => {
    const text = JSON.stringify([wish.key, wish.side, wish.find, wish.by, wish.isTurned])
    return (last?.text === text ? last : (last = { text, told: tell(wish) })).told
  }

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

  return {
    impact(wish, from, count) {
      const found = told(wish)
      if (!found) return null
      const { of, reach, other, order } = found
      const [mine, others] = [reach.things.length, other.things.length]
      return {
        of,
        upstream: wish.side === 'up' ? mine : others,
        downstream: wish.side === 'up' ? others : mine,
        rows: order
          .slice(from, from + count)
          .map((i) => rowAt(reach, i))
          .map((row) => ({ ...row, id: visible(row.id) })),
        from,
        total: order.length,
      }
    },
    text(wish, format) {
      const found = told(wish)
      if (!found) return []
      const { of, reach, order } = found
      const rows = order.map((i) => rowAt(reach, i))
      return format === 'csv' ? csvOf(rows) : jsonOf(of, wish.side, rows)
    },
  }
}

function csvOf(rows: readonly ImpactRow[]): string[] {
  const head = csvRow(['hop', 'type', 'name', 'id', 'place', 'path'])
  return [
    head,
    ...rows.map(({ hop, sort, name, id, place, path }) =>
      csvRow([String(hop), lookOf(sort).one, name, id, place, path.join(' → ')]),
    ),
  ]
}

function jsonOf(of: Named, side: ImpactWish['side'], rows: readonly ImpactRow[]): string[] {
  const head = { of: { name: of.name, type: lookOf(of.sort).one, key: of.key }, direction: `${side}stream` }
  const items = rows.map(({ hop, sort, name, id, place, path, key }) =>
    JSON.stringify({ hop, type: lookOf(sort).one, name, id, place, path, key }),
  )
  return [
    `${JSON.stringify(head).slice(0, -1)},"things":[\n`,
    ...items.map((item, i) => `${item}${i < items.length - 1 ? ',' : ''}\n`),
    ']}\n',
  ]
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim()
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

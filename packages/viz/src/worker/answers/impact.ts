import { reachOf, thingOfKey, visible, type Reach, type ThingIndex } from '@lineagraph/core'
import { lookOf } from '../../tokens/looks.ts'
import type { Composed } from '../pictures/composed.ts'
import type { Sheet } from '../pictures/draw.ts'
import type { PictureWish } from '../pictures/picture-wish.ts'
import { csvRow } from './csv.ts'
import { impactRows, type ImpactRow, type ImpactWish } from './impact-rows.ts'
import type { Named, Slice } from '../names/named.ts'
import { namedStack, namedThing } from '../names/thing-names.ts'

export interface Impact extends Slice<ImpactRow> {
  /** What it is about. */
  readonly of: Named
  /** Which side it tells. */
  readonly side: 'up' | 'down'
  /** How many there are each way, before the filter. */
  readonly upstream: number
  readonly downstream: number
}

export type ImpactFormat = 'csv' | 'json'

/** Answers what a thing hangs on, and what hangs on it. */
export interface ImpactTeller {
  impact(wish: ImpactWish, from: number, count: number): Impact | null
  text(wish: ImpactWish, format: ImpactFormat): readonly string[]
}

/** What a picture alone draws as one. */
const IS_STACK = /^stack:/

/** What was reached, sorted and filtered as wished: places in `reach`. */
interface Told {
  readonly of: Named
  readonly side: Impact['side']
  readonly reach: Reach
  readonly other: Reach
  readonly order: readonly number[]
}

/** What is asked about: a thing, or all that a stack folds. */
interface Asked {
  readonly named: Named
  readonly things: readonly ThingIndex[]
}

/** Whoever scrolls asks for the same again: the last answer is kept. O(n + m) for the first, n log n to sort. */
export function impactTeller(sheet: Sheet, composed: (shown: PictureWish) => Composed): ImpactTeller {
  const { atlas, signs } = sheet
  const { graph, tree } = atlas
  const { orderOf, rowAt } = impactRows(sheet)
  let reached: { readonly of: string; readonly up: Reach; readonly down: Reach } | undefined
  let last: { readonly text: string; readonly told: Told } | undefined

  const askedAbout = ({ key, shown }: ImpactWish): Asked | null => {
    const thing = thingOfKey(graph, tree, key)
    if (thing !== undefined) return { named: namedThing(atlas, signs, thing), things: [thing] }
    const stack = IS_STACK.test(key) ? composed(shown).stacks.find((one) => one.key === key) : undefined
    return stack ? { named: namedStack(atlas, signs, stack), things: stack.members } : null
  }
  const tell = (wish: ImpactWish, { named, things }: Asked): Told => {
    const of = things.join()
    if (reached?.of !== of)
      reached = { of, up: reachOf(atlas, things, 'up'), down: reachOf(atlas, things, 'down') }
    const { up, down } = reached
    const side = wish.side ?? (down.things.length === 0 && up.things.length > 0 ? 'up' : 'down')
    const [reach, other] = side === 'up' ? [up, down] : [down, up]
    return { of: named, side, reach, other, order: orderOf(reach, wish) }
  }
  const told = (wish: ImpactWish): Told | null => {
    const about = askedAbout(wish)
    if (!about) return null
    const text = JSON.stringify([about.things, wish.side, wish.find, wish.by, wish.isTurned])
    return (last?.text === text ? last : (last = { text, told: tell(wish, about) })).told
  }

  return {
    impact(wish, from, count) {
      const found = told(wish)
      if (!found) return null
      const { of, side, reach, other, order } = found
      const [mine, others] = [reach.things.length, other.things.length]
      return {
        of,
        side,
        upstream: side === 'up' ? mine : others,
        downstream: side === 'up' ? others : mine,
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
      const { of, side, reach, order } = found
      const rows = order.map((i) => rowAt(reach, i))
      return format === 'csv' ? csvOf(rows) : jsonOf(of, side, rows)
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

function jsonOf(of: Named, side: Impact['side'], rows: readonly ImpactRow[]): string[] {
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

import {
  foldThings,
  keyOfThing,
  thingOfKey,
  type Atlas,
  type ThingIndex,
  type Visible,
} from '@lineagraph/core'
import type { fansOf } from '../../layout/find-fans.ts'
import type { Shown } from '../../state/view.ts'
import type { Composed } from './composed.ts'
import type { Signs } from '../names/signs.ts'
import type { Stack } from '../names/stack.ts'

/** What is visible with its fans folded into stacks, but for those that are opened: by any of their members, since hops and filters say which is the first. */
export function folded(
  atlas: Atlas,
  shown: Shown,
  visible: Visible,
  fans: ReturnType<typeof fansOf>,
): Pick<Composed, 'visible' | 'stacks' | 'spread'> {
  const all = fans.map(({ kind, members }) => ({ members, stack: stackOf(atlas, visible, kind, members) }))
  const firsts = { fan: firstsOf(atlas, shown, 'fan'), circle: firstsOf(atlas, shown, 'circle') }
  const isOpened = ({ kind, members }: Stack): boolean => members.some((member) => firsts[kind].has(member))
  const stacks = all.filter(({ stack }) => !isOpened(stack))
  return {
    visible: foldThings(
      atlas,
      visible,
      stacks.map(({ members }) => members),
    ),
    stacks: stacks.map(({ stack }) => stack),
    spread: all.map(({ stack }) => stack).filter(isOpened),
  }
}

/** The first things of the stacks that are opened. */
function firstsOf({ graph, tree }: Atlas, { opened }: Shown, kind: Stack['kind']): Set<ThingIndex> {
  const start = `stack:${kind}:`
  const keys = opened.filter((key) => key.startsWith(start))
  return new Set(keys.flatMap((key) => thingOfKey(graph, tree, key.slice(start.length)) ?? []))
}

/** By thing a number that only things have in common that may fold into one; -1 for what never folds. */
export function foldableSorts(
  { tree }: Atlas,
  { sorts, sortAt }: Signs,
  { things, box, isBox, lane }: Visible,
  mayFold: (thing: ThingIndex) => boolean,
): Int32Array {
  return things.map((thing, index) =>
    isBox[index] || !mayFold(thing)
      ? -1
      : ((box[index]! + 1) * sorts.length + sortAt[tree.at[thing]!]!) * 2 + lane[index]!,
  )
}

function stackOf(
  { graph, tree }: Atlas,
  { things }: Visible,
  kind: Stack['kind'],
  members: Uint32Array,
): Stack {
  const inside = Array.from(members, (member) => things[member]!)
  return { key: `stack:${kind}:${keyOfThing(graph, tree, inside[0]!)}`, kind, members: inside }
}

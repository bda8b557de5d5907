import { findChannels, type ChannelOf } from './find-channels.ts'
import { findSlides, type SlideOf } from './find-slides.ts'
import type { PlacedBox } from './placed-box.ts'

/** Where between its columns the lines of a box turn. */
export interface Turns {
  readonly channelOf: ChannelOf
  readonly slideOf: SlideOf
}

/** Finds them, or remembers them of a box that stands as it stood before. @param lane of each item. */
export function findTurns(placed: PlacedBox, lane: Uint8Array, known: WeakMap<PlacedBox, Turns>): Turns {
  let turns = known.get(placed)
  if (turns) return turns
  const channelOf = findChannels(placed, lane)
  turns = { channelOf, slideOf: findSlides(placed, lane, channelOf) }
  known.set(placed, turns)
  return turns
}

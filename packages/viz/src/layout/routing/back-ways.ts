import { boxOfPiece, type Routed } from '../boxes/routed.ts'
import { FAR } from '../crossings/layered.ts'
import { crossGaps, type Crossings } from './cross-gaps.ts'
import { passBelow, type PassesBelow } from './pass-below.ts'
import { turnsBeside, type TurnsBeside } from './turns-beside.ts'
import { turnTracks } from './turn-tracks.ts'

/** The ways of all pieces that lead back, each its own: no two lie on each other where there is room. */
export interface BackWays {
  readonly turns: TurnsBeside
  readonly below: PassesBelow
  readonly crossings: Crossings
}

/** O((p + layers passed) log p). */
export function backWays(routed: Routed): BackWays {
  const { pieces, linkOf } = routed
  const turned = pieces.byBox.filter((piece) => {
    const { placed, turned } = boxOfPiece(routed, piece)
    return turned[linkOf[piece]!] === 1 && placed.layered.dummyStarts[linkOf[piece]!] !== FAR
  })
  const below = passBelow(routed, turned)
  const tracks = turnTracks(routed, turned, below)
  return { turns: turnsBeside(routed, turned, tracks), below, crossings: crossGaps(routed, turned, below) }
}

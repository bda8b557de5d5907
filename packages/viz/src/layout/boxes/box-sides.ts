import type { PlacingInput } from '../placing/placing.ts'

/** How much a box keeps free inside its sides. */
export interface Sides {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The sides of box `own`, its head at the top, or at the left where the picture lies on its side; of the picture the margin. */
export function sidesOf({ count, box, head, gaps, direction }: PlacingInput, own: number): Sides {
  const room = own === count ? gaps.margin : box[own]! < 0 ? gaps.padding : gaps.innerPadding
  const headRoom = own < count && head[own]! > 0 ? head[own]! : room
  return {
    left: direction === 'down' ? headRoom : room,
    right: room,
    top: direction === 'down' ? room : headRoom,
    bottom: room,
  }
}

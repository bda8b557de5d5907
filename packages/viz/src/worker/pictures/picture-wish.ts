import type { Shown } from '../../state/view.ts'

/** Which picture is wanted: what the view shows, and whether the window is so narrow that the data goes downwards. */
export interface PictureWish extends Shown {
  readonly isNarrow: boolean
}

/** Which way the data goes in a picture. */
export const directionOf = ({ flow, isNarrow }: PictureWish): 'right' | 'down' =>
  flow === 'auto' ? (isNarrow ? 'down' : 'right') : flow

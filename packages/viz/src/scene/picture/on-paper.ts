import type { Prepared } from './prepared.ts'

/** A picture as it is saved: nothing in it opens or closes, so it has no buttons for that, and what they took is free for words. */
export const onPaper = (picture: Prepared): Prepared => ({
  ...picture,
  things: { ...picture.things, opens: new Uint8Array(picture.things.count) },
})

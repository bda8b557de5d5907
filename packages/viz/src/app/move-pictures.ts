import { signal, type ReadonlySignal } from '@preact/signals'
import { timer, type Timer } from 'd3-timer'
import { between, motionOf, type Move } from '../scene/picture/between.ts'
import { easeOut } from '../scene/camera/ease.ts'
import type { Prepared } from '../scene/picture/prepared.ts'

const MOVE = 250
/** With more things than this a frame would take too long: they are simply there. */
const MOST = 4000

/** Shows pictures one after the other, so that what stays moves visibly from where it was. */
export interface Mover {
  readonly moving: ReadonlySignal<Prepared | null>
  /** @param by how far the camera goes with it; null shows it at once. */
  show(picture: Prepared, by: Move | null): void
}

export function startMover(isCalm: () => boolean): Mover {
  const moving = signal<Prepared | null>(null)
  let running: Timer | undefined
  return {
    moving,
    show(picture, by) {
      running?.stop()
      const before = moving.peek()
      if (!before || !by || isCalm() || picture.things.count > MOST) {
        moving.value = picture
        return
      }
      const motion = motionOf(before, picture, by)
      moving.value = between(before, picture, motion, 0)
      running = timer((elapsed) => {
        const isOver = elapsed >= MOVE
        moving.value = isOver ? picture : between(before, picture, motion, easeOut(elapsed / MOVE))
        if (isOver) running?.stop()
      })
    },
  }
}

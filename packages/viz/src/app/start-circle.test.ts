import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import type { Circle, Rect } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { showCircle } from './start-circle.ts'

const CIRCLE: Circle = {
  ...{ key: 'circle:id:a', size: 2, things: [0, 1], lines: [], edges: [], way: [], wayHops: 2, wayAt: [] },
  ...{ isShortest: true, cut: [], opening: { from: 'id:b', to: 'id:a' } },
}
const at = (x: number): Prepared =>
  prepare({ ...pictureWith(cardsAt([[x, 0], [x + 300, 0]]), linesFrom([])), circles: [CIRCLE] }) // prettier-ignore

test('the circle of a finding is looked at where it stands in the picture that comes with it, once, with what is around it', () => {
  const circle = signal<string | null>(null)
  const picture = signal<Prepared | null>(at(0))
  const [isComing, camera] = [signal(true), signal({ x: 0, y: 0, k: 1 })]
  const lookAt = vi.fn<(rect: Rect) => void>()
  showCircle({ circle, picture, camera, isComing }, lookAt)
  circle.value = CIRCLE.key
  picture.value = at(1000)
  expect(lookAt).not.toHaveBeenCalled()
  isComing.value = false
  expect(lookAt.mock.calls).toEqual([[{ x: 972, y: -56, width: 300 + 172 + 56, height: 44 + 56 + 28 }]])
  picture.value = at(2000)
  expect(lookAt).toHaveBeenCalledOnce()
})

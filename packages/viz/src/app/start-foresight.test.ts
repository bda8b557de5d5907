import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenedRun } from '../panels/model.ts'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { NOTHING, type Met } from '../scene/meet.ts'
import { FORMS } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { openContainer } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { startForesight } from './start-foresight.ts'
import type { StartedOpening } from './start-opening.ts'
import type { StartedView } from './start-view.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A picture whose first thing is a closed container. */
function containerWith(inside: number): Prepared {
  const cards = cardsAt([
    [0, 0],
    [230, 0],
  ])
  cards.forms[0] = FORMS.indexOf('container')
  cards.inside[0] = inside
  return prepare(pictureWith(cards, linesFrom([])))
}

function started(seen: Prepared) {
  const wishOf = (view: View) => ({ ...shownOf(view), isNarrow: false })
  const textOf = (view: View): string => JSON.stringify(wishOf(view))
  const view = signal(FIRST_VIEW)
  const [selection, hovered] = [signal<readonly string[]>([]), signal<Met>(NOTHING)]
  const [picture, run] = [signal<Prepared | null>(seen), signal({} as OpenedRun)]
  const seenWish = signal(textOf(FIRST_VIEW))
  const drawn = pictureWith(
    cardsAt([
      [0, 0],
      [0, 90],
    ]),
    linesFrom([]),
  )
  const ask = vi.fn<(question: string, wish: object) => Promise<typeof drawn>>(() => Promise.resolve(drawn))
  const { taken } = startForesight({
    picture,
    hovered,
    seenWish,
    view: { view, selection, wish: signal(wishOf(FIRST_VIEW)), wishOf } as unknown as StartedView,
    opening: { run, ask } as unknown as StartedOpening,
  })
  const opened = textOf(openContainer(FIRST_VIEW, 'id:a', { level: 0, opensAt: 0 }))
  return { selection, hovered, picture, run, seenWish, drawn, ask, taken, opened }
}

/** What has been asked for is there. */
async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(200)
  vi.useRealTimers()
  await new Promise((resolve) => setTimeout(resolve, 20))
  vi.useFakeTimers()
}

test('a container that is chosen is opened ahead in a large picture', async () => {
  const { selection, drawn, taken, opened } = started(containerWith(5000))
  selection.value = ['id:a']
  expect(taken(opened)).toBe(null)
  await rest()
  expect(taken(opened)?.things).toBe(drawn.things)
  expect(taken(`${opened} `)).toBe(null)
})

test('so is one that the pointer rests on, but not one that it passes', async () => {
  const { hovered, ask, taken, opened } = started(containerWith(5000))
  hovered.value = { kind: 'thing', thing: 0, row: -1 }
  await vi.advanceTimersByTimeAsync(50)
  hovered.value = NOTHING
  await rest()
  expect(ask).not.toHaveBeenCalled()
  hovered.value = { kind: 'thing', thing: 0, row: -1 }
  await rest()
  expect(taken(opened)).not.toBe(null)
})

test.each([10, 1_000_000])(
  'none is where %i things are in it: that is soon done, or too much',
  async (inside) => {
    const { selection, ask } = started(containerWith(inside))
    selection.value = ['id:a']
    await rest()
    expect(ask).not.toHaveBeenCalled()
  },
)

test('nothing is while a picture is awaited, or for what is no container', async () => {
  const { selection, seenWish, ask } = started(containerWith(5000))
  selection.value = ['id:b']
  await rest()
  seenWish.value = ''
  selection.value = ['id:a']
  await rest()
  expect(ask).not.toHaveBeenCalled()
})

test('what was drawn ahead of another picture, or of another run, is forgotten', async () => {
  const { selection, picture, run, taken, opened } = started(containerWith(5000))
  selection.value = ['id:a']
  await rest()
  const seen = picture.peek()
  picture.value = null
  expect(taken(opened)).toBe(null)
  picture.value = seen
  await rest()
  expect(taken(opened)).not.toBe(null)
  run.value = {} as OpenedRun
  expect(taken(opened)).toBe(null)
})

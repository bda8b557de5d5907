import { describe, expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import type { Rect } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { followPicture, followToggled, type Change } from './follow-picture.ts'

const sight = { size: { width: 1000, height: 500 }, isNarrow: true, over: [], bars: [] }
const LARGE: Rect = { x: 0, y: 0, width: 9000, height: 4000 }

/** Cards a, b, c … of 172 × 44 at some places; the first one may be higher. */
function at(places: [number, number][], { bounds = LARGE, height = 44, view = 'map' } = {}): Prepared {
  const cards = cardsAt(places)
  cards.height[0] = height
  return prepare({ ...pictureWith(cards, linesFrom([])), bounds, view: view as 'map' | 'lineage' })
}

const camera = { x: 500, y: 250, k: 1 }
const change = (before: Prepared, next: Prepared, how: Partial<Change> = {}): Change => ({
  ...{ before, next, camera, kept: camera, isOwn: false, sight, pointer: null },
  ...how,
})

describe('with a picture that nobody has toggled anything for', () => {
  const [before, next] = [at([[400, 200], [600, 300]]), at([[410, 200], [600, 330]])] // prettier-ignore

  test('what is in mind stays where it is, the first that is in the window', () => {
    expect(followPicture(change(before, next), [-1, 0, 1], false)).toEqual({ x: 510, y: 250, k: 1 })
    expect(followPicture(change(before, next), [1], false)).toEqual({ x: 500, y: 280, k: 1 })
    const far = [at([[4000, 200], [600, 300]]), at([[4010, 200], [600, 330]])] as const // prettier-ignore
    expect(followPicture(change(...far), [0, 1], false)).toEqual({ x: 500, y: 280, k: 1 })
  })

  test('all of a picture is in sight that was so before, but with a newer run what one looks at stays', () => {
    const small = { x: 0, y: 0, width: 1000, height: 500 }
    const wide = { x: 0, y: 0, width: 2000, height: 500 }
    const whole = change(at([[400, 200]], { bounds: small }), at([[410, 200]], { bounds: wide }))
    expect(followPicture(whole, [], false)).toEqual({ x: 1000, y: 250, k: 0.5 })
    expect(followPicture(whole, [], true)).toEqual({ x: 510, y: 250, k: 1 })
    expect(followPicture({ ...whole, kept: { x: 400, y: 250, k: 1 } }, [], false).k).toBe(1)
  })

  test('the nearest part of a picture is in sight where nothing of it would be', () => {
    const gone = at([[400, 200]]) // a
    const left = prepare({
      ...pictureWith({ ...cardsAt([[3000, 200]]), keys: ['id:z'] }, linesFrom([])),
      bounds: LARGE,
    })
    const to = followPicture(change(gone, left), [], false)
    expect(Math.abs(to.x - 3000)).toBeLessThan(500)
  })
})

describe('with what has been toggled', () => {
  const toggled = { key: 'id:a', isOpened: true, isFollowed: null }
  const closed = at([[900, 200], [100, 200]]) // prettier-ignore
  const open = at([[930, 200], [100, 200]], { height: 400 }) // prettier-ignore
  const goneWith = { x: 530, y: 250, k: 1 }

  test('it stays where it is, and then more of it is seen where too little of it was', () => {
    const { to, after } = followToggled(change(closed, open), toggled)
    expect(to).toEqual(goneWith)
    expect(after!.x).toBeGreaterThan(goneWith.x)
  })

  test('the page’s own camera has all of it in sight at once', () => {
    expect(followToggled(change(closed, open, { isOwn: true }), toggled)).toEqual({
      to: { x: 930 + 172 + 12 - 500, y: 200 + 400 + 12 - 250, k: 1 },
      after: null,
    })
  })

  test('it stays under the pointer, whoever moved the camera last, as long as anything inside it is seen', () => {
    const pointer = { x: 910, y: 210 }
    for (const isOwn of [true, false])
      expect(followToggled(change(closed, open, { isOwn, pointer }), toggled)).toEqual({
        ...{ to: goneWith, after: null },
      })
  })

  test('by keys, while the pointer is on something else, more of it is seen', () => {
    const pointer = { x: 110, y: 210 }
    expect(followToggled(change(closed, open, { pointer }), toggled).after!.x).toBeGreaterThan(goneWith.x)
  })

  test('it stays where it is and no more is looked for where it has the size that it had', () => {
    const moved = at([[930, 200], [100, 200]]) // prettier-ignore
    expect(followToggled(change(closed, moved), toggled)).toEqual({ to: goneWith, after: null })
  })

  test('more is looked for in the picture that follows a first one, unless somebody looks elsewhere by now', () => {
    const again = change(open, open, { camera: goneWith, kept: goneWith })
    expect(followToggled(again, { ...toggled, isFollowed: true }).after).not.toBeNull()
    expect(followToggled(again, { ...toggled, isFollowed: false }).after).toBeNull()
  })

  test('its rows are read: the camera goes near where none are drawn, also where it has the size that it had', () => {
    const rows = { ...pictureWith(closed.things, linesFrom([])).rows, starts: Uint32Array.of(0, 3, 3) }
    const card = prepare({ ...pictureWith(closed.things, linesFrom([])), bounds: LARGE, rows })
    const far = { x: 900, y: 250, k: 0.3 }
    const from = change(card, card, { camera: far, kept: far })
    expect(followToggled(from, toggled).after!.k).toBeGreaterThan(0.5)
    expect(followToggled(from, { ...toggled, isOpened: false }).after).toBeNull()
  })
})

describe('with a step of a lineage that leads further', () => {
  const toggled = { key: 'id:a', isOpened: false, isFollowed: null }
  const lineage = (places: [number, number][], bounds: Rect): Prepared =>
    at(places, { bounds, view: 'lineage' })
  const before = lineage([[700, 200]], { x: 0, y: 0, width: 1000, height: 500 })

  test('what has come is in sight with it, under the page’s own camera', () => {
    const next = lineage([[700, 200], [930, 200]], LARGE) // prettier-ignore
    const { to, after } = followToggled(change(before, next, { isOwn: true }), toggled)
    expect({ to, after }).toEqual({ to: { x: 930 + 172 + 12 - 500, y: 250, k: 1 }, after: null })
  })

  test('it stays where it is, and then the camera goes further out, where names are read with all of the picture in sight', () => {
    const wide = { x: 0, y: 0, width: 1600, height: 500 }
    const next = lineage([[710, 200], [1400, 200]], wide) // prettier-ignore
    const { to, after } = followToggled(change(before, next, { isOwn: true }), toggled)
    expect(to).toEqual({ x: 510, y: 250, k: 1 })
    expect(after).toEqual({ x: 800, y: 250, k: 0.625 })
  })

  test('it stays under the pointer where any of what has come is seen, else the nearest of that is', () => {
    const pointer = { x: 860, y: 210 }
    const seen = lineage([[710, 200], [930, 200]], LARGE) // prettier-ignore
    const beyond = lineage([[710, 200], [1200, 400], [1100, 200]], LARGE) // prettier-ignore
    for (const isOwn of [true, false]) {
      const how = { isOwn, pointer }
      expect(followToggled(change(before, seen, how), toggled)).toEqual({
        ...{ to: { x: 510, y: 250, k: 1 }, after: null },
      })
      expect(followToggled(change(before, beyond, how), toggled)).toEqual({
        ...{ to: { x: 510, y: 250, k: 1 }, after: { x: 1100 + 172 + 48 - 500, y: 250, k: 1 } },
      })
    }
  })

  test('a camera of one’s own stays', () => {
    const next = lineage([[700, 200], [930, 200]], LARGE) // prettier-ignore
    expect(followToggled(change(before, next), toggled)).toEqual({ to: camera, after: null })
  })
})

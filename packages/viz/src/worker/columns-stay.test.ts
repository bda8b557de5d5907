import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { FORMS, type Picture } from '../scene/picture/picture.ts'
import { closeContainer, openContainer } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { CLICKED_RUNS } from '../../test/clicked-runs.ts'
import type { Answers } from './protocol.ts'
import { startSession } from './session.ts'

const opened = async (lines: readonly string[]): Promise<Answers> => {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  await session.open([{ name: 'run.jsonl', blob: new Blob([lines.join('\n')]) }])
  return session
}

const drawn = async (session: Answers, view: View, isNarrow = false): Promise<Picture> =>
  (await session.draw({ ...shownOf(view), isNarrow }))!

interface Place {
  readonly box: string
  readonly layer: number
  readonly x: number
  readonly y: number
}

/** Where what is in columns stands. @param but what does not count. */
function placesIn({ things }: Picture, but: string): Map<string, Place> {
  const places = new Map<string, Place>()
  things.keys.forEach((key, thing) => {
    if (key === but || things.layers[thing]! < 0) return
    const [box, layer] = [things.keys[things.box[thing]!] ?? '', things.layers[thing]!]
    places.set(key, { box, layer, x: things.x[thing]!, y: things.y[thing]! })
  })
  return places
}

/** What stands in another column of its box than before, and what has changed places with another of its column. */
function movedIn(before: Map<string, Place>, after: Map<string, Place>): string[] {
  const moved: string[] = []
  const both = [...before.keys()].filter((key) => before.get(key)!.box === after.get(key)?.box)
  for (const key of both) if (before.get(key)!.layer !== after.get(key)!.layer) moved.push(key)
  const isOneColumn = (one: Place, other: Place): boolean =>
    one.box === other.box && one.layer === other.layer && one.x === other.x
  for (const [i, key] of both.entries())
    for (const next of both.slice(i + 1)) {
      const [was, is] = [before, after].map((places) => [places.get(key)!, places.get(next)!] as const)
      if (isOneColumn(...was!) && isOneColumn(...is!) && was![0].y < was![1].y !== is![0].y < is![1].y)
        moved.push(`${key} over ${next}`)
    }
  return moved
}

const togglesOf = ({ things, level }: Picture): { key: string; there: View; back: View }[] =>
  things.keys.flatMap((key, thing) => {
    const form = FORMS[things.forms[thing]!]!
    if (form !== 'container' && form !== 'box') return []
    const [go, come] = form === 'box' ? [closeContainer, openContainer] : [openContainer, closeContainer]
    const there = go(FIRST_VIEW, key, { level, opensAt: 9 })
    return [{ key, there, back: come(there, key, { level, opensAt: 9 }) }]
  })

/** Those in which anything can be opened. */
const CONTAINING = CLICKED_RUNS.filter(({ lines }) =>
  lines.some((line) => /"parent_databuilder_id": ?"/.test(line)),
)

describe.each(CONTAINING)('of $name', ({ lines }) => {
  test('a container that is opened or closed leaves all others in their columns, in their order', async () => {
    const session = await opened(lines)
    const first = await drawn(session, FIRST_VIEW)
    const toggles = togglesOf(first)
    expect(toggles.length).toBeGreaterThan(0)
    for (const { key, there } of toggles) {
      const next = await drawn(session, there)
      expect([key, ...movedIn(placesIn(first, key), placesIn(next, key))]).toEqual([key])
      await drawn(session, FIRST_VIEW)
    }
  })

  test.each([false, true])(
    'a container that is opened and closed again, or the other way round, leaves the picture as it was (narrow: %s)',
    async (isNarrow) => {
      const session = await opened(lines)
      const first = await drawn(session, FIRST_VIEW, isNarrow)
      const { layoutTime: _, ...before } = first
      for (const { there, back } of togglesOf(first)) {
        await drawn(session, there, isNarrow)
        const { layoutTime: _, ...again } = await drawn(session, back, isNarrow)
        // toEqual would take a quarter of the time of the whole test.
        expect(isDeepStrictEqual(again, before) ? before : again).toBe(before)
      }
    },
  )
})

import { expect, test } from 'vitest'
import { fit, type Size } from '../../scene/camera/camera.ts'
import { fitterOf } from '../../scene/marks/cut-text.ts'
import { prepare } from '../../scene/picture/prepared.ts'
import type { Picture } from '../../scene/picture/picture.ts'
import { NO_LIGHT } from '../../scene/lighting.ts'
import { lookAt } from '../../scene/look-at.ts'
import { sceneOf } from '../../scene/scene.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../../state/view.ts'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'
import type { Answers } from '../protocol.ts'

/** Of 1440 × 900 and 1280 × 720, with both panels open. */
const WINDOWS: readonly Size[] = [
  { width: 937, height: 785 },
  { width: 777, height: 605 },
]
const SCHEMAS = ['marketing', 'product', 'claims', 'core', 'reporting', 'finance', 'staging', 'raw']
const BOARDS = [0, 1, 2, 3].map((i) => `Overview ${i}`)

/** A chain of schemas that leads to dashboards, all in one long line. */
const chain = (names = SCHEMAS): Promise<Answers> =>
  plainSession(
    [
      thing('database', 'shop'),
      ...names.flatMap((name) => [
        thing('schema', name, 'shop'),
        ...[0, 1].map((i) => thing('table', `${name}.t${i}`, name)),
      ]),
      thing('dashboard_group', 'Group'),
      ...BOARDS.flatMap((board) => [thing('dashboard', board, 'Group'), thing('chart', `${board}.c`, board)]),
    ],
    [
      ...names.slice(1).map((name, i) => feeds(`${names[i]!}.t0`, `${name}.t1`)),
      ...BOARDS.map((board) => feeds(`${names.at(-1)!}.t0`, `${board}.c`)),
    ],
  )

const map = (shown: Partial<Shown> = {}) => ({ ...shownOf(FIRST_VIEW), level: 1, ...shown, isNarrow: false })

const fitter = fitterOf((text, weight) => text.length * (weight === 600 ? 6.5 : 6.1))

/** The names that are cut where a window shows all of a picture. */
function cutNames(drawn: Picture, size: Size): string[] {
  const picture = prepare(drawn)
  const { ground, rest, top } = sceneOf(
    lookAt(picture, { camera: fit(picture.bounds, size), size, fitter }),
    NO_LIGHT,
  )
  return [...ground, ...rest, ...top].flatMap((mark) =>
    mark.kind === 'text' && mark.text.includes('…') ? [mark.text] : [],
  )
}

test('closed containers are as wide as their names need where windows show all of the picture', async () => {
  const picture = (await (await chain()).draw(map()))!
  for (const size of WINDOWS) {
    expect(fit(picture.bounds, size).k).toBeLessThan(0.8)
    expect(cutNames(picture, size)).toEqual([])
  }
})

test('a name that is too long to be whole takes no room from those that can be', async () => {
  const rows = [0, 1, 2, 3]
  const long = (row: number): string => `what_is_far_too_long_to_be_whole_in_a_picture_${row}`
  const chains = rows.map((row) => [
    ...[`${long(row)}0`, `${long(row)}1`],
    ...[0, 1, 2, 3, 4].map((step) => `sold_weeks_${row}${step}`),
  ])
  const session = await plainSession(
    chains.flatMap((chain) => chain.map((id) => thing('table', id))),
    chains.flatMap((chain) => chain.slice(1).map((id, i) => feeds(chain[i]!, id))),
  )
  const picture = (await session.draw(map()))!
  for (const size of WINDOWS) {
    expect(fit(picture.bounds, size).k).toBeLessThan(0.8)
    expect(cutNames(picture, size)).toHaveLength(2 * rows.length)
  }
})

test('where all names are whole as it is, the picture is laid out as it always was', async () => {
  const picture = (await (await chain(SCHEMAS.slice(5))).draw(map()))!
  expect(picture.nameRoom).toBe(0)
})

test('names have as much room as before where a thing is hidden or opened', async () => {
  const session = await chain()
  const first = (await session.draw(map()))!
  expect(first.nameRoom).toBeGreaterThan(0)
  for (const shown of [{ hide: ['id:marketing'] }, { opened: ['id:raw'] }, {}])
    expect((await session.draw(map(shown)))!.nameRoom).toBe(first.nameRoom)
})

test('a link gives names the room that they had for who came to it step by step', async () => {
  const shown = { closed: ['id:shop'] }
  const session = await chain()
  await session.draw(map())
  const stepped = (await session.draw(map(shown)))!
  const linked = (await (await chain()).draw(map(shown)))!
  expect(stepped.nameRoom).toBeGreaterThan(0)
  expect(linked.nameRoom).toBe(stepped.nameRoom)
  expect(linked.things.width).toEqual(stepped.things.width)
})

test('cards of a lineage that no window shows whole are as wide as they may be', async () => {
  const name = (what: string): string => `a_name_of_some_length_${what}`
  const [first, second, middle] = ['1', '2', '3'].map(name) as [string, string, string]
  const nexts = Array.from({ length: 6 }, (_, i) => name(`next_${i}`))
  const lasts = nexts.flatMap((own) => ['x', 'y', 'z'].map((end) => ({ own, last: `${own}_${end}` })))
  const session = await plainSession(
    [first, second, middle, ...nexts, ...lasts.map(({ last }) => last)].map((own) => thing('table', own)),
    [
      feeds(first, second),
      feeds(second, middle),
      ...nexts.map((own) => feeds(middle, own)),
      ...lasts.map(({ own, last }) => feeds(own, last)),
    ],
  )
  const picture = (await session.draw({
    ...{ ...shownOf(FIRST_VIEW), kind: 'lineage', focus: `id:${middle}`, isNarrow: false },
  }))!
  expect(picture.bounds.height).toBeGreaterThan(785 / 0.8)
  const titles = new Map(picture.things.titles.map((title, i) => [title, picture.things.width[i]!]))
  expect(titles.get(first)).toBeGreaterThanOrEqual(42 + 6.5 * first.length)
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitterOf } from '../scene/marks/cut-text.ts'
import type { Sides } from '../scene/marks/hit-test.ts'
import { pillsOf } from '../scene/marks/pills.ts'
import { BOX, SHEETS } from '../scene/picture/measures.ts'
import { FORMS } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const ROOT = new URL('../../../../', import.meta.url)
/** Runs made from public metadata. They are not part of this repository. */
const REAL_DATA = new URL('../shared/realdata/', ROOT)
const RUNS = [
  new URL('fixtures/cluvio/run/', ROOT),
  ...['tuva', 'marquez_food_delivery', 'datahub_tableau'].map((name) => new URL(`${name}/`, REAL_DATA)),
]
  .map((url) => fileURLToPath(url))
  .filter((folder) => existsSync(folder))

/** As many lineages of a run are looked at, of things all over it. */
const FOCI = 24
const fitter = fitterOf((text) => text.length * 6.5)
const AT = { x: 0, y: 0, k: 1 }
/** An arrowhead, CSS pixels. */
const HEAD = { length: 7, half: 3.6 } as const

interface Standing {
  /** What is wrong with any pill. */
  readonly faults: string[]
  /** How many sides of things say that something waits there, and how many pills stand beside theirs. */
  readonly waiting: number
  readonly beside: number
}

/** Looks at all pills of a picture at 100 %. */
function standing(picture: Prepared): Standing {
  const { things } = picture
  const all = [...things.keys.keys()]
  const pills = all.flatMap((own) => pillsOf(picture, own, AT, fitter, false))
  const heads = arrowheads(picture)
  const faults: string[] = []
  const sidesOfPills = pills.map(({ x, y, width, height }) => sides(x, y, width, height))
  pills.forEach(({ thing: own, side }, i) => {
    const pill = sidesOfPills[i]!
    const tell = (what: string): void => void faults.push(`${things.keys[own]} ${side} ${what}`)
    const away = apart(pill, taken(picture, own))
    if (away <= 0) tell('lies on its card')
    for (const other of all) {
      if (other === own) continue
      const far = apart(pill, taken(picture, other))
      if (far <= 0) tell(`lies on ${things.keys[other]}`)
      else if (FORMS[things.forms[other]!] !== 'box' && far <= away)
        tell(`is nearer to ${things.keys[other]}`)
    }
    if (heads.some((head) => apart(pill, head) <= 0)) tell('lies on an arrowhead')
    if (sidesOfPills.some((other, j) => j !== i && apart(pill, other) <= 0)) tell('lies on another')
  })
  const waiting = [...things.waitsUp, ...things.waitsDown].filter((count) => count > 0).length
  return { faults, waiting, beside: pills.filter(({ stands }) => stands === 'beside').length }
}

const sides = (x: number, y: number, width: number, height: number): Sides => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
})

/** What a thing takes: a stack with its sheets, of a box its header with the name. */
function taken({ things: { x, y, width, height, forms } }: Prepared, own: number): Sides {
  const sheets = FORMS[forms[own]!] === 'stack' ? SHEETS : 0
  const high = FORMS[forms[own]!] === 'box' ? BOX.head : height[own]! + sheets
  return sides(x[own]!, y[own]!, width[own]! + sheets, high)
}

function arrowheads(picture: Prepared): Sides[] {
  const { count, starts } = picture.lines
  const curves = picture.curvesAt(AT.k)
  const heads: Sides[] = []
  for (let line = 0; line < count; line++) {
    const end = starts[line + 1]!
    if (end - starts[line]! < 8) continue
    const [tipX, tipY] = [curves[end - 2]!, curves[end - 1]!]
    const [dx, dy] = [tipX - curves[end - 4]!, tipY - curves[end - 3]!]
    const length = Math.hypot(dx, dy) || 1
    const [baseX, baseY] = [tipX - (dx / length) * HEAD.length, tipY - (dy / length) * HEAD.length]
    const [wide, high] = [(Math.abs(dy) / length) * HEAD.half, (Math.abs(dx) / length) * HEAD.half]
    heads.push({
      left: Math.min(tipX, baseX) - wide,
      top: Math.min(tipY, baseY) - high,
      right: Math.max(tipX, baseX) + wide,
      bottom: Math.max(tipY, baseY) + high,
    })
  }
  return heads
}

/** How far two rectangles are from each other; 0 where they overlap. */
const apart = (one: Sides, other: Sides): number =>
  Math.hypot(
    Math.max(0, one.left - other.right, other.left - one.right),
    Math.max(0, one.top - other.bottom, other.top - one.bottom),
  )

async function lineage(session: Answers, shown: Partial<Shown>, isNarrow = false): Promise<Prepared> {
  return prepare((await session.draw({ ...shownOf(FIRST_VIEW), kind: 'lineage', ...shown, isNarrow }))!)
}

test('there are real runs to look at', ({ skip }) => {
  skip(RUNS.length === 1, 'the folder of real runs is not beside this checkout')
  expect(RUNS).toHaveLength(4)
})

const sessions = new Map<string, Promise<{ session: Answers; foci: string[] }>>()
function opened(folder: string) {
  const read = async () => {
    const [resources, edges] = ['resources.jsonl', 'lineage.jsonl'].map((file) =>
      readFileSync(folder + file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(
          (line) => JSON.parse(line) as { readonly entity_type?: string; readonly databuilder_id?: string },
        ),
    ) as [{ entity_type?: string; databuilder_id?: string }[], object[]]
    const ids = resources
      .filter(({ entity_type: type }) => ['table', 'dashboard', 'chart'].includes(type ?? ''))
      .map(({ databuilder_id: id }) => `id:${id}`)
    const step = Math.max(1, Math.floor(ids.length / FOCI))
    return { session: await plainSession(resources, edges), foci: ids.filter((_, i) => i % step === 0) }
  }
  const known = sessions.get(folder) ?? read()
  sessions.set(folder, known)
  return known
}

interface Looked {
  readonly name: string
  readonly shown: Partial<Shown>
  /** The part of all pills that stand beside their cards at least. */
  readonly least: number
  readonly isNarrow?: boolean
}
const VIEWS: readonly Looked[] = [
  { name: 'as it opens', shown: {}, least: 0.97 },
  { name: 'one hop', shown: { up: 1, down: 1 }, least: 0.97 },
  { name: 'all columns', shown: { columns: 'all' }, least: 0.97 },
  { name: 'in databases', shown: { boxes: 'database' }, least: 0.97 },
  // Lines turn right before the side of a box.
  { name: 'in schemas', shown: { boxes: 'schema' }, least: 0.9 },
  { name: 'downwards', shown: { flow: 'down' }, least: 0.97 },
  { name: 'on a phone', shown: {}, least: 0.97, isNarrow: true },
]
const cases = RUNS.flatMap((folder) =>
  VIEWS.map((view) => ({ ...view, folder, run: folder.split('/').slice(-3, -1).join('/') })),
)

test.for(cases)(
  'in lineages of $run, $name: no pill covers anything, each is nearest to its own card, and most stand beside it',
  async ({ folder, shown, isNarrow, least }) => {
    const { session, foci } = await opened(folder)
    const all: Standing[] = []
    for (const focus of foci)
      all.push(standing(await lineage(session, { focus, ...shown }, isNarrow ?? false)))
    expect(all.flatMap(({ faults }) => faults)).toEqual([])
    const sum = (of: (one: Standing) => number): number => all.reduce((total, one) => total + of(one), 0)
    expect(sum(({ beside }) => beside)).toBeGreaterThanOrEqual(least * sum(({ waiting }) => waiting))
  },
)

test('whatever feeds what, no pill covers anything, and each is nearest to its own card', async () => {
  const names = Array.from({ length: 14 }, (_, i) => `t${i}`)
  const anyEdge = fc.tuple(fc.nat(13), fc.nat(13), fc.boolean())
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEdge, { minLength: 4, maxLength: 40 }),
      fc.constantFrom(1, 2),
      fc.constantFrom('right', 'down'),
      async (edges, hops, flow) => {
        const session = await plainSession(
          names.flatMap((name) => [thing('table', name), thing('column', `${name}.c`, name)]),
          edges.map(([from, to, isColumns]) =>
            isColumns ? feeds(`t${from}.c`, `t${to}.c`) : feeds(`t${from}`, `t${to}`),
          ),
        )
        const picture = await lineage(session, { focus: 'id:t0', up: hops, down: hops, flow })
        expect(standing(picture).faults).toEqual([])
      },
    ),
  )
})

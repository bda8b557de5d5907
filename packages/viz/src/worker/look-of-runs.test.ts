import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { opening, OPENING } from '../scene/camera/camera.ts'
import { minimapCorner } from '../scene/camera/minimap-place.ts'
import { fitterOf } from '../scene/marks/cut-text.ts'
import type { Mark, TextMark } from '../scene/marks/marks.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { startOf } from '../scene/picture/start-of.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { lookAt } from '../scene/look-at.ts'
import { sceneOf } from '../scene/scene.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const ROOT = new URL('../../../../', import.meta.url)
/** Runs made from public metadata. They are not part of this repository. */
const REAL_DATA = fileURLToPath(new URL('../shared/realdata/', ROOT))
const OURS = ['cluvio/run', 'clean/warehouse', 'clean/reports', 'secoda-samples'].map((name) =>
  fileURLToPath(new URL(`fixtures/${name}`, ROOT)),
)
const real = existsSync(REAL_DATA)
  ? readdirSync(REAL_DATA, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => REAL_DATA + name)
  : []

/** Windows as they are with both panels open, and a phone's. */
const WINDOWS = [
  { isNarrow: false, size: { width: 937, height: 785 } },
  { isNarrow: true, size: { width: 390, height: 676 } },
] as const

/** Of a name that is cut, as many letters are left. */
const LEAST_CUT = 10

const sessions = new Map<string, Promise<Answers>>()
function sessionOf(folder: string): Promise<Answers> {
  const lines = (file: string): object[] =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as object)
  const known = sessions.get(folder) ?? plainSession(lines('resources.jsonl'), lines('lineage.jsonl'))
  sessions.set(folder, known)
  return known
}

const fitter = fitterOf((text, weight) => text.length * (weight === 600 ? 6.9 : 6.2))

/** The picture as it opens: the Map, or the lineage of the thing that most lines of the Map join. */
async function opened(folder: string, kind: Shown['kind'], { isNarrow, size }: (typeof WINDOWS)[number]) {
  const session = await sessionOf(folder)
  const draw = async (shown: Partial<Shown>): Promise<Prepared> =>
    prepare((await session.draw({ ...shownOf(FIRST_VIEW), ...shown, isNarrow }))!)
  const map = await draw({})
  const picture = kind === 'map' ? map : await draw({ kind, focus: busiest(map) })
  const about =
    picture.focus < 0
      ? startOf(picture, { width: size.width / OPENING, height: size.height / OPENING })
      : rectOf(picture, picture.focus)
  const camera = opening(
    picture.bounds,
    size,
    isNarrow ? undefined : minimapCorner(picture),
    about,
    picture.rows.count > 0 ? picture.held : null,
    isNarrow,
    kind === 'lineage',
  )
  const { ground, rest, top } = sceneOf(lookAt(picture, { camera, size, fitter }), NO_LIGHT)
  return { picture, camera, marks: [...ground, ...rest, ...top] }
}

function busiest({ things, lines }: Prepared): string {
  const counts = new Uint32Array(things.count)
  for (let line = 0; line < lines.count; line++)
    for (const end of [lines.from, lines.to]) counts[end[line]!]!++
  return things.keys[counts.indexOf(Math.max(...counts))]!
}

const textsIn = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text')

/** Texts that lie on one another by more than half a pixel, the room of small letters alone. */
function overlaps(texts: readonly TextMark[]): string[] {
  const boxes = texts.map(({ x, y, text, size, weight, anchor }) => {
    const width = fitter.width(text, size, weight)
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
    return { text, left: left + 0.5, right: left + width - 0.5, top: y - 0.6 * size, bottom: y }
  })
  return boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} on ${other.text}`),
  )
}

test('there are real runs to look at', ({ skip }) => {
  skip(real.length === 0, 'the folder of real runs is not beside this checkout')
  expect(real.length).toBeGreaterThan(0)
})

const cases = [...OURS, ...real].flatMap((folder) =>
  (['map', 'lineage'] as const).flatMap((kind) =>
    WINDOWS.map((window) => ({
      name: `${folder.split('/').slice(-2).join('/')}, ${kind}, ${window.size.width} px`,
      ...{ folder, kind, window },
    })),
  ),
)

test.for(cases)('what opens is read at first sight: $name', async ({ folder, kind, window }) => {
  const { picture, camera, marks } = await opened(folder, kind, window)
  const texts = textsIn(marks)
  expect(overlaps(texts)).toEqual([])
  expect(texts.filter(({ size }) => size < 11)).toEqual([])
  // What is cut still tells names from each other.
  const names = texts.filter(({ weight, fill }) => weight !== 500 && fill !== 'ink2')
  expect(names.filter(({ text }) => text.includes('…') && text.length < LEAST_CUT)).toEqual([])
  expect(camera.k).toBeGreaterThanOrEqual(kind === 'lineage' && !window.isNarrow ? 0.8 : 0.5)
  // A phone is scrolled in one direction, but for what is free at the sides.
  if (window.isNarrow) expect(picture.held.width * camera.k).toBeLessThan(window.size.width + 1)
})

import { STUB } from '../../layout/placing/stub.ts'
import type { Colour } from '../../tokens/colours.ts'
import type { Size, Transform } from '../camera/camera.ts'
import { hasHead } from './clear-of-heads.ts'
import type { Light } from './light-up.ts'
import { lineRoom } from './line-room.ts'
import { lineWidth } from './line-width.ts'
import type { DotsMark, HeadsMark, LinesMark, Mark } from './marks.ts'
import { DASH } from '../picture/dashes.ts'
import { isAround, isOfItsBox } from '../picture/own-box.ts'
import { DETAIL, STROKE } from '../picture/measures.ts'
import { STROKES, type Stroke } from '../picture/picture.ts'
import { linesAt, type Prepared } from '../picture/prepared.ts'

/** Why lines are lit: the pointer is on something, or something is chosen. */
export type Lit = 'hover' | 'path'

/** Of edges to cut. */
const CUT = [7, 5] as const
const ARROW = { length: 7, width: 7.2 } as const
/** A line ends this far before the card, under its arrowhead: the point of the arrow stays sharp. */
const SHORTER = 5
/** The head of a loop, against that of a line: it is to be smaller than the loop, which grows with the picture. */
const LOOP_HEAD = 0.8
/** The scale from which on arrowheads can be seen, and below which things are specks. */
const ARROWS = 0.3
const FAR = 0.12
/** How faint lines are that are seen from far, and at least, near and far. And from how many lines on they fade where names are not said. */
const FAINT = { far: 0.4, near: 0.4, least: 0.3, from: 150 } as const

/** With more lines lit than this they fill the picture, and are drawn fine: wider ones would be one patch, and take longer than a frame. */
const MANY = 800

/** How much of the room between them lines take at most, and how fine they are drawn for it at most, and how small their heads. */
const [TAKEN, FINEST, LEAST_HEAD] = [0.5, 0.75, 0.5]

/** Of what is lit: where a row gives, and where a line leads to a box around its thing. */
const LIT_DOT = 3

/** Lit lines that look alike. */
interface LitGroup {
  readonly colour: Colour
  readonly stroke: Stroke
  readonly width: number
  /** Whether they lead to a box around their things, or from one. */
  readonly isHome: boolean
  readonly lines: number[]
}

/** The width that leaves single lines to be told, in quarters of a pixel. */
const mostIn = (room: number): number => Math.max(FINEST, Math.floor(4 * TAKEN * room) / 4)

/** Lines at rest: those that look alike in one go, the wider ones last. */
export function restLines(picture: Prepared, inside: readonly number[], transform: Transform): Mark[] {
  const { heaviest } = picture
  const { k } = transform
  const lines = linesAt(picture, k)
  const groups = new Map<number, { stroke: Stroke; width: number; isHome: boolean; lines: number[] }>()
  for (const line of inside) {
    const width = restWidth(lines.weights[line]!, heaviest, STROKES[lines.strokes[line]!]!, k)
    const isHome = isOfItsBox(picture, line)
    const key =
      lines.strokes[line]! +
      8 * Math.round(4 * width) +
      (lines.reversed[line] === 1 ? 4096 : 0) +
      (isHome ? 8192 : 0)
    const group = groups.get(key)
    if (group) group.lines.push(line)
    else groups.set(key, { stroke: STROKES[lines.strokes[line]!]!, width, isHome, lines: [line] })
  }
  const marks: Mark[] = []
  for (const { stroke, width, isHome, lines: drawn } of [...groups.values()].sort(
    (one, other) => one.width - other.width,
  )) {
    const isPointed = k >= ARROWS && hasHead(picture, drawn[0]!)
    const headScale = headScaleOf(stroke, k)
    const colour: Colour = stroke === 'back' ? 'error' : stroke === 'ghost' ? 'missing' : 'edge'
    marks.push({
      ...linesMark(picture, drawn, transform, colour, width, isPointed ? SHORTER * headScale : 0),
      ...dashed(picture, DASH[stroke]),
      share: shareOf(inside.length, k),
    })
    if (isPointed) marks.push(headsMark(picture, drawn, transform, colour, headScale))
    if (isHome && k >= ARROWS) marks.push(homeDots(picture, drawn, transform, colour))
  }
  return marks
}

const headScaleOf = (stroke: Stroke, k: number): number =>
  stroke === 'self' ? LOOP_HEAD * Math.min(1, k) : 1

/** Far off, many lines lie on one another: the more of them, the further they recede, so that the things stay on top. */
function shareOf(count: number, k: number): number {
  if (k >= DETAIL.name) return 1
  const least = Math.min(FAINT.near, Math.max(FAINT.least, k))
  return Math.min(k < FAR ? FAINT.far : 1, Math.max(least, FAINT.from / Math.max(1, count)))
}

/** Of lines between things and boxes around them: a dot at the end that the box stands for. */
function homeDots(
  { lines, things, curvesAt }: Prepared,
  drawn: readonly number[],
  { x, y, k }: Transform,
  fill: Colour,
  radius: number = STUB.dot,
): DotsMark {
  const curves = curvesAt(k)
  const at = drawn.flatMap((line) => {
    const end = isAround(things, lines.to[line]!, lines.from[line]!)
      ? lines.starts[line + 1]! - 2
      : lines.starts[line]!
    return [curves[end]! * k + x, curves[end + 1]! * k + y]
  })
  return { kind: 'dots', at, radius, fill }
}

/** In quarters of a pixel, so that few groups hold many lines. */
function restWidth(weight: number, heaviest: number, stroke: Stroke, k: number): number {
  const width = stroke === 'back' ? STROKE.back : lineWidth(weight, heaviest)
  return Math.round((k >= 0.8 ? width : width * Math.max(0.5, k / 0.8)) * 4) / 4 || 0.25
}

/**
 * What is lit: first what frees it from what it crosses, then the lines, then their heads, and dots where rows give, and for boxes around what they join. Very many are fine, and
 * not freed from one another; and where they run close to one another, no wider than leaves as much free as they take.
 */
export function litLines(
  picture: Prepared,
  inside: readonly number[],
  light: Light,
  how: Lit,
  transform: Transform,
  size: Size,
): Mark[] {
  const { things, heaviest } = picture
  const { k } = transform
  const lines = linesAt(picture, k)
  const isStack = (thing: number): boolean => things.forms[thing] === 4
  const isChosen = (line: number): boolean =>
    light.isTrunk
      ? lines.from[line] === lines.from[light.line] && lines.to[line] === lines.to[light.line]
      : line === light.line
  const isFine = inside.length > MANY
  const most = isFine ? STROKE.fine : mostIn(lineRoom(picture, inside, transform, size))
  const groups = new Map<string, LitGroup>()
  for (const line of inside) {
    const stroke = STROKES[lines.strokes[line]!]!
    const least = how === 'hover' ? STROKE.hover : STROKE.path
    const width = isChosen(line)
      ? STROKE.selected
      : isStack(lines.to[line]!) || isStack(lines.from[line]!)
        ? Math.min(most, STROKE.stack)
        : Math.min(
            most,
            Math.max(least, Math.min(STROKE.stack, restWidth(lines.weights[line]!, heaviest, stroke, k))),
          )
    const colour: Colour = stroke === 'back' && !isChosen(line) ? 'error' : 'accent'
    const isHome = isOfItsBox(picture, line)
    const key = `${colour} ${stroke} ${width} ${isHome}`
    const group = groups.get(key)
    if (group) group.lines.push(line)
    else groups.set(key, { colour, stroke, width, isHome, lines: [line] })
  }
  const sorted = [...groups.values()].sort((one, other) => one.width - other.width)
  const shorterOf = ({ stroke, isHome }: LitGroup): number =>
    k >= ARROWS && !isHome ? SHORTER * headScaleOf(stroke, k) : 0
  const marks: Mark[] = []
  for (const group of sorted)
    if (group.width > STROKE.fine)
      marks.push(
        linesMark(picture, group.lines, transform, 'canvas', group.width + STROKE.casing, shorterOf(group)),
      )
  for (const group of sorted)
    marks.push({
      ...linesMark(picture, group.lines, transform, group.colour, group.width, shorterOf(group)),
      ...dashed(picture, DASH[group.stroke]),
    })
  if (k < ARROWS) return marks
  const headScale = most < STROKE.hover ? Math.max(LEAST_HEAD, most / STROKE.hover) : 1
  for (const { colour, stroke, isHome, lines: drawn } of sorted)
    marks.push(
      isHome
        ? homeDots(picture, drawn, transform, colour, LIT_DOT)
        : headsMark(picture, drawn, transform, colour, headScale * headScaleOf(stroke, k)),
    )
  const dots = dotsMark(picture, inside, transform)
  if (dots) marks.push(dots)
  return marks
}

/** The lines of a lit circle: the shortest way round, the edges to cut, and the others; over all of them the one that is chosen. */
export function circleLines(
  picture: Prepared,
  inside: readonly number[],
  light: Light,
  transform: Transform,
): Mark[] {
  const circle = light.circle!
  const cut = new Set(circle.cut)
  const way = new Set(circle.way)
  const chosen = inside.filter((line) => line === light.line)
  const unchosen = inside.filter((line) => line !== light.line)
  const is = (of: Set<number>): number[] => unchosen.filter((line) => of.has(line))
  const others = unchosen.filter((line) => !cut.has(line) && !way.has(line))
  const walked = is(way).filter((line) => !cut.has(line))
  const cuts = is(cut)
  const marks: Mark[] = []
  const widthOf = ({ length }: readonly number[], width: number): number =>
    length > MANY ? STROKE.fine : width
  for (const [drawn, width] of [
    [walked, widthOf(walked, 2.25)],
    [cuts, widthOf(cuts, 3)],
    [chosen, STROKE.selected],
  ] as const)
    if (drawn.length > 0 && width > STROKE.fine)
      marks.push(linesMark(picture, drawn, transform, 'canvas', width + STROKE.casing, SHORTER))
  if (others.length > 0)
    marks.push({ ...linesMark(picture, others, transform, 'error', widthOf(others, 1.25), 0), share: 0.75 })
  if (walked.length > 0)
    marks.push(linesMark(picture, walked, transform, 'error', widthOf(walked, 2.25), SHORTER))
  if (cuts.length > 0)
    marks.push({
      ...linesMark(picture, cuts, transform, 'error', widthOf(cuts, 3), SHORTER + 1),
      ...dashed(picture, CUT),
    })
  if (chosen.length > 0)
    marks.push({
      ...linesMark(picture, chosen, transform, 'accent', STROKE.selected, SHORTER + 1),
      ...dashed(picture, cut.has(light.line) ? CUT : undefined),
    })
  if (walked.length > 0) marks.push(headsMark(picture, walked, transform, 'error', 1.1))
  if (cuts.length > 0) marks.push(headsMark(picture, cuts, transform, 'error', 1.25))
  if (chosen.length > 0) marks.push(headsMark(picture, chosen, transform, 'accent', 1.25))
  return marks
}

const linesMark = (
  { lines: { starts }, curvesAt }: Prepared,
  lines: readonly number[],
  transform: Transform,
  stroke: Colour,
  width: number,
  shorter: number,
): LinesMark => ({
  kind: 'lines',
  curves: curvesAt(transform.k),
  ...{ starts, lines, transform, stroke, lineWidth: width, shorter },
})

const dashed = (
  { fromEnd }: Prepared,
  dash: readonly number[] | undefined,
): Pick<LinesMark, 'dash' | 'fromEnd'> => (dash ? { dash, fromEnd } : {})

/** A head at the end of each line, pointing as the line arrives. */
function headsMark(
  { lines: { starts }, curvesAt }: Prepared,
  lines: readonly number[],
  { x, y, k }: Transform,
  fill: Colour,
  scale: number,
): HeadsMark {
  const curves = curvesAt(k)
  const at: number[] = []
  for (const line of lines) {
    const end = starts[line + 1]!
    if (end - starts[line]! < 8) continue
    const [dx, dy] = [curves[end - 2]! - curves[end - 4]!, curves[end - 1]! - curves[end - 3]!]
    const length = Math.hypot(dx, dy) || 1
    at.push(curves[end - 2]! * k + x, curves[end - 1]! * k + y, dx / length, dy / length)
  }
  return { kind: 'heads', at, fill, scale }
}

function dotsMark(
  { lines, curvesAt }: Prepared,
  inside: readonly number[],
  { x, y, k }: Transform,
): DotsMark | null {
  if (k < 0.8) return null
  const curves = curvesAt(k)
  const at: number[] = []
  for (const line of inside) {
    if (lines.fromRow[line]! < 0) continue
    const start = lines.starts[line]!
    at.push(curves[start]! * k + x, curves[start + 1]! * k + y)
  }
  return at.length === 0 ? null : { kind: 'dots', at, radius: LIT_DOT, fill: 'accent' }
}

/** The three corners of an arrowhead. */
export function headCorners(at: readonly number[], i: number, scale: number): readonly [number, number][] {
  const [tipX, tipY, ux, uy] = [at[i]!, at[i + 1]!, at[i + 2]!, at[i + 3]!]
  const [baseX, baseY] = [tipX - ux * ARROW.length * scale, tipY - uy * ARROW.length * scale]
  const half = (ARROW.width / 2) * scale
  return [
    [tipX, tipY],
    [baseX - uy * half, baseY + ux * half],
    [baseX + uy * half, baseY - ux * half],
  ]
}

import { linesInside } from '../camera/in-window.ts'
import type { Transform } from '../camera/camera.ts'
import type { Rect } from '../picture/picture.ts'
import { drawnFor } from '../picture/trunks.ts'
import type { Prepared } from '../picture/prepared.ts'

/** Where lines run on the screen, so that what is written on one stands on no other. */
export interface LinesDrawn {
  /** Whether no other line runs under a rectangle of the window, in CSS pixels, or beside it: close by, where it is tight. */
  isAlone(line: number, left: number, top: number, right: number, bottom: number, isTight?: boolean): boolean
}

/** How large the squares are at least in which lines are noted, CSS pixels, and how many there are at most: a picture may be saved whole. */
const [SQUARE, MOST] = [4, 2_000_000]
/** What is asked for is looked at this much further out: half of a wide line, the corners of squares, and some ground between, or next to none. */
const AROUND = { ample: 5, tight: 2 } as const
/** In a square: no line, or several; else a line and 1. */
const [NONE, SEVERAL] = [0, -1]
/** Beside the window so much is known too: what a label at its side must keep clear of. */
const BESIDE = 16
const PIECES = 16

/** The lines of the window and a little around it. */
export const linesAround = (
  picture: Prepared,
  { x, y, width, height }: Rect,
  k: number,
): readonly number[] => {
  const around = {
    x: x - BESIDE / k,
    y: y - BESIDE / k,
    width: width + (2 * BESIDE) / k,
    height: height + (2 * BESIDE) / k,
  }
  return drawnFor(picture.trunksAt(k), linesInside(picture, around))
}

/** Notes where lines run in the window and a little around it: O(their length there). */
export function linesDrawn(
  picture: Prepared,
  inside: readonly number[],
  { x, y, k }: Transform,
  size: { readonly width: number; readonly height: number },
): LinesDrawn {
  const { starts } = picture.lines
  const curves = picture.curvesAt(k)
  const [width, height] = [size.width + 2 * BESIDE, size.height + 2 * BESIDE]
  const square = Math.max(SQUARE, Math.ceil(Math.sqrt((width * height) / MOST)))
  // Squares lie still on the picture: what moves with it over the window is where it was.
  const cellAt = (pixel: number): number => Math.floor(pixel / square)
  const [firstColumn, firstRow] = [cellAt(-BESIDE - x), cellAt(-BESIDE - y)]
  const [columns, rows] = [Math.ceil(width / square) + 1, Math.ceil(height / square) + 1]
  const [left, top] = [firstColumn * square, firstRow * square]
  const [right, bottom] = [left + columns * square, top + rows * square]
  const cells = new Int32Array(columns * rows)
  for (const line of inside)
    for (let i = starts[line]!; i + 7 < starts[line + 1]!; i += 6) noteCubic(line + 1, i)
  return {
    isAlone(line, l, t, r, b, isTight = false) {
      const around = isTight ? AROUND.tight : AROUND.ample
      const [toColumn, toRow] = [cellAt(r - x + around), cellAt(b - y + around)]
      const fromColumn = cellAt(l - x - around)
      for (let row = cellAt(t - y - around); row <= toRow; row++) {
        if (row < firstRow || row >= firstRow + rows) continue
        const at = (row - firstRow) * columns - firstColumn
        for (
          let column = Math.max(firstColumn, fromColumn);
          column <= toColumn && column < firstColumn + columns;
          column++
        ) {
          const there = cells[at + column]!
          if (there !== NONE && there !== line + 1) return false
        }
      }
      return true
    },
  }

  function noteCubic(mark: number, i: number): void {
    const [x0, y0, x1, y1] = [curves[i]! * k, curves[i + 1]! * k, curves[i + 2]! * k, curves[i + 3]! * k]
    const [x2, y2, x3, y3] = [curves[i + 4]! * k, curves[i + 5]! * k, curves[i + 6]! * k, curves[i + 7]! * k]
    // All of it is within its four points.
    if (Math.max(x0, x1, x2, x3) < left || Math.min(x0, x1, x2, x3) > right) return
    if (Math.max(y0, y1, y2, y3) < top || Math.min(y0, y1, y2, y3) > bottom) return
    const isStraight = (y0 === y1 && y1 === y2 && y2 === y3) || (x0 === x1 && x1 === x2 && x2 === x3)
    if (isStraight) return note(mark, x0, y0, x3, y3)
    let [fromX, fromY] = [x0, y0]
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES
      const u = 1 - t
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      const toX = a * x0 + b * x1 + c * x2 + d * x3
      const toY = a * y0 + b * y1 + c * y2 + d * y3
      note(mark, fromX, fromY, toX, toY)
      fromX = toX
      fromY = toY
    }
  }

  /** Of a straight piece what is in the window: a point in each square that it crosses by more than a corner. */
  function note(mark: number, fromX: number, fromY: number, toX: number, toY: number): void {
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / square))
    const [dx, dy] = [(toX - fromX) / steps, (toY - fromY) / steps]
    // Of a long piece only the steps that are in the window.
    const first = Math.max(0, stepTo(dx, fromX, left, right), stepTo(dy, fromY, top, bottom))
    const last = Math.min(steps, lastStep(dx, fromX, left, right), lastStep(dy, fromY, top, bottom))
    for (let step = first; step <= last; step++) {
      const column = Math.floor((fromX + dx * step) / square) - firstColumn
      const row = Math.floor((fromY + dy * step) / square) - firstRow
      if (column < 0 || column >= columns || row < 0 || row >= rows) continue
      const cell = row * columns + column
      const there = cells[cell]!
      if (there === NONE) cells[cell] = mark
      else if (there !== mark) cells[cell] = SEVERAL
    }
  }
}

/** The first step at which something that begins `at` and goes on by `by` is between two bounds, or before it. */
const stepTo = (by: number, at: number, low: number, high: number): number =>
  by === 0 ? 0 : Math.floor(((by > 0 ? low : high) - at) / by)

/** The last one, or behind it. */
const lastStep = (by: number, at: number, low: number, high: number): number =>
  by === 0 ? Infinity : Math.ceil(((by > 0 ? high : low) - at) / by)

import type { Transform } from '../camera/camera.ts'
import { linesInside } from '../camera/in-window.ts'
import type { Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { pointOnCubic } from './hit-test.ts'

/** Where lines run on the screen, so that what is written on one stands on no other. */
export interface LinesDrawn {
  /** Whether no other line runs under a rectangle of the window, in CSS pixels. */
  isAlone(line: number, left: number, top: number, right: number, bottom: number): boolean
  /** Whether lines are known there: not beside the window. */
  isSeen(x: number, y: number): boolean
}

/** How large the squares are in which lines are noted, and how many of them stand side by side in a block. */
const [CELL, BLOCK] = [4, 64]
/** Between two points of a line that are noted: in no square that it crosses by more than a corner is it missed. */
const STEP = 3
/** What is asked for is looked at this much further out: half of a wide line, the corners of squares, and some ground between. */
const AROUND = 4
/** In a square: no line, or several; else a line. */
const [NONE, SEVERAL] = [-1, -2]
/** Beside the window so much is known too, so that a label at its side does not jump. */
const BESIDE = 64
const PIECES = 16

/** The lines of the window and a little around it. */
export const linesAround = (picture: Prepared, { x, y, width, height }: Rect, k: number): number[] =>
  linesInside(picture, {
    x: x - BESIDE / k,
    y: y - BESIDE / k,
    width: width + (2 * BESIDE) / k,
    height: height + (2 * BESIDE) / k,
  })

/** Notes where lines run in the window and a little around it: O(their length there). */
export function linesDrawn(
  picture: Prepared,
  inside: readonly number[],
  { x, y, k }: Transform,
  size: { readonly width: number; readonly height: number },
): LinesDrawn {
  const { starts } = picture.lines
  const curves = picture.curvesAt(k)
  const blocks = new Map<number, Int32Array>()
  // Squares lie still on the picture: what moves with it over the window is where it was.
  const [left, top] = [-BESIDE - x, -BESIDE - y]
  const [right, bottom] = [size.width + BESIDE - x, size.height + BESIDE - y]
  for (const line of inside)
    for (let i = starts[line]!; i + 7 < starts[line + 1]!; i += 6) {
      let [fromX, fromY] = [curves[i]! * k, curves[i + 1]! * k]
      for (let piece = 1; piece <= PIECES; piece++) {
        const [px, py] = pointOnCubic(curves, i, piece / PIECES)
        const [toX, toY] = [px * k, py * k]
        note(line, fromX, fromY, toX, toY)
        ;[fromX, fromY] = [toX, toY]
      }
    }
  return {
    isAlone(line, l, t, r, b) {
      for (let row = cellAt(t - y - AROUND); row <= cellAt(b - y + AROUND); row++)
        for (let column = cellAt(l - x - AROUND); column <= cellAt(r - x + AROUND); column++) {
          const there = blocks.get(blockOf(column, row))?.[within(column, row)] ?? NONE
          if (there !== NONE && there !== line) return false
        }
      return true
    },
    isSeen: (px, py) => px - x >= left && px - x <= right && py - y >= top && py - y <= bottom,
  }

  /** Of a straight piece what is in the window. */
  function note(line: number, fromX: number, fromY: number, toX: number, toY: number): void {
    const [dx, dy] = [toX - fromX, toY - fromY]
    let [begin, end] = [0, 1]
    for (const [from, step, low, high] of [
      [fromX, dx, left, right],
      [fromY, dy, top, bottom],
    ] as const) {
      if (step === 0) {
        if (from < low || from > high) return
        continue
      }
      const [one, other] = [(low - from) / step, (high - from) / step]
      begin = Math.max(begin, Math.min(one, other))
      end = Math.min(end, Math.max(one, other))
    }
    if (begin > end) return
    const steps = Math.max(1, Math.ceil((Math.hypot(dx, dy) * (end - begin)) / STEP))
    for (let step = 0; step <= steps; step++) {
      const part = begin + ((end - begin) * step) / steps
      const [column, row] = [cellAt(fromX + dx * part), cellAt(fromY + dy * part)]
      const key = blockOf(column, row)
      let block = blocks.get(key)
      if (!block) blocks.set(key, (block = new Int32Array(BLOCK * BLOCK).fill(NONE)))
      const cell = within(column, row)
      const there = block[cell]!
      if (there === NONE) block[cell] = line
      else if (there !== line) block[cell] = SEVERAL
    }
  }
}

const cellAt = (pixel: number): number => Math.floor(pixel / CELL)
const blockOf = (column: number, row: number): number =>
  (Math.floor(row / BLOCK) + 32_768) * 65_536 + Math.floor(column / BLOCK) + 32_768
const within = (column: number, row: number): number => (row & (BLOCK - 1)) * BLOCK + (column & (BLOCK - 1))

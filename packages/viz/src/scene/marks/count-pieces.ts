import { linesOf } from '../picture/adjacency.ts'
import type { Prepared } from '../picture/prepared.ts'

/** In units of the picture: what is shorter has no room for a count, and what turns less runs level, perhaps beside others. */
const [SHORT, LEVEL] = [24, 8]

/** So many of the longest pieces are looked at. */
const LONGEST = 4

/**
 * Where the cubics of a line begin on which its count is tried, the best first: the longest that crosses a gap, where lines part; the last at
 * that end of the line at which fewer others end; then the longest that have room for one. @param isSeen whether any of a piece is in the window.
 * @param most of the longest how many.
 */
export function countPieces(
  { lines, adjacency }: Pick<Prepared, 'lines' | 'adjacency'>,
  curves: Float32Array,
  line: number,
  isSeen: (piece: number) => boolean = () => true,
  most: number = LONGEST,
): number[] {
  const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
  if (end - start < 8) return []
  let crossing = -1
  const pieces: number[] = []
  for (let piece = start; piece + 8 <= end; piece += 6) {
    if (!isSeen(piece)) continue
    const isCrossing = across(curves, piece) > LEVEL && length(curves, piece) > SHORT
    if (isCrossing && (crossing < 0 || length(curves, piece) > length(curves, crossing))) crossing = piece
    pieces.push(piece)
  }
  const others = linesOf(adjacency.out, lines.from[line]!).length
  const isFan = others > linesOf(adjacency.in, lines.to[line]!).length
  const last = isFan ? end - 8 : start
  pieces.sort((one, other) => length(curves, other) - length(curves, one))
  const roomy = pieces.slice(0, most).filter((piece, i) => i === 0 || length(curves, piece) >= SHORT)
  const tried = [crossing, isSeen(last) && length(curves, last) >= SHORT ? last : -1, ...roomy]
  return [...new Set(tried)].filter((piece) => piece >= 0)
}

const dx = (curves: Float32Array, piece: number): number => Math.abs(curves[piece + 6]! - curves[piece]!)
const dy = (curves: Float32Array, piece: number): number => Math.abs(curves[piece + 7]! - curves[piece + 1]!)
const length = (curves: Float32Array, piece: number): number => dx(curves, piece) + dy(curves, piece)
const across = (curves: Float32Array, piece: number): number => Math.min(dx(curves, piece), dy(curves, piece))

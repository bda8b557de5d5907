import { CARD } from './measures.ts'
import type { Lines, Things } from './picture.ts'

/** The curves of lines while cards show their headers alone: what begins or ends at a row does so at the middle of the header. */
export function headerCurves(lines: Lines, { y }: Things): Float32Array {
  const curves = lines.curves.slice()
  for (let line = 0; line < lines.count; line++) {
    const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
    if (end - start < 8) continue
    if (lines.fromRow[line]! >= 0) lift(start, start + 2, y[lines.from[line]!]!)
    if (lines.toRow[line]! >= 0) lift(end - 2, end - 4, y[lines.to[line]!]!)
  }
  return curves

  /** Moves an end and its handle by as much. */
  function lift(point: number, handle: number, top: number): void {
    const by = top + CARD.height / 2 - curves[point + 1]!
    curves[point + 1] = curves[point + 1]! + by
    curves[handle + 1] = curves[handle + 1]! + by
  }
}

import type { Palette } from '../tokens/colours.ts'

const tiles = new Map<string, CanvasPattern | string>()

/** Lines of 2 pixels at 45°, 6 apart: made once for each colour. */
export function hatchOf(
  context: CanvasRenderingContext2D,
  { hatch: colour }: Palette,
): CanvasPattern | string {
  const known = tiles.get(colour)
  if (known) return known
  const side = 17
  const tile = new OffscreenCanvas(side, side)
  const brush = tile.getContext('2d')!
  brush.strokeStyle = colour
  brush.lineWidth = 2
  for (let shift = -side; shift <= 2 * side; shift += side / 2) {
    brush.moveTo(shift - 1, -1)
    brush.lineTo(shift + side + 1, side + 1)
  }
  brush.stroke()
  const pattern = context.createPattern(tile, 'repeat') ?? colour
  tiles.set(colour, pattern)
  return pattern
}

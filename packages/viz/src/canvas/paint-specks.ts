const dots = new Map<string, number>()

/** A colour as one dot of a canvas: what a canvas itself makes of it. */
function dotOf(colour: string): number {
  let dot = dots.get(colour)
  if (dot === undefined) {
    const brush = new OffscreenCanvas(1, 1).getContext('2d')!
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
    dots.set(colour, (dot = new Uint32Array(brush.getImageData(0, 0, 1, 1).data.buffer)[0]!))
  }
  return dot
}

/**
 * Fills very many rectangles in one colour, in whole dots of the screen: a path of 100,000 takes seconds, dots take milliseconds.
 * @param at left, top, width and height of each, in units of the context.
 */
export function paintSpecks(context: CanvasRenderingContext2D, at: readonly number[], colour: string): void {
  const { width, height } = context.canvas
  const { a: density } = context.getTransform()
  const filled = new Uint32Array(width * height)
  const dot = dotOf(colour)
  for (let i = 0; i < at.length; i += 4) {
    const left = Math.max(0, Math.round(at[i]! * density))
    const top = Math.max(0, Math.round(at[i + 1]! * density))
    const right = Math.min(width, Math.max(left + 1, Math.round((at[i]! + at[i + 2]!) * density)))
    const bottom = Math.min(height, Math.max(top + 1, Math.round((at[i + 1]! + at[i + 3]!) * density)))
    for (let y = top; y < bottom; y++) filled.fill(dot, y * width + left, y * width + right)
  }
  const sheet = new OffscreenCanvas(width, height)
  const bytes = new Uint8ClampedArray(filled.buffer)
  sheet.getContext('2d')!.putImageData(new ImageData(bytes, width, height), 0, 0)
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.drawImage(sheet, 0, 0)
  context.restore()
}

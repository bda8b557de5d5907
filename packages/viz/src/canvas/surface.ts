import type { Size } from '../scene/camera/camera.ts'

/** Gives a canvas as many dots as the screen has, and its context the CSS pixel for a unit. Wipes it. */
export function clearSurface(
  canvas: HTMLCanvasElement,
  { width, height }: Size,
  density: number,
): CanvasRenderingContext2D {
  const [across, down] = [Math.round(width * density), Math.round(height * density)]
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across
    canvas.height = down
  }
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no 2D canvas')
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, across, down)
  context.setTransform(density, 0, 0, density, 0, 0)
  return context
}

import type { Size } from '../scene/camera/camera.ts'
import type { Scene } from '../scene/scene.ts'
import type { Palette } from '../tokens/colours.ts'
import { paint } from './paint.ts'

/** Dots for a CSS pixel, where they fit. */
const SHARP = 2
/** What every browser of today can hold in one canvas: dots along a side, and in all (256 MB of them). */
const LONGEST_SIDE = 16_384
const MOST_DOTS = 64e6
/** Dots along the side of a tile: one is painted at a time, so that the page answers meanwhile. */
const TILE = 1024

/** Dots for a CSS pixel in a PNG of this size: as many as make it sharp, or as a browser can hold. */
export const pngScale = ({ width, height }: Size): number =>
  Math.min(SHARP, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_DOTS / (width * height)))

/**
 * A scene as a PNG file: the same marks in the same order as on the page, tile by tile.
 * @param pause lets the page do what else it has to.
 */
export async function drawPng(
  scene: Scene,
  size: Size,
  palette: Palette,
  pause: () => Promise<void>,
): Promise<Blob> {
  const scale = pngScale(size)
  const [across, down] = [Math.ceil(size.width * scale), Math.ceil(size.height * scale)]
  const whole = canvasOf(Math.min(across, LONGEST_SIDE), Math.min(down, LONGEST_SIDE))
  const target = contextOf(whole)
  const layer = canvasOf(TILE, TILE)
  const brush = contextOf(layer)
  target.fillStyle = palette.canvas
  target.fillRect(0, 0, across, down)
  for (let top = 0; top < down; top += TILE)
    for (let left = 0; left < across; left += TILE) {
      for (const [marks, strength] of [
        [scene.ground, 1],
        [scene.rest, scene.isDim ? palette.dim : 1],
        [scene.top, 1],
      ] as const) {
        if (marks.length === 0) continue
        brush.setTransform(1, 0, 0, 1, 0, 0)
        brush.clearRect(0, 0, TILE, TILE)
        brush.setTransform(scale, 0, 0, scale, -left, -top)
        paint(brush, marks, palette)
        target.globalAlpha = strength
        target.drawImage(layer, left, top)
      }
      await pause()
    }
  return new Promise((resolve, reject) => {
    whole.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser cannot hold it as PNG'))))
  })
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no 2D canvas')
  return context
}

import type { Picture, Rect } from './picture.ts'

export const rectOf = ({ things }: Picture, card: number): Rect => ({
  ...{ x: things.x[card]!, y: things.y[card]!, width: things.width[card]!, height: things.height[card]! },
})

/** A rectangle with so much room around it. */
export const widened = ({ x, y, width, height }: Rect, by: number): Rect => ({
  ...{ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by },
})

/** The rectangle around some things. */
export const around = (shown: Picture, cards: readonly number[]): Rect => {
  const rects = cards.map((card) => rectOf(shown, card))
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))]
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

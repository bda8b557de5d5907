import { fitterOf, type Fitter } from '../scene/marks/cut-text.ts'

let made: Fitter | undefined

/** Measures with the font of the page. */
export function fitter(): Fitter {
  if (made) return made
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('this browser has no 2D canvas')
  context.textRendering = 'geometricPrecision' // as it is painted
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font')
  let font = ''
  made = fitterOf((text, weight) => {
    const wanted = `${weight} 12px ${family}`
    if (wanted !== font) context.font = font = wanted
    return context.measureText(text).width
  })
  return made
}

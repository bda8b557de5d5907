import { grouped } from '@lineagraph/core'
import { drawPng, pngScale } from '../canvas/draw-png.ts'
import { readPalette } from '../canvas/palette.ts'
import type { Size } from '../scene/camera/camera.ts'
import * as circleMarks from '../scene/marks/circle-marks.ts'
import { onPaper } from '../scene/picture/on-paper.ts'
import { graphologyData, pictureData } from '../scene/picture/picture-data.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { lookAt } from '../scene/look-at.ts'
import { sceneOf, type Scene } from '../scene/scene.ts'
import { drawSvg } from '../svg/draw-svg.ts'
import type { Model } from './model.ts'
import { saveFile } from './save-file.ts'
import type { Saved } from './saved.ts'
import { fitter } from './text-fitter.ts'
import { percent } from './words.ts'

/** Saves what is drawn, as a file of the browser's downloads. */
export async function savePicture(model: Model, { form, area }: Saved): Promise<void> {
  const picture = model.picture.peek()
  const run = model.run.peek()
  if (!picture || !run) return
  const save = (content: Blob): void => {
    const name = saveFile(run.name, `-${picture.view}.${form}`, content)
    model.said.value = `Saved as ${name}`
  }
  if (form === 'json' || form === 'graphology.json') {
    const data = pictureData(picture, run.name)
    const text = JSON.stringify(form === 'json' ? data : graphologyData(data))
    save(new Blob([text], { type: 'application/json' }))
    return
  }
  const { scene, size } = sceneFor(model, area)
  const palette = readPalette(document.documentElement)
  if (form === 'svg') save(new Blob([...drawSvg(scene, size, palette)], { type: 'image/svg+xml' }))
  else {
    const scale = pngScale(size)
    if (scale < 1)
      model.notice.value = `The picture is ${grouped(Math.round(size.width))} × ${grouped(Math.round(size.height))} pixels, more than a browser can hold: the PNG has it at ${percent(scale)}. The SVG is whole at every scale.`
    save(await drawPng(scene, size, palette, pause))
  }
}

/** The whole picture at the scale 1, complete to its edges, or the window as it is; with what is chosen, without where the pointer is. */
function sceneFor(model: Model, area: Saved['area']): { readonly scene: Scene; readonly size: Size } {
  const picture = model.picture.peek()!
  const { x, y, width, height } = picture.bounds
  const size = area === 'window' ? model.size.peek() : { width: Math.ceil(width), height: Math.ceil(height) }
  const camera = area === 'window' ? model.camera.peek() : { x: x + width / 2, y: y + height / 2, k: 1 }
  const lighting = {
    ...NO_LIGHT,
    circleMarks,
    ...{ light: model.locked.peek(), chosen: model.chosen.peek(), chosenRows: model.chosenRows.peek() },
  }
  return { scene: sceneOf(lookAt(onPaper(picture), { camera, size, fitter: fitter() }), lighting), size }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

import { readPalette } from '../canvas/palette.ts'
import { lookAt, NO_LIGHT, sceneOf } from '../scene/scene.ts'
import { drawSvg } from '../svg/draw-svg.ts'
import { Icon } from './icon.tsx'
import { useModel, type Model } from './model.ts'
import { fitter } from './text-fitter.ts'

/** Saves the whole picture as it looks at the scale 1, with what is chosen, as an SVG file. */
export function ExportButton() {
  const model = useModel()
  return (
    <button
      type="button"
      class="button narrow-hidden"
      title="Save the whole picture as SVG"
      disabled={!model.picture.value}
      onClick={() => save(model)}
    >
      <Icon name="fileDown" />
      SVG
    </button>
  )
}

function save(model: Model): void {
  const picture = model.picture.peek()
  const run = model.run.peek()
  if (!picture || !run) return
  const { x, y, width, height } = picture.bounds
  const size = { width: Math.ceil(width), height: Math.ceil(height) }
  const camera = { x: x + width / 2, y: y + height / 2, k: 1 }
  const lighting = {
    ...NO_LIGHT,
    ...{ light: model.locked.peek(), chosen: model.chosen.peek(), chosenRows: model.chosenRows.peek() },
  }
  const scene = sceneOf(lookAt(picture, { camera, size, fitter: fitter() }), lighting)
  const palette = readPalette(document.documentElement)
  const blob = new Blob([...drawSvg(scene, size, palette)], { type: 'image/svg+xml' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  // A name from a run is no path.
  link.download = `${run.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}-${picture.view}.svg`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

import { expect, test } from 'vitest'
import { paint } from '../canvas/paint.ts'
import { fitterOf } from '../scene/marks/cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { FORMS } from '../scene/picture/picture.ts'
import { lightUp } from '../scene/marks/light-up.ts'
import { onPaper } from '../scene/picture/on-paper.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { lookAt } from '../scene/look-at.ts'
import { sceneOf } from '../scene/scene.ts'
import { COLOURS, type Palette } from '../tokens/colours.ts'
import { ICONS } from '../tokens/icons.ts'
import { drawSvg } from './draw-svg.ts'
import { escapeText } from './escape-text.ts'

const palette = {
  ...Object.fromEntries(COLOURS.map((name, i) => [name, `#${String(i).padStart(6, '0')}`])),
  ...{ font: 'x', hull: 0.5, dim: 0.3 },
} as Palette
const size = { width: 800, height: 400 }

function sceneWith(titles: readonly string[]) {
  const things = {
    ...cardsAt([
      [0, 0],
      [230, 0],
      [460, 60],
    ]),
    titles,
    errors: Uint32Array.of(0, 3, 0),
  }
  const lines = linesFrom(
    [
      [0, 1],
      [1, 2],
    ],
    things,
  )
  const picture = prepare(pictureWith(things, { ...lines, weights: Uint32Array.of(1, 12) }))
  const seen = lookAt(picture, {
    camera: { x: 316, y: 40, k: 1 },
    size,
    fitter: fitterOf((text) => text.length * 6),
  })
  return sceneOf(seen, { ...NO_LIGHT, light: lightUp(picture, [{ card: 0, row: -1 }]), chosen: new Set([0]) })
}

/** What a canvas is told: its texts and where they stand, and how many curves and rectangles. */
function recordingContext() {
  const told = { texts: [] as string[], curves: 0, rects: 0 }
  const context = {
    fillText: (text: string, x: number, y: number) =>
      told.texts.push(`${text} ${Math.round(x)} ${Math.round(y)}`),
    bezierCurveTo: () => told.curves++,
    rect: () => told.rects++,
    fillRect: () => told.rects++,
    roundRect: () => told.rects++,
  }
  const nothing = (): void => {}
  return {
    told,
    context: new Proxy(context, {
      get: (of, name) => Reflect.get(of, name) ?? nothing,
      set: () => true,
    }) as unknown as CanvasRenderingContext2D,
  }
}

test('the canvas and the SVG of a scene hold the same texts in the same places, the same curves and rectangles', () => {
  globalThis.Path2D ??= function Path2D() {} as unknown as typeof Path2D
  const scene = sceneWith(['a', 'b', 'c'])
  const { told, context } = recordingContext()
  for (const marks of [scene.ground, scene.rest, scene.top]) paint(context, marks, palette)
  const svg = [...drawSvg(scene, size, palette)].join('')
  const texts = [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, text]) => `${text} ${Math.round(Number(x))} ${Math.round(Number(y))}`,
  )
  expect(texts).toEqual(told.texts)
  expect(texts.length).toBeGreaterThan(8)
  expect(svg.match(/C[\d.-]/g)).toHaveLength(told.curves)
  // Two more: the ground of the whole, and the tile of the hatch has none.
  expect(svg.match(/<rect /g)).toHaveLength(told.rects + 1)
})

test('drawSvg(…) dims as a whole what is not lit', () => {
  const svg = [...drawSvg(sceneWith(['a', 'b', 'c']), size, palette)].join('')
  expect(svg.match(/<g opacity="0.3">/g)).toHaveLength(1)
})

test('drawSvg(…) writes names as text, whatever they hold', () => {
  const svg = [...drawSvg(sceneWith(['<script>1', '"&', 'c']), size, palette)].join('')
  expect(svg).not.toContain('<script')
  expect(svg).toContain('>&lt;script&gt;1</text>')
  expect(svg).toContain('>&quot;&amp;</text>')
})

test('drawSvg(scene of what is on paper) has no button in the header of an open box, and all else that stands there', () => {
  const box = cardsAt([[0, 0]])
  box.forms[0] = FORMS.indexOf('box')
  box.opens[0] = 1
  const picture = prepare(pictureWith(box, linesFrom([])))
  const wish = { camera: { x: 90, y: 30, k: 1 }, size, fitter: fitterOf((text: string) => text.length * 6) }
  const [onScreen, saved] = [picture, onPaper(picture)].map((drawn) =>
    [...drawSvg(sceneOf(lookAt(drawn, wish), NO_LIGHT), size, palette)].join(''),
  )
  expect(onScreen).toContain(`d="${ICONS.minus}"`)
  expect(saved).not.toContain(`d="${ICONS.minus}"`)
  expect(saved).toContain('>a</text>')
})

test('escapeText(text) replaces what XML cannot hold, and keeps letters of two halves', () => {
  expect(escapeText('a\u0000b\u001b\ud800c👩')).toBe('a�b��c👩')
})

import { expect, test } from 'vitest'
import { fitterOf } from './marks/cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from './picture/fake-picture.ts'
import { lightUp, lightUpLine } from './marks/light-up.ts'
import type { LinesMark, Mark, PathMark, TextMark } from './marks/marks.ts'
import { STROKES } from './picture/picture.ts'
import { lineBetween, prepare } from './picture/prepared.ts'
import { NO_LIGHT } from './lighting.ts'
import { lookAt, type SceneWish } from './look-at.ts'
import { sceneOf } from './scene.ts'

const cards = {
  ...cardsAt([
    [0, 0],
    [230, 0],
    [460, 0],
    [230, 5000],
  ]),
  errors: Uint32Array.of(0, 2, 0, 0),
  forms: Uint8Array.of(3, 3, 1, 3), // cards, and a container
}
const lines = {
  ...linesFrom(
    [
      [0, 1],
      [1, 2],
    ],
    cards,
  ),
  weights: Uint32Array.of(1, 12),
}
const prepared = prepare(pictureWith(cards, lines))
const wish: SceneWish = {
  camera: { x: 316, y: 22, k: 1 },
  size: { width: 800, height: 400 },
  fitter: fitterOf((text) => text.length * 6),
}
const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text')
const linesOf = (marks: readonly Mark[]): LinesMark[] => marks.filter((mark) => mark.kind === 'lines')
const at = (k: number) => sceneOf(lookAt(prepared, { ...wish, camera: { x: 316, y: 22, k } }), NO_LIGHT)

/** Paths filled or drawn, as (x, y) of each. */
const pathsAt = (k: number) =>
  [...at(k).rest, ...at(k).top].filter((mark): mark is PathMark => mark.kind === 'path')

test('what says its name alone has its icon before that and its badge behind it, where there is room for them, and all three stand in the card', () => {
  const [far, near] = [0.5, 0.7].map((k) => ({
    ...{ left: 400 + (230 - 316) * k, right: 400 + (230 + 172 - 316) * k, top: 200 - 22 * k },
    name: textsOf(at(k).rest).find(({ text }) => text === 'b')!,
    icons: pathsAt(k).filter(({ stroke }) => stroke === 'table'),
    badge: pathsAt(k).find(({ fill }) => fill === 'error')!,
  }))
  expect(far!.icons).toHaveLength(0)
  expect(far!.badge.y).toBeLessThan(far!.top)
  const icon = near!.icons.find(({ x }) => x > near!.left && x < near!.right)!
  expect(icon.x + 24 * icon.scale).toBeLessThanOrEqual(near!.name.x)
  expect(near!.badge.y).toBeGreaterThan(near!.top)
  expect(near!.badge.x + 11).toBeLessThan(near!.right)
  // A name that needs the room of the badge has it.
  const long = { ...cards, titles: ['a', 'b_of_16_letters_', 'c', 'd'] }
  const seen = lookAt(prepare(pictureWith(long, lines)), { ...wish, camera: { x: 316, y: 22, k: 0.7 } })
  const { rest, top } = sceneOf(seen, NO_LIGHT)
  expect(textsOf(rest).map(({ text }) => text)).toContain('b_of_16_letters_')
  expect(top.find((mark): mark is PathMark => mark.kind === 'path' && mark.fill === 'error')!.y).toBeLessThan(
    near!.top,
  )
})

test('lookAt(picture, wish) leaves out what lies beside the window', () => {
  expect(lookAt(prepared, wish).things).toEqual([0, 1, 2])
})

test('sceneOf(…) names a card in pixels of the window, in full ink, its place below', () => {
  const texts = textsOf(at(1).rest)
  expect(texts.find(({ text }) => text === 'b')).toMatchObject({
    x: 346,
    y: 197,
    size: 12,
    weight: 600,
    fill: 'ink1',
  })
  expect(texts.find(({ text, x }) => text === 'SHOP.marts' && x === 346)).toMatchObject({
    size: 11,
    fill: 'ink3',
  })
})

test('sceneOf(…) draws what is wrong on top of all, with its number', () => {
  expect(textsOf(at(1).top).map(({ text }) => text)).toEqual(['2', '12'])
})

test('sceneOf(…) tells less the smaller the scale, and never writes under 11 pixels', () => {
  expect(textsOf(at(0.6).rest).map(({ text, size }) => [text, size])).toEqual([
    ['a', 11],
    ['b', 11],
    ['c', 11],
  ])
  expect(textsOf(at(0.3).rest).map(({ text, size }) => [text, size])).toEqual([
    ['a', 11],
    ['b', 11],
    ['c', 11],
  ])
  expect(textsOf(at(0.2).rest)).toEqual([])
})

test('sceneOf(…) draws wider what stands for more, and writes counts from 5 on where a container is at an end', () => {
  expect(linesOf(at(1).rest).map(({ lineWidth }) => lineWidth)).toEqual([1.25, 2.25])
  expect(textsOf(at(1).top).filter(({ halo }) => halo)).toMatchObject([{ text: '12', halo: 'canvas' }])
})

test('sceneOf(…) with light dims what is at rest, and draws what is lit a second time, on top: casings, lines, heads', () => {
  const light = lightUp(prepared, [{ card: 2, row: -1 }])
  const { isDim, top } = sceneOf(lookAt(prepared, wish), { ...NO_LIGHT, light })
  expect(isDim).toBe(true)
  expect(linesOf(top).map(({ stroke, lineWidth }) => [stroke, lineWidth])).toEqual([
    ['canvas', 8.25],
    ['accent', 2.25],
  ])
  expect(top.filter(({ kind }) => kind === 'heads')).toHaveLength(1)
})

test('sceneOf(…) with light on a row has the other rows of its card quieter, each in a colour that can be read', () => {
  const rows = {
    ...{ count: 2, starts: Uint32Array.of(0, 2, 2, 2, 2), keys: ['id:x', 'id:y'], titles: ['lit', 'other'] },
    ...{
      types: ['int', 'date'],
      traced: new Uint8Array(2),
      y: Float32Array.of(56, 80),
      marks: new Uint8Array(2),
    },
  }
  const open = prepare({ ...pictureWith({ ...cards, more: Uint32Array.of(3, 0, 0, 0) }, lines), rows })
  const light = lightUp(open, [{ card: 0, row: 0 }])
  const texts = textsOf(sceneOf(lookAt(open, wish), { ...NO_LIGHT, light }).top)
  const looks = ['lit', 'int', 'other', 'date', '3 more columns'].map((words) => {
    const { fill, alpha } = texts.find(({ text }) => text === words)!
    return [fill, alpha]
  })
  expect(looks).toEqual(['ink1', 'ink3', 'ink2', 'ink3', 'ink3'].map((fill) => [fill, undefined]))
})

test('sceneOf(…) with light on very many lines draws them fine, and does not free them from one another', () => {
  const column = (x: number) => Array.from({ length: 30 }, (_, i) => [x, 60 * i] as const)
  const many = cardsAt([...column(0), ...column(400)])
  const pairs = Array.from({ length: 900 }, (_, i) => [i % 30, 30 + Math.floor(i / 30)] as const)
  const crowd = prepare(pictureWith(many, linesFrom(pairs, many)))
  const light = lightUp(
    crowd,
    column(0).map((_, card) => ({ card, row: -1 })),
  )
  const seen = lookAt(crowd, { ...wish, camera: { x: 300, y: 900, k: 0.2 } })
  expect(linesOf(sceneOf(seen, { ...NO_LIGHT, light }).top)).toMatchObject([
    { stroke: 'accent', lineWidth: 1, lines: { length: 900 } },
  ])
})

test('sceneOf(…) draws the line that is chosen itself wider than its way', () => {
  const light = { ...lightUpLine(prepared, 1), lines: Uint8Array.of(1, 1) }
  const { top } = sceneOf(lookAt(prepared, wish), { ...NO_LIGHT, light })
  const drawn = linesOf(top).filter(({ stroke }) => stroke === 'accent')
  expect(drawn.map(({ lines: ids, lineWidth }) => [ids, lineWidth])).toEqual([
    [[0], 2.25],
    [[1], 3.5],
  ])
})

test('lineBetween(picture, from, to) finds a line by the keys of its ends', () => {
  expect(lineBetween(prepared, 'id:b', 'id:c')).toBe(1)
  expect(lineBetween(prepared, 'id:c', 'id:b')).toBe(-1)
  expect(lineBetween(prepared, 'id:b', 'id:nobody')).toBe(-1)
})

test('near enough, a table of the Map names its columns as far as they are known, and says how many more there are', () => {
  const tiles = {
    ...cardsAt([[0, 0]]),
    height: Float32Array.of(30),
    forms: Uint8Array.of(2),
    columns: Uint32Array.of(12),
    places: ['12 columns'],
  }
  const map = prepare(pictureWith(tiles, linesFrom([])))
  const textsAt = (k: number, columns?: SceneWish['columns']): string[] => {
    const near = { ...wish, camera: { x: 86, y: 15, k }, ...(columns && { columns }) }
    return textsOf(sceneOf(lookAt(map, near), NO_LIGHT).rest).map(({ text }) => text)
  }
  const names = Array.from({ length: 12 }, (_, i) => `column ${i}`)
  const known = new Map([['id:a', names]])
  expect(textsAt(1, known)).toEqual(['a'])
  expect(textsAt(1.6)).toEqual(['a', '12 columns'])
  expect(textsAt(1.6, known)).toEqual(['a', 'column 0', 'column 1', 'column 2', '+9 more'])
  expect(textsAt(4, known)).toEqual(['a', ...names])
})

test('sceneOf(…) with light writes the headers of boxes over what is lit: no line crosses their words', () => {
  const boxed = { ...cards, forms: Uint8Array.of(0, 3, 3, 3), box: Int32Array.of(-1, -1, -1, -1) }
  const map = prepare(pictureWith(boxed, lines))
  const { top } = sceneOf(lookAt(map, wish), { ...NO_LIGHT, light: lightUpLine(map, 0) })
  const header = top.findIndex((mark) => mark.kind === 'text' && mark.text === 'a')
  expect(header).toBeGreaterThan(top.findLastIndex((mark) => mark.kind === 'lines'))
})

test('sceneOf(…) with light dims boxes with nothing lit in them as the rest: name, icon and outline, not their ground', () => {
  const boxed = { ...cards, forms: Uint8Array.of(0, 0, 3, 3), box: Int32Array.of(-1, -1, 1, -1) }
  const map = prepare(pictureWith(boxed, linesFrom([])))
  const lit = { ...NO_LIGHT, light: lightUp(map, [{ card: 2, row: -1 }]) }
  const { ground, top } = sceneOf(lookAt(map, wish), lit)
  const strengthOf = (name: string) => textsOf(top).find(({ text }) => text === name)?.alpha
  expect([strengthOf('a'), strengthOf('b')]).toEqual(['dim', undefined])
  const icons = top.filter((mark): mark is PathMark => mark.kind === 'path' && mark.stroke === 'table')
  expect(icons.map(({ alpha }) => alpha)).toEqual([undefined, 'dim', undefined]) // the first is of the card
  const rects = ground.filter((mark) => mark.kind === 'rects')
  const outlines = rects.filter(({ stroke }) => stroke === 'line2')
  expect(outlines.map(({ alpha, at: [x] }) => [alpha, x])).toEqual(
    expect.arrayContaining([
      ['dim', 84.5],
      [undefined, 314.5],
    ]),
  )
  expect(rects.filter(({ fill }) => fill !== undefined).map(({ alpha }) => alpha)).toEqual([
    undefined,
    undefined,
  ])
  // From far off a name stands over what is in the box.
  const far = sceneOf(lookAt(map, { ...wish, camera: { x: 316, y: 22, k: 0.4 } }), lit).top
  expect(textsOf(far).find(({ text }) => text === 'a')?.alpha).toBe('dim')
})

test('sceneOf(…) tells of a container as much as there is room for, never a part of a count', () => {
  const told = {
    ...cards,
    places: ['', '', '10 schemas · 1,000 tables', ''],
    inside: Uint32Array.of(0, 0, 1010, 0),
  }
  const placeIn = (width: number) => {
    const map = prepare(pictureWith({ ...told, width: cards.width.map(() => width) }, linesFrom([])))
    return textsOf(sceneOf(lookAt(map, wish), NO_LIGHT).rest).find(({ fill }) => fill === 'ink3')?.text
  }
  expect([190, 120, 60, 30].map(placeIn)).toEqual([
    '10 schemas · 1,000 tables',
    '1,010 things',
    '1,010',
    undefined,
  ])
})

test('sceneOf(…) below 55 % leaves icons out in the Map', () => {
  const named = { ...cards, titles: ['a_name_of_20_letters', 'b', 'c', 'd'] }
  const small = pictureWith(named, linesFrom([]))
  const iconsIn = (view: 'map' | 'lineage', k: number): number =>
    sceneOf(
      lookAt(prepare({ ...small, view }), { ...wish, camera: { x: 316, y: 22, k } }),
      NO_LIGHT,
    ).rest.filter(({ kind }) => kind === 'path').length
  expect([iconsIn('map', 0.5), iconsIn('lineage', 0.5)]).toEqual([0, 3])
  expect([iconsIn('map', 0.7), iconsIn('lineage', 0.7)]).toEqual([3, 3])
  expect([iconsIn('map', 0.79), iconsIn('lineage', 0.79)]).toEqual([3, 3])
})

test('sceneOf(…) at one scale tells of all closed containers what is in them, or of none, however high they are', () => {
  const closed = {
    ...cardsAt([
      [0, 0],
      [230, 0],
    ]),
    ...{ forms: Uint8Array.of(1, 1), height: Float32Array.of(59, 200), places: ['9 tables', '90 tables'] },
  }
  const map = prepare(pictureWith(closed, linesFrom([])))
  const toldAt = (k: number): string[] =>
    textsOf(sceneOf(lookAt(map, { ...wish, camera: { x: 200, y: 60, k } }), NO_LIGHT).rest)
      .filter(({ fill }) => fill === 'ink3')
      .map(({ text }) => text)
  expect(toldAt(0.7)).toEqual(['9 tables', '90 tables'])
  expect(toldAt(0.6)).toEqual([])
})

test('sceneOf(…) keeps the icon of every open box; in a low header its badge leaves its number to the name', () => {
  const boxed = {
    ...cards,
    ...{ forms: Uint8Array.of(3, 0, 3, 3), titles: ['a', 'a_name_of_20_letters', 'c', 'd'] },
  }
  const map = prepare(pictureWith(boxed, linesFrom([])))
  const topAt = (k: number) =>
    sceneOf(lookAt(map, { ...wish, camera: { x: 316, y: 22, k } }), NO_LIGHT).top.filter(
      (mark) => mark.kind === 'path' || mark.kind === 'text',
    )
  const textsAt = (k: number): string[] => textsOf(topAt(k)).map(({ text }) => text)
  expect(textsAt(1)).toEqual(expect.arrayContaining(['2']))
  expect(textsAt(0.6)).not.toContain('2')
  for (const k of [1, 0.6])
    expect(topAt(k).some((mark) => mark.kind === 'path' && mark.stroke === 'table')).toBe(true)
  // Beside the name, not at the end of the header, where the corners of what is inside have their badges.
  const shape = topAt(0.6).find((mark) => mark.kind === 'path' && mark.fill === 'error') as PathMark
  const name = textsOf(topAt(0.6)).find(({ text }) => text.startsWith('a_name'))!
  expect(shape.x).toBeCloseTo(name.x + name.text.length * 6 * (11 / 12) + 5)
})

test('sceneOf(…) puts a dot at the end of a line that stands for the box around a thing', () => {
  const boxed = { ...cards, forms: Uint8Array.of(3, 0, 1, 3), box: Int32Array.of(1, -1, -1, -1) }
  const { rest } = sceneOf(lookAt(prepare(pictureWith(boxed, lines)), wish), NO_LIGHT)
  const end = lines.starts[1]! - 2
  expect(rest.filter(({ kind }) => kind === 'dots')).toMatchObject([
    { at: [lines.curves[end]! + 84, lines.curves[end + 1]! + 178], radius: 2, fill: 'edge' },
  ])
})

test('sceneOf(…) has what leads against the flow dashed, with a head, in no circle in the colour of lines, and dashed too where it is lit', () => {
  const against = {
    ...lines,
    strokes: Uint8Array.of(0, STROKES.indexOf('against')),
    reversed: Uint8Array.of(0, 1),
  }
  const drawn = prepare(pictureWith(cards, against))
  const seen = lookAt(drawn, wish)
  const dashed = linesOf(sceneOf(seen, NO_LIGHT).rest).filter(({ dash }) => dash)
  expect(dashed).toMatchObject([{ lines: [1], stroke: 'edge', dash: [5, 4] }])
  expect(sceneOf(seen, NO_LIGHT).rest.filter(({ kind }) => kind === 'heads')).toMatchObject([
    { fill: 'edge' },
  ])
  const light = lightUp(drawn, [{ card: 2, row: -1 }])
  const lit = linesOf(sceneOf(seen, { ...NO_LIGHT, light }).top).filter(({ dash }) => dash)
  expect(lit).toMatchObject([{ lines: [1], stroke: 'accent', dash: [5, 4] }])
})

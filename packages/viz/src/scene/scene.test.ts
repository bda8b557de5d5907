import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'
import { lightUp } from './light-up.ts'
import { lineBetween, prepare } from './prepared.ts'
import { sceneOf, type SceneWish } from './scene.ts'

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
  light: null,
  fonts: { title: (size) => `600 ${size}px x`, place: (size) => `${size}px x` },
  measure: (text) => text.length * 6,
}

test('sceneOf(picture, wish) leaves out what lies beside the window', () => {
  const { rest, lit } = sceneOf(prepared, wish)
  expect(rest.cards.map(({ card }) => card)).toEqual([0, 1, 2])
  expect(lit).toBeNull()
})

test('sceneOf(…) places a card in pixels of the window, with its icon, names and badge', () => {
  const mark = sceneOf(prepared, wish).rest.cards[1]!
  expect(mark).toMatchObject({ x: 314, y: 178, width: 172, height: 44, detail: 'full', shape: 'declared' })
  expect(mark.icon).toMatchObject({ name: 'table', hue: 'table', size: 16 })
  expect(mark.title).toEqual({ x: 346, y: 197, text: 'b', size: 12 })
  expect(mark.place).toMatchObject({ text: 'SHOP.marts', size: 11 })
  expect(mark.badge).toMatchObject({ severity: 'error', count: '2' })
})

test('sceneOf(…) tells less the smaller the scale, and never writes under 11 pixels', () => {
  const at = (k: number) => sceneOf(prepared, { ...wish, camera: { x: 316, y: 22, k } }).rest.cards[0]!
  expect(at(0.7)).toMatchObject({ detail: 'name', place: null, title: { size: 11 } })
  expect(at(0.3)).toMatchObject({ detail: 'tile', icon: null, title: null })
})

test('sceneOf(…) draws wider what stands for more, and writes counts from 5 on where a container is at an end', () => {
  const { groups, labels } = sceneOf(prepared, wish).rest
  expect(groups.map(({ width }) => width)).toEqual([1.25, 2.25])
  expect(labels.map(({ text }) => text)).toEqual(['12'])
})

test('sceneOf(…) with light has what is lit a second time, on top', () => {
  const light = lightUp(lines, prepared.adjacency, [2])
  const { rest, lit } = sceneOf(prepared, { ...wish, light })
  expect(rest.cards).toHaveLength(3)
  expect(lit!.cards.map(({ card }) => card)).toEqual([0, 1, 2])
  expect(lit!.groups.every(({ emphasis }) => emphasis === 'path')).toBe(true)
})

test('lineBetween(picture, from, to) finds a line by the keys of its ends', () => {
  expect(lineBetween(prepared, 'id:b', 'id:c')).toBe(1)
  expect(lineBetween(prepared, 'id:c', 'id:b')).toBe(-1)
  expect(lineBetween(prepared, 'id:b', 'id:nobody')).toBe(-1)
})

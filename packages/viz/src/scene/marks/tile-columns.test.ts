import { expect, test } from 'vitest'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import type { TextMark } from './marks.ts'
import { prepare } from '../picture/prepared.ts'
import { startSheet } from './sheet.ts'
import { drawColumns } from './tile-columns.ts'

const NAMES = Array.from({ length: 48 }, (_, i) => 'abcdefghijklmnopqrstuvwxyz'.slice(0, 1 + ((i * 7) % 26)))
const fitter = fitterOf((text) => text.length * 6)
const drawn = (all: number, width: number, height: number, names = NAMES.slice(0, all)): TextMark[] => {
  const picture = prepare(pictureWith({ ...cardsAt([[0, 0]]), columns: Uint32Array.of(all) }, linesFrom([])))
  const pen = { picture, transform: { x: 0, y: 0, k: 2 }, fitter, right: Infinity, columns: new Map() }
  const sheet = startSheet()
  drawColumns(sheet, pen, 0, names, { x: 0, y: 0, width, height })
  return sheet.marks().filter((mark) => mark.kind === 'text')
}

test('drawColumns(…) names as many columns as have room, in their order, and says how many more there are', () => {
  for (const all of [1, 9, 48, 284])
    for (const width of [90, 210, 640])
      for (const height of [15, 45, 300]) {
        const marks = drawn(all, width, height)
        const named = marks.filter(({ fill }) => fill === 'ink2')
        const rest = marks.filter(({ fill }) => fill === 'ink3').map(({ text }) => text)
        expect(named.map(({ text }) => text.replace('…', ''))).toEqual(
          named.map(({ text }, i) => NAMES[i]!.slice(0, text.replace('…', '').length)),
        )
        expect(rest).toEqual(named.length === all ? [] : [`+${all - named.length} more`])
        for (const { x, y, text } of marks) {
          expect(x + fitter.width(text, 11, 400)).toBeLessThanOrEqual(width + 1)
          expect(y).toBeLessThanOrEqual(height)
        }
      }
})

test('drawColumns(…) puts short names side by side', () => {
  expect(drawn(4, 200, 15, ['id', 'day', 'net', 'tax']).map(({ text }) => text)).toEqual([
    'id',
    'day',
    'net',
    'tax',
  ])
})

import { expect, test } from 'vitest'
import { ICONS } from '../../tokens/icons.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { NO_LIGHT } from '../lighting.ts'
import { lookAt } from '../look-at.ts'
import { sceneOf } from '../scene.ts'
import { fitterOf } from './cut-text.ts'

const marksOf = (key: string, place: string): string => {
  const things = {
    ...cardsAt([[0, 0]]),
    ...{ keys: [key], titles: ['stack'], places: [place], forms: Uint8Array.of(FORMS.indexOf('stack')) },
  }
  const seen = lookAt(prepare(pictureWith(things, linesFrom([]))), {
    ...{ camera: { x: 0, y: 0, k: 1 }, size: { width: 400, height: 400 } },
    fitter: fitterOf((text) => text.length * 6),
  })
  return JSON.stringify(sceneOf(seen, NO_LIGHT))
}
const heightOf = (marks: string): number => Number(/"y":([\d.]+)[^{}]*"text":"stack"/.exec(marks)?.[1])

test('a stack that is a circle has the icon of circles', () => {
  expect(marksOf('stack:circle:id:a', '')).toContain(ICONS.repeat)
  expect(marksOf('stack:fan:id:a', '')).not.toContain(ICONS.repeat)
})

test('a stack that tells nothing but its name has it lower, in its middle', () => {
  expect(heightOf(marksOf('stack:fan:id:a', ''))).toBeGreaterThan(heightOf(marksOf('stack:fan:id:a', 'in b')))
})

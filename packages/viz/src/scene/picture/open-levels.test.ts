import { expect, test } from 'vitest'
import { cardsAt } from './fake-picture.ts'
import { openLevels } from './open-levels.ts'
import { FORMS, ROLES, type Form } from './picture.ts'

type Shown = readonly [form: Form, depth: number, role?: 'outside']
/** A picture with things a, b, c and so on. */
const mapOf = (level: number, shown: readonly Shown[]) => ({
  level,
  things: {
    ...cardsAt(shown.map(() => [0, 0] as const)),
    forms: Uint8Array.from(shown, ([form]) => FORMS.indexOf(form)),
    depth: Uint8Array.from(shown, ([, depth]) => depth),
    roles: Uint8Array.from(shown, ([, , role]) => ROLES.indexOf(role ?? 'declared')),
  },
})

test('openLevels(picture) tells one level where no hand has opened or closed anything', () => {
  const levels = openLevels(
    mapOf(1, [
      ['box', 0],
      ['container', 1],
      ['container', 1],
      ['tile', 0],
    ]),
  )
  expect(levels).toEqual({
    least: 1,
    most: 1,
    more: { level: 2, keys: ['id:b', 'id:c'] },
    fewer: { level: 0, keys: ['id:a'] },
  })
})

test('openLevels(picture) tells how deep all is open and how deep anything is, where a hand has opened a container', () => {
  const levels = openLevels(
    mapOf(0, [
      ['box', 0],
      ['box', 1],
      ['container', 1],
      ['container', 0],
    ]),
  )
  expect(levels).toMatchObject({ least: 0, most: 2 })
  expect(levels.more).toEqual({ level: 1, keys: ['id:d'] })
  expect(levels.fewer).toEqual({ level: 0, keys: ['id:b'] })
})

test('openLevels(picture) opens again with its level what a hand has closed', () => {
  const levels = openLevels(
    mapOf(2, [
      ['box', 0],
      ['box', 1],
      ['container', 0],
    ]),
  )
  expect(levels).toMatchObject({ least: 0, most: 2, more: { level: 2, keys: ['id:c'] } })
})

test('openLevels(picture) has no step where nothing is left to open, or to close, however deep the level is', () => {
  const all = openLevels(
    mapOf(7, [
      ['box', 0],
      ['tile', 1],
    ]),
  )
  expect(all).toEqual({ least: 1, most: 1, more: null, fewer: { level: 0, keys: ['id:a'] } })
  expect(openLevels(mapOf(3, [['tile', 0]]))).toEqual({ least: 0, most: 0, more: null, fewer: null })
})

test('openLevels(picture) takes what is outside for none that is closed by hand', () => {
  const levels = openLevels(
    mapOf(1, [
      ['box', 0],
      ['tile', 1],
      ['container', 0, 'outside'],
    ]),
  )
  expect(levels).toMatchObject({ least: 1, most: 1, more: { level: 2 } })
})

import { expect, test } from 'vitest'
import { FORMS, type Form } from '../../scene/picture/picture.ts'
import { isSizedAnew } from './is-sized-anew.ts'

const thingsOf = (heights: readonly number[], form: Form) => ({
  count: heights.length,
  keys: heights.map((_, thing) => `id:${thing}`),
  forms: new Uint8Array(heights.length).fill(FORMS.indexOf(form)),
  height: Float32Array.from(heights),
})

/** Whether things with these heights, all of one form, are sized anew by others. */
const sized = (was: readonly number[], is: readonly number[], form: Form = 'card'): boolean =>
  isSizedAnew(thingsOf(was, form), thingsOf(is, form), is)

test('isSizedAnew(cards) is so where more than half of them, and more than one, have another height', () => {
  expect(sized([40, 40, 40], [90, 90, 40])).toBe(true)
  expect(sized([40, 40, 40, 40], [90, 90, 40, 40])).toBe(false)
  expect(sized([40], [90])).toBe(false)
})

test('isSizedAnew(cards, more or fewer of them) is never so: what stays keeps its place', () => {
  expect(sized([40, 40, 40, 40], [90, 90, 90])).toBe(false)
  expect(sized([40, 40, 40], [90, 90, 90, 90])).toBe(false)
})

test('isSizedAnew(containers) is never so', () => {
  expect(sized([40, 40, 40], [90, 90, 90], 'container')).toBe(false)
})

import { expect, test } from 'vitest'
import { mixed } from './mixed.ts'

test('mixed(…) is the ground where nothing covers it, the colour where all does, and between them in between', () => {
  const at = (share: number): string => mixed('#68717e', '#fff', share)
  expect([0, 0.5, 1].map(at)).toEqual(['#ffffff', '#b4b8bf', '#68717e'])
  expect(mixed('#000', '#0e1013', 0.5)).toBe('#07080a')
})

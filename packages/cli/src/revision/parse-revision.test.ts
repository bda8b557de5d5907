import { expect, test } from 'vitest'
import { parseRevision } from './parse-revision.ts'

test('parseRevision(given) takes what stands before the first colon for the revision', () => {
  expect(parseRevision('main:fixtures/run')).toEqual({ commit: 'main', path: 'fixtures/run' })
  expect(parseRevision('HEAD~1:out/')).toEqual({ commit: 'HEAD~1', path: 'out' })
  expect(parseRevision('v1:a:b')).toEqual({ commit: 'v1', path: 'a:b' })
  expect(parseRevision('main:')).toEqual({ commit: 'main', path: '' })
})

test('parseRevision(given) takes what has no revision, or a drive, for a path', () => {
  for (const path of ['out/', ':out', '', 'C:\\out', 'c:/out']) expect(parseRevision(path)).toBeUndefined()
})

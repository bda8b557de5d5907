import type { RunFacts } from '../worker/answers/run-facts.ts'
import { expect, test } from 'vitest'
import { unreadWords } from './unread-words.ts'

const facts = (unread: number, resources: number, lineage: number) => ({
  unread,
  summary: { resources, lineage } as RunFacts['summary'],
})

test('unreadWords(facts) tells that most lines of a run could not be read, and says nothing of fewer', () => {
  expect(unreadWords(facts(1500, 1, 2))).toBe(
    '1,500 of 1,503 lines could not be read, and are not in the picture.',
  )
  expect(unreadWords(facts(3, 1, 2))).toMatch(/^3 of 6 lines/)
  expect(unreadWords(facts(2, 1, 2))).toBe('')
  expect(unreadWords(facts(0, 0, 0))).toBe('')
})

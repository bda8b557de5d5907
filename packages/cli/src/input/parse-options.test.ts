import { expect, test } from 'vitest'
import { parseThreads } from './parse-options.ts'

test.each(['0', '-1', '1.5', 'two', '', '1e1', '0x2', '17', '100000'])(
  'parseThreads(%j) is refused, with what may be written',
  (given) => {
    expect(() => parseThreads(given)).toThrow(`--threads ${given} is no number of threads from 1 to 16`)
  },
)

test.each(['1', '2', '16'])('parseThreads(%j) is that number', (given) => {
  expect(parseThreads(given)).toBe(Number(given))
})

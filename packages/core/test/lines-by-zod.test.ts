import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { bytesSource, readRun, type Source } from '../src/index.ts'
import { PlainLines } from '../src/read/plain/plain-lines.ts'
import { anyLines, brokenLines } from './any-lines.ts'
import { readByZod } from './read-by-zod.ts'
import { everythingOf } from './everything-of.ts'

const LF = Buffer.from('\n')

afterEach(() => {
  vi.restoreAllMocks()
})

/** Where ids stand in a line the quick way knows from reading, and zod does not: of that the report tells. */
const isOfValues = (column: string): boolean => !column.endsWith('Start')

/** For each line of what is read after this: whether the quick way took it. Blank lines are taken. */
function watchQuickWay(): boolean[] {
  const taken: boolean[] = []
  const { read } = PlainLines.prototype
  vi.spyOn(PlainLines.prototype, 'read').mockImplementation(function watched(this: PlainLines, ...given) {
    const end = read.apply(this, given)
    taken.push(end >= 0)
    return end
  })
  return taken
}

/** What one reading by zod gives: the lines in which something is wrong, and those that declare something and are whole. */
async function readBothWays(bytes: Uint8Array, printed: boolean) {
  const source: Source = { ...bytesSource('run.jsonl', bytes), printed }
  const batch = readByZod(bytes, printed)
  const byZod = await readRun([source], {}, async function* readAll() {
    yield batch
  })
  expect(everythingOf(await readRun([source]), isOfValues)).toEqual(everythingOf(byZod, isOfValues))
  const wrong = new Set(batch.problems.map(({ line }) => line))
  const declared = [...batch.resources.line.values, ...batch.lineage.line.values]
  return { wrong: [...wrong], whole: declared.filter((line) => !wrong.has(line)) }
}

/** A few pieces as one file: to check one costs more than to read it. */
const manyOf = (pieces: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .array(pieces, { minLength: 1, maxLength: 9 })
    .map((all) => Buffer.concat(all.flatMap((piece, i) => (i === 0 ? [piece] : [LF, piece]))))

describe('what is read of a run, its values, problems, findings and places, is what JSON.parse and the schemas make of its lines', () => {
  test.each([
    ['of every form', manyOf(anyLines)],
    ['that are broken', manyOf(brokenLines)],
  ])('lines %s; the quick way takes many of the whole ones, and no other', async (_, lines) => {
    const taken = watchQuickWay()
    const counts = { whole: 0, quick: 0, wrong: 0 }
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), async (bytes, printed) => {
        taken.length = 0
        const { wrong, whole } = await readBothWays(bytes, printed)
        for (const line of wrong) expect(taken[line]).toBe(false)
        counts.wrong += wrong.length
        counts.whole += whole.length
        counts.quick += whole.filter((line) => taken[line]).length
      }),
      { numRuns: 80 },
    )
    expect(counts.quick).toBeGreaterThan(counts.whole * 0.3)
    expect(Math.min(counts.whole, counts.wrong)).toBeGreaterThan(100)
  })
})

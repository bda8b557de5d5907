import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { buildGraph, bytesSource, check, formatReport, readRun, type Run, type Source } from '../src/index.ts'
import type { Column } from '../src/read/column.ts'
import { PlainLines } from '../src/read/plain/plain-lines.ts'
import { anyLines, brokenLines } from './any-lines.ts'
import { readByZod } from './read-by-zod.ts'

const LF = Buffer.from('\n')

afterEach(() => {
  vi.restoreAllMocks()
})

/** What a run holds, and its report: in that are all places too, of which the quick way knows some from reading, and zod none. */
function everythingOf(run: Run) {
  const valuesOf = (columns: object): unknown =>
    Object.entries(columns)
      .filter(([name]) => !name.endsWith('Start'))
      .map(([name, column]) => [name, [...(column as Column<Int32Array>).values]])
  const { strings, identifiers, resources, lineage, problems, files } = run
  const report = check(buildGraph(run), { preset: 'strict' })
  return {
    files,
    strings: Array.from({ length: strings.size }, (_, i) => strings.get(i)),
    identifiers: Array.from({ length: identifiers.size }, (_, i) => identifiers.get(i)),
    resources: valuesOf(resources),
    lineage: valuesOf(lineage),
    problems,
    report: [...formatReport(report, 'json')].join(''),
  }
}

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
  expect(everythingOf(await readRun([source]))).toEqual(everythingOf(byZod))
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

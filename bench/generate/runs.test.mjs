import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRun } from '@lineagraph/core/node'
import { afterAll, expect, test } from 'vitest'
import { generateRun, SHAPES } from './runs.mjs'
import { writeRun } from './write-run.mjs'

const temporary = mkdtempSync(join(tmpdir(), 'lineagraph-bench-test-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const SIZE = 1200
/** Of those that are large with few resources. */
const SIZES = { complete: 40, long: 3 }
const sizeOf = (shape) => SIZES[shape] ?? SIZE
const shapes = Object.keys(SHAPES)
const write = (shape, { seed = 1, folder = shape } = {}) =>
  writeRun(generateRun({ shape, resources: sizeOf(shape), seed }), join(temporary, folder))
const textOf = ({ files }) => files.map((file) => readFileSync(file, 'utf8'))

test.each(shapes)('a %s run has exactly the findings that were planted in it', async (shape) => {
  const { planted } = generateRun({ shape, resources: sizeOf(shape) })
  const { folder, catalog } = write(shape)
  const report = await checkRun(folder, catalog ? { workspace: [catalog] } : {})
  const found = {}
  for (const { rule } of report.findings) found[rule] = (found[rule] ?? 0) + 1
  expect(found).toEqual(planted)
})

test.each(shapes.filter((shape) => shape !== 'mistaken'))('a %s run has the resources asked for', (shape) => {
  expect([...generateRun({ shape, resources: sizeOf(shape) }).resources()]).toHaveLength(sizeOf(shape))
})

test.each(shapes)('the same seed gives the same %s run', (shape) => {
  expect(textOf(write(shape, { folder: 'once' }))).toEqual(textOf(write(shape, { folder: 'again' })))
})

test('another seed gives another run', () => {
  expect(textOf(write('shallow', { seed: 1 }))).not.toEqual(textOf(write('shallow', { seed: 2 })))
})

test('writeRun(run, folder) tells how many lines and bytes there are, the catalog aside', () => {
  const written = write('workspace')
  const texts = textOf(written)
  expect(written.bytes).toBe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0))
  expect(written.lines).toBe(texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0))
})

test('generateRun({ shape }) names the shapes where there is no such one', () => {
  expect(() => generateRun({ shape: 'spiral', resources: 1 })).toThrow(/'spiral'.*shallow, deep/)
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { generateRun } from '../generate/runs.mjs'
import { writeRun } from '../generate/write-run.mjs'
import { CONTENDERS } from './contenders.mjs'
import { runChild } from './run-child.mjs'

const temporary = mkdtempSync(join(tmpdir(), 'lineagraph-bench-test-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const [floor, , , ...peers] = CONTENDERS
const run = generateRun({ shape: 'mistaken', resources: 1200 })
const written = writeRun(run, join(temporary, 'mistaken'))
const answerOf = (contender, given = written) => {
  const { file, args } = contender.programFor(given)
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}

const MAIN = [
  'input/invalid-json',
  'resource/missing-id',
  'resource/repeated-declaration',
  'resource/conflicting-id',
  'hierarchy/dangling-parent',
  'hierarchy/no-cycle',
  'lineage/invalid-identifier',
  'lineage/dangling-internal',
  'lineage/duplicate-edge',
  'lineage/no-self',
  'lineage/no-cycle',
  'lineage/unresolved-external',
]

describe.each(peers)('$name', (peer) => {
  test.skipIf(peer.missing !== undefined)('finds the main mistakes that were planted', () => {
    const found = answerOf(peer)
    for (const rule of MAIN) expect([rule, found[rule]]).toEqual([rule, run.planted[rule]])
  })

  test.skipIf(peer.missing !== undefined)(
    'comes to the end of a ring that is longer than a stack is deep',
    () => {
      const ring = writeRun(generateRun({ shape: 'ring', resources: 30_000 }), join(temporary, peer.name))
      expect(answerOf(peer, ring)).toEqual({ 'lineage/no-cycle': 1 })
    },
  )
})

test('the floor parses every line', () => {
  expect(answerOf(floor)).toEqual({ lines: written.lines, broken: run.planted['input/invalid-json'] })
})

test('the floor parses a line that is longer than what is read at once', () => {
  const file = join(temporary, 'long.jsonl')
  writeFileSync(file, `{"a": "${'x'.repeat(3 << 20)}"}\n{"b": 1}\n`)
  expect(answerOf({ programFor: () => floor.programFor({ files: [file] }) })).toEqual({ lines: 2, broken: 0 })
})

describe('runChild(program)', () => {
  test('tells how long a program took, and its memory', async () => {
    const { wall, cpu, memory } = await runChild(floor.programFor(written))
    expect(wall).toBeGreaterThan(0)
    expect(cpu).toBeGreaterThan(0)
    expect(memory).toBeGreaterThan(10e6)
  })

  test('tells the exit code of a program that fails, and the last that it said', async () => {
    const failing = {
      file: process.execPath,
      args: ['-e', 'console.error("no"); process.exit(3)'],
      isNode: true,
    }
    expect(await runChild(failing)).toEqual({ failed: 'ended with 3: no' })
  })

  test('tells of a program that the memory did not suffice for', async () => {
    const args = ['--max-old-space-size=20', '-e', 'const a = []; for (;;) a.push(new Array(1000).fill({}))']
    expect(await runChild({ file: process.execPath, args, isNode: true })).toEqual({
      failed: 'out of memory',
    })
  })
})

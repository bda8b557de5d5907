import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { statsOf } from '../src/index.ts'
import { checkRun } from '../src/node/index.ts'

/** Runs made from public metadata, each with figures that another program counted. They are not part of this repository. */
const REAL_DATA = fileURLToPath(new URL('../../../../shared/realdata', import.meta.url))
const sets = existsSync(REAL_DATA)
  ? readdirSync(REAL_DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : []

test('there are real runs to check', ({ skip }) => {
  skip(sets.length === 0, 'the folder of real runs is not beside this checkout')
  expect(sets.length).toBeGreaterThan(0)
})

test.for(sets.map(({ name }) => name))(
  'the figures of %s are those that another program counted',
  async (name) => {
    const folder = `${REAL_DATA}/${name}`
    const expected: Record<string, unknown> = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
    const { summary, graph } = await checkRun(folder)
    const figures: Record<string, unknown> = { ...summary, ...statsOf(graph) }
    const counted = Object.keys(expected).filter((name) => expected[name] !== null) // null: needs SQL to be read
    for (const name of counted) expect({ [name]: figures[name] }).toEqual({ [name]: expected[name] })
    expect(counted.length).toBeGreaterThan(10)
  },
)

import { RULES } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { lineagraph } from './run-command.ts'

const ID = 'lineage/dangling-internal'

test('lineagraph explain RULE says what it finds and why, shows both examples with the finding, and how to mend it', async () => {
  const { code, stdout, stderr } = await lineagraph(['explain', ID])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^lineage\/dangling-internal {3}error in every preset\n/)
  for (const heading of ['Why', 'Bad', 'Good', 'How to mend it', 'Switch it off'])
    expect(stdout).toContain(`\n${heading}\n`)
  expect(stdout).toContain(
    "error    lineage/dangling-internal   'dashboard.42' is used in lineage but never declared",
  )
  expect(stdout).toContain('resources.jsonl, as above')
  expect(stdout).toContain('{ "rules": { "lineage/dangling-internal": "off" } }')
  expect(stdout).not.toContain('\u001b')
})

test('lineagraph explain RULE -f markdown and -f json give the same page', async () => {
  const { stdout: markdown } = await lineagraph(['explain', ID, '-f', 'markdown'])
  expect(markdown).toMatch(/^# lineage\/dangling-internal\n\nFinds /)
  const page = JSON.parse((await lineagraph(['explain', ID, '-f', 'json'])).stdout)
  expect(page).toMatchObject({
    id: ID,
    severity: { recommended: 'error' },
    bad: { files: expect.anything() },
  })
  expect(markdown).toContain(page.summary)
  expect(markdown).toContain(page.mend)
})

test('lineagraph explain without a rule lists them all, one a line', async () => {
  const { code, stdout } = await lineagraph(['explain'])
  expect(code).toBe(0)
  const ids = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0])
  expect(ids).toEqual(RULES.map(({ id }) => id).sort())
  expect(JSON.parse((await lineagraph(['explain', '-f', 'json'])).stdout)).toHaveLength(RULES.length)
})

test.each([
  ['lineage/no-cycel', "did you mean 'lineage/no-cycle'?"],
  ['dangling-internal', "did you mean 'lineage/dangling-internal'?"],
  ['xyzzy-plugh-quux', 'lists them all'],
])('lineagraph explain %s is wrong usage, and says what was meant', async (id, help) => {
  const { code, stdout, stderr } = await lineagraph(['explain', id])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`there is no rule '${id}'`)
  expect(stderr).toContain(help)
})

test('lineagraph explain -f with a format that does not exist says which there are', async () => {
  const { code, stderr } = await lineagraph(['explain', ID, '-f', 'html'])
  expect(code).toBe(2)
  expect(stderr).toContain('text, markdown, json')
})

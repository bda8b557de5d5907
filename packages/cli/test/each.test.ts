import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const database = (id: string) => ({ entity_type: 'database', databuilder_id: id, title: id })
const dangling = {
  from_identifier: { type: 'internal_resource', databuilder_id: 'a' },
  to_identifier: { type: 'internal_resource', databuilder_id: 'gone' },
}
const runs = {
  'runs/a/r.jsonl': [database('a')],
  'runs/b/r.jsonl': [database('a'), dangling],
  'runs/c/notes.txt': 'hello',
}

describe('lineagraph check --each', () => {
  test.each([
    ['1 where one run has an error', ['--each', 'runs/*'], 1],
    ['0 where none has', ['--each', 'runs/a'], 0],
    ['0 where one has and others declare nothing', ['--each', 'runs/{a,c}'], 0],
    ['4 where none declares anything', ['--each', 'runs/c'], 4],
    ['1 for several patterns', ['--each', 'runs/a', '--each', 'runs/b'], 1],
    [
      '1 for more warnings than allowed in all',
      ['--each', 'runs/*', '--rule', 'lineage/dangling-internal=warning', '--max-warnings', '0'],
      1,
    ],
    ['2 for a path beside it', ['--each', 'runs/a', 'runs/b'], 2],
    ['2 for a file beside it', ['--each', 'runs/a', '--resources', 'runs/b/r.jsonl'], 2],
    ['2 for an empty pattern', ['--each', ''], 2],
    ['2 for a workspace from a pipe', ['--each', 'runs/*', '--workspace', '-'], 2],
    ['3 for a pattern that means nothing', ['--each', 'nope/*'], 3],
    ['3 for a pattern that means files', ['--each', 'runs/a/*.jsonl'], 3],
  ])('exits with %s', async (_, args, code) => {
    const outcome = await lineagraph(['check', ...args], { cwd: folderWith(runs) })
    expect(outcome.code).toBe(code)
    if (code >= 2) expect(outcome.stderr).toMatch(/\n {2}help: .+\n$/)
  })

  test('shows each run with findings under its name, and all in the last line', async () => {
    const { stdout, stderr } = await lineagraph(['check', '--each', 'runs/*'], { cwd: folderWith(runs) })
    expect(stdout).toMatch(
      /^── runs\/b {2}1 error in 1 resource, 1 edge\n\nerror {4}lineage\/dangling-internal/,
    )
    expect(stdout).toContain('╭─ runs/b/r.jsonl:2:')
    expect(stdout).not.toContain('has changed')
    expect(stdout).toMatch(/\n\n1 error in 2 resources, 1 edge of 3 runs\n$/)
    expect(stderr).toBe('lineagraph: no declaration found in runs/c: nothing was checked there\n')
  })

  test('shows the figures of each run', async () => {
    const { stdout } = await lineagraph(['check', '--each', 'runs/[ab]', '--stats'], {
      cwd: folderWith(runs),
    })
    expect(stdout.match(/^── runs\/[ab] /gm)).toEqual(['── runs/a ', '── runs/b '])
    expect(stdout.match(/dangling refs .*\d/g)?.map((row) => row.at(-1))).toEqual(['0', '1'])
  })

  test('-f json has every run with its summary, and in each finding its run', async () => {
    const { stdout } = await lineagraph(['check', '--each', 'runs/*', '-f', 'json', '--stats'], {
      cwd: folderWith(runs),
    })
    const { runs: checked, findings, summary, stats } = JSON.parse(stdout)
    expect(checked.map(({ name }: { name: string }) => name)).toEqual(['runs/a', 'runs/b', 'runs/c'])
    expect(checked[1]).toMatchObject({ summary: { errors: 1, ok: false }, stats: { dangling_refs: 1 } })
    expect(findings).toMatchObject([{ run: 'runs/b', locations: [{ file: 'runs/b/r.jsonl' }] }])
    expect([summary.resources, summary.ok, stats]).toEqual([2, false, undefined])
  })

  test('takes the config file of each run, and leaves what is in node_modules', async () => {
    const cwd = folderWith({
      ...runs,
      'runs/b/lineagraph.config.json': '{"rules": {"lineage/dangling-internal": "off"}}',
      'node_modules/x/r.jsonl': [dangling],
    })
    const { code, stdout } = await lineagraph(['check', '--each', '**'], { cwd })
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^no findings in 2 resources, 1 edge of \d runs\n$/),
    ])
  })

  test('names runs by absolute paths where the pattern is one', async () => {
    const cwd = folderWith(runs)
    const { stdout } = await lineagraph(['check', '--each', join(cwd, 'runs/*'), '-f', 'concise'])
    expect(stdout).toMatch(new RegExp(`^${cwd}/runs/b/r.jsonl:2:`))
  })
})

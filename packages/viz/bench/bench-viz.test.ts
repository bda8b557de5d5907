import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const BENCH = fileURLToPath(new URL('bench-viz.mjs', import.meta.url))

test.for(['action', 'toString', ''])(
  '--only %j measures nothing: it is told what there is, and ends with 2',
  (only) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, `--only=${only}`], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('--only takes one of frames, flights, actions, tasks, svg, million\n')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  },
)

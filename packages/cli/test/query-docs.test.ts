import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blocksOf } from './page-blocks.ts'
import { ROOT } from './run-action.ts'
import { shell } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const blocks = blocksOf(readFileSync(join(ROOT, 'docs/query.md'), 'utf8'))

test('docs/query.md shows what its commands print', async () => {
  const files = blocks.flatMap(({ name, text }) => (name === undefined ? [] : [[name, text] as const]))
  const cwd = folderWith(Object.fromEntries(files))
  const commands = blocks.flatMap((block, i) =>
    block.language === 'sh' ? [{ ...block, shown: blocks[i + 1] }] : [],
  )
  expect(commands.length).toBeGreaterThan(5)
  expect(blocks).toHaveLength(files.length + 2 * commands.length) // what a command prints stands behind it
  for (const { text, shown } of commands)
    expect([text, await shell(`set -e\n${text}`, { cwd })]).toEqual([
      text,
      { code: 0, stdout: shown!.text, stderr: '' },
    ])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unfold } from '@lineagraph/viz/server'
import { table } from './declarations.ts'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const cwdWith = () =>
  folderWith({ 'out/run.jsonl': [table('a'), table('b')], 'before/run.jsonl': [table('a')] })

test('lineagraph report --base carries the other run too, under its own name', async () => {
  const cwd = cwdWith()
  const { code } = await lineagraph(['report', 'out', '--base', 'before', '-o', 'r.html'], { cwd })
  expect(code).toBe(0)
  const html = readFileSync(join(cwd, 'r.html'), 'utf8')
  const part = (name: string): Buffer => {
    const [, text = ''] = new RegExp(`data-part="${name}" data-index="0">([^<]*)<`).exec(html) ?? []
    return gunzipSync(Buffer.from(text, 'base64'))
  }
  expect(JSON.parse(String(part('listing'))).base).toMatchObject({
    name: 'before',
    files: [{ name: 'before/run.jsonl', role: 'run', printed: false }],
  })
  const files = unfold(part('run')).map((pieces) => String(Buffer.concat(pieces)))
  expect(files).toEqual(
    ['out', 'before'].map((folder) => readFileSync(join(cwd, folder, 'run.jsonl'), 'utf8')),
  )
})

test.each([
  ['nope', 3, /there is no file or folder 'nope'/],
  ['', 2, /--base names no run/],
])('lineagraph report --base %j ends with %i', async (base, code, message) => {
  const done = await lineagraph(['report', 'out', '--base', base], { cwd: cwdWith() })
  expect([done.code, done.stderr]).toEqual([code, expect.stringMatching(message)])
})

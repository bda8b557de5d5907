import { createReadStream } from 'node:fs'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, expect, test, vi } from 'vitest'
import type { Source } from '../read/source.ts'
import { PathError } from './path-error.ts'
import { spooledSource } from './spooled-source.ts'

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>()
  return { ...actual, writeSync: vi.fn<typeof fs.writeSync>(actual.writeSync) }
})

afterEach(() => vi.unstubAllEnvs())

const printed = (...texts: string[]): Source =>
  spooledSource(
    '<stdin>',
    async function* () {
      for (const text of texts) yield new TextEncoder().encode(text)
    },
    { printed: true },
  )

/** Reads to the end: the text, or the PathError that came. */
async function read(source: Source): Promise<string | PathError> {
  let text = ''
  try {
    for await (const chunk of source.chunks()) text += new TextDecoder().decode(chunk)
  } catch (error) {
    if (error instanceof PathError) return error
    throw error
  }
  return text
}

test('spooledSource(name, open) gives the bytes of a stream a second time', async () => {
  const source = printed('one\n', 'two\n')
  expect(source).toMatchObject({ name: '<stdin>', printed: true })
  expect(await read(source)).toBe('one\ntwo\n')
  expect(new TextDecoder().decode(source.slice(2, 6))).toBe('e\ntw')
  expect(new TextDecoder().decode(source.slice(4, 4096))).toBe('two\n')
  expect(source.slice(100, 200)).toHaveLength(0)
})

test('spooledSource(name, open) gives all of it again when it is read again, and opens its stream but once', async () => {
  const open = vi.fn<() => AsyncIterable<Uint8Array>>(async function* () {
    yield new Uint8Array(3 << 20).fill(65)
    yield new TextEncoder().encode('end')
  })
  const source = spooledSource('pipe', open, { printed: false })
  const first = await read(source)
  expect(first).toHaveLength((3 << 20) + 3)
  expect((await read(source)) === first).toBe(true)
  expect((await read(source)) === first).toBe(true)
  expect(open).toHaveBeenCalledOnce()
})

test('spooledSource(name, open) opens nothing before it is read', () => {
  const open = vi.fn<() => AsyncIterable<Uint8Array>>()
  spooledSource('pipe', open, { printed: false })
  expect(open).not.toHaveBeenCalled()
})

test('spooledSource(name, open) without a temporary folder is a PathError that names TMPDIR', async () => {
  const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'
  vi.stubEnv(variable, '/nonexistent')
  const error = await read(printed('one\n'))
  expect(error).toMatchObject({ code: 'path', path: tmpdir() })
  expect((error as PathError).what).toContain('ENOENT')
  expect((error as PathError).help).toContain(variable)
})

test('spooledSource(name, open) on a full disk is a PathError that names the temporary folder', async () => {
  vi.mocked(fs.writeSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  })
  const error = await read(printed('one\n'))
  expect(error).toMatchObject({ code: 'path', path: tmpdir() })
  expect((error as PathError).what).toContain('ENOSPC')
})

test('spooledSource(name, open) of a stream that breaks is a PathError that names the stream', async () => {
  const folder = spooledSource('<stdin>', () => createReadStream(tmpdir()), { printed: true })
  expect(await read(folder)).toMatchObject({ code: 'path', path: '<stdin>' })
})

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { filesOfRun } from './files-of-run.ts'
import { unpack } from './unpack.ts'

const TEXT = Array.from({ length: 3000 }, (_, i) => `line ${i} ${i * 7919}\n`).join('')

const none = (): never => {
  throw new Error('nothing is folded')
}

async function unpacked(...bytes: Uint8Array<ArrayBuffer>[]) {
  const { text, faults } = await unpack({ name: 'a', blob: new Blob(bytes) }, none)
  return { text: await new Response(text as Blob).text(), faults }
}

describe('unpack(input)', () => {
  test('leaves plain text as it is', async () => {
    const input = { name: 'a', blob: new Blob([TEXT]) }
    expect(await unpack(input, none)).toEqual({ name: 'a', text: input.blob, faults: [] })
    expect(await unpacked()).toEqual({ text: '', faults: [] })
  })

  test('decompresses one member, and several', async () => {
    expect(await unpacked(gzipSync(TEXT))).toEqual({ text: TEXT, faults: [] })
    const members = [gzipSync(TEXT.slice(0, 99)), gzipSync(TEXT.slice(99)), gzipSync('')]
    expect(await unpacked(...members)).toEqual({ text: TEXT, faults: [] })
  })

  test('gives of what is cut all that is there', async () => {
    const { text, faults } = await unpacked(gzipSync(TEXT).subarray(0, -20))
    expect(faults).toEqual([{ kind: 'cut' }])
    expect(TEXT.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThan(TEXT.length * 0.9)
  })

  test('gives of what is damaged all that is before the damage', async () => {
    const wrong = gzipSync(TEXT)
    wrong[wrong.length - 8]! ^= 1
    expect(await unpacked(wrong)).toEqual({ text: TEXT, faults: [{ kind: 'damaged' }] })
  })

  test('recodes UTF-16, compressed or not', async () => {
    const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le')
    const expected = { text: TEXT, faults: [{ kind: 'recoded', encoding: 'UTF-16LE' }] }
    expect(await unpacked(new Uint8Array(utf16))).toEqual(expected)
    expect(await unpacked(gzipSync(utf16))).toEqual(expected)
  })
})

test('unpack(input) of a folded file gives what was folded, held as it is or unpacked', async () => {
  const folded = { name: 'a', blob: { sections: [], file: 7 } }
  const textOf = async (content: Uint8Array<ArrayBuffer> | Blob) => {
    const { text, faults } = await unpack(folded, async ({ file }) => (file === 7 ? content : none()))
    return { text: await new Response(text as Blob).text(), faults }
  }
  const held = new TextEncoder().encode(TEXT)
  expect((await unpack(folded, async () => held)).text).toBe(held)
  expect(await textOf(held)).toEqual({ text: TEXT, faults: [] })
  expect(await textOf(new Blob([TEXT]))).toEqual({ text: TEXT, faults: [] })
  expect(await textOf(new Uint8Array())).toEqual({ text: '', faults: [] })
  const cut = new Uint8Array(gzipSync(TEXT).subarray(0, -20))
  expect((await textOf(cut)).faults).toEqual([{ kind: 'cut' }])
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))
  expect(await textOf(utf16)).toEqual({ text: TEXT, faults: [{ kind: 'recoded', encoding: 'UTF-16LE' }] })
})

test('filesOfRun(files) takes declarations, and CSV files with the header of the upload', async () => {
  const header = 'col_name,database,schema,name\n'
  const files = {
    'a.jsonl': '',
    'a.jsonl.gz': '',
    'upload.csv': header,
    'upload.csv.gz': gzipSync(`${header}${'id,d,s,t\n'.repeat(100_000)}`),
    'other.csv': 'city\n',
    'notes.txt': header,
  }
  const inputs = Object.entries(files).map(([name, content]) => ({ name, blob: new Blob([content]) }))
  expect((await filesOfRun(inputs)).map(({ name }) => name)).toEqual(Object.keys(files).slice(0, 4))
})

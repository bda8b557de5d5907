import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytesSource, type Source } from '../read/source.ts'
import { Spool } from './spool.ts'
import { unpackedSource } from './unpacked-source.ts'

const TEXT = Array.from({ length: 400 }, (_, i) => `line ${i} ${'é'.repeat(i % 7)} ${i * 7919}\n`).join('')
const bytes = new TextEncoder().encode(TEXT)

async function textOf(source: Source): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source.chunks()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const unpacked = async (packed: Uint8Array) => {
  const source = unpackedSource(bytesSource('a.gz', packed))
  return { source, text: await textOf(source), faults: source.faults!() }
}

describe('unpackedSource(source) of what is compressed', () => {
  test.each([
    ['one member', gzipSync(bytes)],
    [
      'several members, the last one empty',
      Buffer.concat([gzipSync(bytes.subarray(0, 999)), gzipSync(bytes.subarray(999)), gzipSync('')]),
    ],
    ['a member with zeros behind it', Buffer.concat([gzipSync(bytes), Buffer.alloc(600)])],
    ['what is stored', gzipSync(bytes, { level: 0 })],
  ])('gives %s', async (_, packed) => {
    expect(await unpacked(packed)).toMatchObject({ text: TEXT, faults: [] })
  })

  test('gives the bytes a second time, and no size before they are known', async () => {
    const { source } = await unpacked(gzipSync(bytes))
    expect(Buffer.from(source.slice(5, 60)!).toString()).toBe(Buffer.from(bytes.subarray(5, 60)).toString())
    expect(source.size).toBeUndefined()
  })

  test('knows it by its first bytes, in whatever pieces they come', async () => {
    const packed = gzipSync(bytes)
    const byByte: Source = {
      ...bytesSource('pipe', packed),
      async *chunks() {
        for (const byte of packed) yield Uint8Array.of(byte)
      },
    }
    expect(await textOf(unpackedSource(byByte))).toBe(TEXT)
  })

  test('takes more than a piece at a time, and comes out whole', async () => {
    const large = Buffer.alloc(30 << 20, TEXT)
    const source = unpackedSource(bytesSource('a.gz', gzipSync(large)))
    let length = 0
    for await (const chunk of source.chunks()) length += chunk.length
    expect(length).toBe(large.length)
  })
})

describe('unpackedSource(source) of what is cut or damaged', () => {
  const packed = gzipSync(bytes)

  test('says that it is cut, wherever it is, and gives what is there', async () => {
    let longest = -1
    for (let length = 10; length < packed.length; length += 37) {
      const { text, faults } = await unpacked(packed.subarray(0, length))
      expect(faults).toEqual([{ kind: 'cut' }])
      expect(TEXT.startsWith(text.replace(/\ufffd+$/, ''))).toBe(true)
      expect(text.length).toBeGreaterThanOrEqual(longest)
      longest = text.length
    }
    expect(longest).toBeGreaterThan(TEXT.length * 0.9)
  })

  test('of a wrong check sum gives all of the text', async () => {
    const wrong = Buffer.from(packed)
    wrong[wrong.length - 8]! ^= 1
    expect(await unpacked(wrong)).toMatchObject({ text: TEXT, faults: [{ kind: 'damaged' }] })
  })

  test('of damage in a later member gives those before it, and what is before the damage', async () => {
    // a block of a type that does not exist, behind one that is stored
    const second = gzipSync('in the second\n', { level: 0 })
    const broken = Buffer.concat([
      second.subarray(0, 10),
      Buffer.of(0),
      second.subarray(11, -8),
      Buffer.of(7),
    ])
    const { text, faults } = await unpacked(Buffer.concat([packed, broken, Buffer.alloc(40, 7)]))
    expect([text, faults]).toEqual([`${TEXT}in the second\n`, [{ kind: 'damaged' }]])
  })

  test('of damage far into a large file gives what is before it', async () => {
    const large = Buffer.from(
      Array.from({ length: 200_000 }, (_, i) => `${i} ${(i * 48271) % 65521}\n`).join(''),
    )
    const whole = gzipSync(large)
    const wrong = Buffer.concat([
      whole.subarray(0, 300_000),
      Buffer.alloc(100, 0xff),
      whole.subarray(300_100),
    ])
    const { text, faults } = await unpacked(wrong)
    const { text: cut } = await unpacked(whole.subarray(0, 300_000))
    expect(faults).toEqual([{ kind: 'damaged' }])
    expect(text.startsWith(cut)).toBe(true)
    expect(cut.length).toBeGreaterThan(500_000)
  })
})

describe('unpackedSource(source) of UTF-16', () => {
  const littleEndian = Buffer.from(TEXT, 'utf16le')
  const bigEndian = Buffer.from(littleEndian).swap16()

  test.each([
    ['UTF-16LE', Buffer.concat([Buffer.of(0xff, 0xfe), littleEndian])],
    ['UTF-16BE', Buffer.concat([Buffer.of(0xfe, 0xff), bigEndian])],
    ['UTF-16LE', gzipSync(Buffer.concat([Buffer.of(0xff, 0xfe), littleEndian]))],
  ])('gives %s as UTF-8, and says what it was', async (encoding, packed) => {
    const { source, text, faults } = await unpacked(packed)
    expect([text, faults]).toEqual([TEXT, [{ kind: 'recoded', encoding }]])
    expect(Buffer.from(source.slice(0, 6)!).toString()).toBe('line 0')
  })

  test('knows it without a mark by the zero beside the first brace', async () => {
    const { text, faults } = await unpacked(Buffer.from('{"a": "é"}\n', 'utf16le'))
    expect([text, faults.length]).toEqual(['{"a": "é"}\n', 1])
  })
})

test('unpackedSource(source) of plain text is the source itself', async () => {
  const plain = bytesSource('a', bytes)
  const source = unpackedSource(plain)
  expect([await textOf(source), source.size, source.faults!()]).toEqual([TEXT, bytes.length, []])
  expect(await textOf(unpackedSource(bytesSource('empty', new Uint8Array(0))))).toBe('')
})

test('unpackedSource(source, spool) of many files keeps one open, and each gives its own bytes again', async () => {
  const handles = (): number => readdirSync('/proc/self/fd').length
  const spool = new Spool()
  const texts = Array.from({ length: 50 }, (_, i) => `file ${i}\n`)
  const sources = texts.map((text, i) => unpackedSource(bytesSource(`${i}.gz`, gzipSync(text)), spool))
  const before = process.platform === 'linux' ? handles() : 0
  for (const source of sources.slice(0, -2)) await textOf(source)
  await Promise.all(sources.slice(-2).map(textOf)) // at the same time: each in a file of its own
  if (process.platform === 'linux') expect(handles() - before).toBeLessThan(10)
  expect(sources.map((source) => Buffer.from(source.slice(0, 100)!).toString())).toEqual(texts)
})

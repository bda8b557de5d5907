import { Writable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ProgressLine, withProgress } from './progress.ts'

const read = {
  file: 'out/lineage.jsonl',
  bytes: 5e7,
  size: 1e8,
  lines: 1_234_567,
  resources: 0,
  lineage: 0,
  byType: [],
}

/** A terminal, and a clock that a test turns. */
function drawing(columns = 80) {
  const place = {
    time: 0,
    written: '',
    write: (text: string) => void (place.written += text),
    now: () => place.time,
    columns: () => columns,
  }
  return { place, line: new ProgressLine(place) }
}

/** What stands on the line. */
const shown = (written: string): string => written.split('\r\u001b[K').at(-1)!

describe('ProgressLine', () => {
  test('says nothing within the first second, and leaves nothing', () => {
    const { place, line } = drawing()
    for (const time of [0, 400, 999]) {
      place.time = time
      line.onProgress(read)
    }
    line.end()
    expect(place.written).toBe('')
  })

  test('then says how far the reading has come, and then what is done', () => {
    const { place, line } = drawing()
    place.time = 1000
    line.onProgress(read)
    expect(shown(place.written)).toBe('reading out/lineage.jsonl: 50%, 1,234,567 lines')
    line.onPhase('resolve')
    expect(shown(place.written)).toBe('looking up what identifiers mean')
    line.onPhase('check')
    expect(shown(place.written)).toBe('checking')
    line.end()
    expect(shown(place.written)).toBe('')
  })

  test('announces the work after the reading where that took half a second', () => {
    const { place, line } = drawing()
    place.time = 499
    line.onPhase('resolve')
    expect(place.written).toBe('')
    place.time = 500
    line.onPhase('check')
    expect(shown(place.written)).toBe('checking')
  })

  test('draws no faster than one can read', () => {
    const { place, line } = drawing()
    for (place.time = 1000; place.time < 2000; place.time++) line.onProgress(read)
    expect(place.written.split('\r')).toHaveLength(11)
  })

  test.each([
    ['nobody knows how many come', undefined],
    ['more come than the file has, as of one that is unpacked', 1e7],
    ['the file had none when it was looked at', 0],
  ])('counts the bytes where %s', (_, size) => {
    const { place, line } = drawing()
    place.time = 1000
    line.onProgress({ ...read, size })
    expect(shown(place.written)).toBe('reading out/lineage.jsonl: 50 MB, 1,234,567 lines')
  })

  test.each([1, 2, 3, 10, 40])('fits on a line of %d characters', (columns) => {
    const { place, line } = drawing(columns)
    place.time = 1000
    line.onProgress({ ...read, file: `${'deep/'.repeat(50)}lineage.jsonl` })
    expect(shown(place.written).length).toBeLessThan(Math.max(2, columns))
    if (columns === 40) expect(shown(place.written)).toMatch(/^reading deep.*….*50%, 1,234,567 lines$/)
  })

  test('lets no escape of a name through', () => {
    const { place, line } = drawing()
    place.time = 1000
    line.onProgress({ ...read, file: '\u001b[2J.jsonl' })
    expect(shown(place.written)).not.toContain('\u001b')
  })
})

describe('withProgress(act, stream)', () => {
  const stream = (isTTY: boolean) =>
    Object.assign(new Writable({ write: (_1, _2, done) => done() }), {
      isTTY,
    }) as unknown as NodeJS.WriteStream
  const hooksOn = (isTTY: boolean) => withProgress(async (hooks) => Object.keys(hooks), stream(isTTY))
  const setEnv = (name: string, value: string | undefined) => {
    const before = process.env[name]
    onTestFinished(() => {
      if (before === undefined) delete process.env[name]
      else process.env[name] = before
    })
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }

  test('shows it on a terminal, and nowhere else', async () => {
    setEnv('CI', undefined)
    setEnv('TERM', 'xterm')
    expect(await hooksOn(true)).toEqual(['onProgress', 'onPhase'])
    expect(await hooksOn(false)).toEqual([])
    setEnv('TERM', 'dumb')
    expect(await hooksOn(true)).toEqual([])
    setEnv('TERM', 'xterm')
    setEnv('CI', 'true')
    expect(await hooksOn(true)).toEqual([])
  })

  test('hands on what went wrong', async () => {
    await expect(withProgress(() => Promise.reject(new Error('path')))).rejects.toThrow('path')
  })
})

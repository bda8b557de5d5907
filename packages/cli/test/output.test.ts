import { REPORT_FORMATS } from '@lineagraph/core'
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { table } from './declarations.ts'
import { findTargets } from '../src/input/find-targets.ts'
import { UsageError } from '../src/input/usage-error.ts'
import { writeTo } from '../src/input/write-to.ts'
import { lineagraph, shell } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const small = { 'run/run.jsonl': [table('a')] }
const large = {
  'run/run.jsonl': Array.from({ length: 2000 }, (_, i) => ({ ...table(`t${i}`), entity_type: 'tabel' })),
}
const isReport = (text: string) => JSON.parse(text).version === 1
/** A device of our own that is always full. The machine's own are never given to a command that might replace them. */
const makeFullDevice = (folder: string) =>
  spawnSync('mknod', [join(folder, 'device'), 'c', '1', '7']).status === 0
const filesIn = (folder: string) => readdirSync(folder).sort()

describe('lineagraph check -f json:FILE', () => {
  test('writes into a pipe with a name, and leaves it there', async () => {
    const cwd = folderWith(small)
    const { stdout } = await shell(
      'mkfifo pipe; timeout 3 cat pipe & lineagraph check run -f json:pipe; wait',
      { cwd },
    )
    expect(isReport(stdout)).toBe(true)
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true)
  })

  test('writes to the substitution of a process, and ends quietly when that does', async () => {
    const cwd = folderWith(large)
    const { stdout, stderr } = await shell(
      'lineagraph check run -f json:>(head -c 20 >head.txt); echo $?; wait',
      { cwd },
    )
    expect([stdout, stderr]).toEqual(['1\n', ''])
  })

  test('writes to a device, and does not replace it', async ({ skip }) => {
    const cwd = folderWith(small)
    skip(!makeFullDevice(cwd), 'only root may make a device')
    const { code, stderr } = await lineagraph(['check', 'run', '-f', 'json:device'], { cwd })
    expect([code, lstatSync(join(cwd, 'device')).isCharacterDevice()]).toEqual([2, true])
    expect(stderr).toContain("'device' cannot be written (ENOSPC)\n  help: there is no room")
  })

  test('keeps a link, and writes to the file that it leads to, there or not', async () => {
    const cwd = folderWith({ ...small, 'real/old.json': 'old' })
    symlinkSync('real/old.json', join(cwd, 'old.json'))
    symlinkSync('new-link.json', join(cwd, 'new.json'))
    symlinkSync('real/new.json', join(cwd, 'new-link.json'))
    const { code } = await lineagraph(['check', 'run', '-f', 'json:old.json', '-f', 'json:new.json'], { cwd })
    expect(code).toBe(0)
    expect(readlinkSync(join(cwd, 'old.json'))).toBe('real/old.json')
    for (const name of ['real/old.json', 'real/new.json'])
      expect(isReport(readFileSync(join(cwd, name), 'utf8'))).toBe(true)
    expect([filesIn(join(cwd, 'real')), filesIn(cwd)]).toEqual([
      ['new.json', 'old.json'],
      ['new-link.json', 'new.json', 'old.json', 'real', 'run'],
    ])
  })

  test('sees that two names lead to one file', async () => {
    const cwd = folderWith(small)
    symlinkSync('a.json', join(cwd, 'b.json'))
    const { code } = await lineagraph(['check', 'run', '-f', 'json:a.json', '-f', 'json:b.json'], { cwd })
    expect([code, existsSync(join(cwd, 'a.json'))]).toEqual([2, false])
  })

  test('keeps the mode of the file that it replaces', async () => {
    const cwd = folderWith(small)
    writeFileSync(join(cwd, 'report.json'), 'old', { mode: 0o600 })
    await lineagraph(['check', 'run', '-f', 'json:report.json'], { cwd })
    expect(statSync(join(cwd, 'report.json')).mode & 0o777).toBe(0o600)
  })

  test.each(['folder', 'folder/', 'new/', 'run/run.jsonl/report.json', `${'x'.repeat(300)}.json`])(
    'is wrong usage where FILE cannot be one: %s',
    async (file) => {
      const cwd = folderWith(small)
      mkdirSync(join(cwd, 'folder'))
      const { code, stdout, stderr } = await lineagraph(['check', 'run', '-f', `json:${file}`], { cwd })
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/help: /)
      expect([filesIn(cwd), filesIn(join(cwd, 'folder'))]).toEqual([['folder', 'run'], []])
    },
  )
})

// Asked, not done: a command that went wrong here would replace the names that every other program uses.
describe('findTargets(outputs) on the names of open descriptors', () => {
  const targetOf = (file: string) => findTargets([{ format: 'json', file }])[0]?.target.kind

  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', '/dev/../dev/stdout'])(
    'takes %s for standard output',
    (name) => {
      expect(targetOf(name)).toBe('standard output')
      expect(() =>
        findTargets([
          { format: 'json', file: name },
          { format: 'pretty', file: undefined },
        ]),
      ).toThrow(UsageError)
    },
  )

  test('writes to /dev/stderr and others as they stand, also when they lead to a file', () => {
    const file = openSync(join(folderWith({}), 'log.txt'), 'a')
    onTestFinished(() => closeSync(file))
    expect(targetOf(`/proc/self/fd/${file}`)).toBe('direct')
    expect(targetOf('/dev/null')).toBe('direct')
  })

  test('writeTo(target) adds to what is written as it stands', async () => {
    const path = join(folderWith({ 'log.txt': 'before\n' }), 'log.txt')
    await writeTo({ kind: 'direct', given: path, path }, ['after', '\n'])
    expect(readFileSync(path, 'utf8')).toBe('before\nafter\n')
  })
})

// `ulimit -f` takes the part of a write that fits and refuses the rest, as a disk does that fills up.
describe('a disk that is full', () => {
  test('is said, and leaves the last report and nothing else', async () => {
    const cwd = folderWith({ ...large, 'report.json': 'the last one' })
    const { stdout, stderr } = await shell('ulimit -f 9; lineagraph check run -f json:report.json; echo $?', {
      cwd,
    })
    expect(stdout).toBe('2\n')
    expect(stderr).toMatch(
      /^lineagraph: 'report.json' cannot be written \(EFBIG\)\n {2}help: there is no room/,
    )
    expect([filesIn(cwd), readFileSync(join(cwd, 'report.json'), 'utf8')]).toEqual([
      ['report.json', 'run'],
      'the last one',
    ])
  })

  test('is said of standard output too, when a part still fitted', async () => {
    const cwd = folderWith(large)
    const { stdout, stderr } = await shell('(ulimit -f 9; lineagraph check run >out.txt); echo $?', { cwd })
    expect(stdout).toBe('2\n')
    expect(stderr).toMatch(
      /^lineagraph: standard output cannot be written \(EFBIG\)\n {2}help: there is no room/,
    )
  })

  test.skipIf(!existsSync('/dev/full')).each(['check run', 'check --help'])(
    'is no fault of lineagraph: %s',
    async (args) => {
      const { stdout, stderr } = await shell(`(lineagraph ${args} >/dev/full); echo $?`, {
        cwd: folderWith(small),
      })
      expect(stdout).toBe('2\n')
      expect(stderr).toMatch(/^lineagraph: .* cannot be written \(ENOSPC\)\n {2}help: there is no room.*\n$/)
    },
  )
})

test('a folder as standard input is a path that cannot be read', async () => {
  const { stdout, stderr } = await shell('lineagraph check - <run; echo $?', { cwd: folderWith(small) })
  expect([stdout, stderr]).toEqual(['3\n', expect.stringMatching(/help: /)])
})

test('the command can be started by its own name', () => {
  const bin = new URL('../bin/lineagraph.js', import.meta.url)
  expect(statSync(bin).mode & 0o111).toBe(0o111)
})

describe('lineagraph check -f FORMAT', () => {
  const marks = {
    pretty: /^error +lineage\/dangling-internal/,
    concise: /^run\/run\.jsonl:2:\d+ error lineage\/dangling-internal/,
    json: /^\{\n"version": 1,/,
    ndjson: /^\{"type":"finding",/,
    sarif: /"version": "2\.1\.0"/,
    junit: /^<\?xml version="1\.0"/,
    github: /^::error file=run\/run\.jsonl,line=2,col=\d+,/,
    gitlab: /"location":\{"path":"run\/run\.jsonl","lines":\{"begin":2\}\}/,
    markdown: /^### lineagraph: 1 error /,
  }
  const dangling = {
    from_identifier: { type: 'internal_resource', databuilder_id: 'a' },
    to_identifier: { type: 'internal_resource', databuilder_id: 'gone' },
  }

  test('writes every format, several at once', async () => {
    const cwd = folderWith({ 'run/run.jsonl': [table('a'), dangling] })
    const args = Object.keys(marks).flatMap((format) => ['-f', `${format}:${format}.txt`])
    const { code, stdout } = await lineagraph(['check', 'run', ...args], { cwd })
    expect([code, stdout]).toEqual([1, ''])
    for (const [format, mark] of Object.entries(marks))
      expect(readFileSync(join(cwd, `${format}.txt`), 'utf8')).toMatch(mark)
  })

  test.each(REPORT_FORMATS)(
    'ends quietly when its reader goes away, with the exit code of the check: %s',
    async (format) => {
      const cwd = folderWith(large)
      const { stdout, stderr } = await shell(
        `lineagraph check run -f ${format} | head -c 10 >head.txt; echo \${PIPESTATUS[0]}; wc -c <head.txt`,
        { cwd },
      )
      expect([stdout.split(/\s+/), stderr]).toEqual([['1', '10', ''], ''])
    },
  )

  test.each(REPORT_FORMATS)(
    'ends each line of a file with a line feed alone, whatever the run does: %s',
    async (format) => {
      const lines = [table('a'), dangling].map((line) => `${JSON.stringify(line)}\r\n`)
      const cwd = folderWith({ 'run/run.jsonl': lines.join('') })
      const { code, stderr } = await lineagraph(['check', 'run', '-f', `${format}:report`], { cwd })
      const report = readFileSync(join(cwd, 'report'), 'utf8')
      expect([code, stderr]).toEqual([1, ''])
      expect(report).toMatch(/[^\n]\n$/)
      expect(report).not.toContain('\r')
    },
  )

  test('reads lines that end as on Windows just as others', async () => {
    const lines = [table('a'), dangling, '{"entity_type"'].map((line) =>
      typeof line === 'string' ? line : JSON.stringify(line),
    )
    const reports = ['\n', '\r\n'].map(async (end) => {
      const cwd = folderWith({ 'run/run.jsonl': lines.map((line) => line + end).join('') })
      return lineagraph(['check', 'run', '-f', 'json'], { cwd })
    })
    const [unix, windows] = await Promise.all(reports)
    expect(windows).toEqual(unix)
  })

  test('says of a file below the current folder, given by its absolute path, to GitLab where it is in there', async () => {
    const cwd = folderWith({ 'run/run.jsonl': [table('a'), dangling] })
    const { stdout } = await lineagraph(['check', join(cwd, 'run'), '-f', 'gitlab'], { cwd })
    expect(stdout).toMatch(marks.gitlab)
  })

  test('has every format in the help', async () => {
    const { stdout } = await lineagraph(['check', '--help'])
    for (const format of REPORT_FORMATS) expect(stdout).toMatch(new RegExp(`^  ${format} +\\w`, 'm'))
    expect(Object.keys(marks)).toEqual(REPORT_FORMATS)
  })
})

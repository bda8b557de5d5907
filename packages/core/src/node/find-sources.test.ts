import { execFileSync, spawn } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkRun } from './check-run.ts'
import { findSources } from './find-sources.ts'
import { identityOf, statusOf } from './path-status.ts'
import { PathError } from './path-error.ts'
import { standardInputIdentity } from './standard-input.ts'

const onWindows = process.platform === 'win32' // where links need rights, and pipes have no paths
const TABLE = '{"entity_type":"database","databuilder_id":"t","title":"t"}\n'
const internal = (id: string) => ({ type: 'internal_resource', databuilder_id: id })
const DANGLING = `${JSON.stringify({ from_identifier: internal('t'), to_identifier: internal('gone') })}\n`

/** A folder with files of these names, that goes when the test ends. */
function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of names) writeFileSync(join(folder, name), TABLE)
  return folder
}

/** The names as findings call them, sorted; `inside` is the current folder meanwhile. */
function namesOf(paths: readonly string[], inside = process.cwd()): string[] {
  const before = process.cwd()
  process.chdir(inside)
  try {
    return findSources(paths)
      .map(({ name }) => name)
      .sort()
  } finally {
    process.chdir(before)
  }
}

function errorOf(find: () => unknown): PathError {
  try {
    find()
  } catch (error) {
    if (error instanceof PathError) return error
    throw error
  }
  throw new Error('no PathError')
}

describe('findSources(paths) names files as they are given', () => {
  test.each([
    ['out', 'out/r.jsonl'],
    ['out/', 'out/r.jsonl'],
    ['./out', 'out/r.jsonl'],
    ['.//out//', 'out/r.jsonl'],
    ['out/r.jsonl', 'out/r.jsonl'],
    ['./out/r.jsonl', 'out/r.jsonl'],
    ['out/../out', 'out/../out/r.jsonl'],
  ])('%s is %s', (path, name) => {
    const folder = folderWith()
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out/r.jsonl'), TABLE)
    expect(namesOf([path], folder)).toEqual([name])
  })

  test.each([
    ['.', 'r.jsonl'],
    ['./', 'r.jsonl'],
  ])('a file in %s is %s', (path, name) => {
    expect(namesOf([path], folderWith('r.jsonl'))).toEqual([name])
  })

  test.skipIf(onWindows)(
    'a .. after a link leads to where the system goes, not to where the text goes',
    () => {
      const folder = folderWith()
      mkdirSync(join(folder, 'deep/run'), { recursive: true })
      symlinkSync('deep/run', join(folder, 'link'))
      writeFileSync(join(folder, 'deep/r.jsonl'), TABLE)
      expect(namesOf(['link/../r.jsonl'], folder)).toEqual(['link/../r.jsonl'])
      expect(namesOf(['link/..'], folder)).toEqual(['link/../r.jsonl'])
    },
  )

  test.skipIf(onWindows)('a backslash in a name is a letter like any other', () => {
    expect(namesOf(['.'], folderWith('a\\b.jsonl'))).toEqual(['a\\b.jsonl'])
  })
})

describe('findSources(folder) reads what *.jsonl means in a shell', () => {
  test('not files whose names begin with a dot, nor other files, nor folders', () => {
    const folder = folderWith('r.jsonl', '.x.jsonl', '.jsonl', 'notes.txt', '.x.jsonl.gz', 'r.gz')
    mkdirSync(join(folder, 'old.jsonl'))
    expect(namesOf(['.'], folder)).toEqual(['r.jsonl'])
    expect(namesOf(['.x.jsonl'], folder)).toEqual(['.x.jsonl'])
  })

  test('and what is compressed, beside what is not', () => {
    expect(namesOf(['.'], folderWith('r.jsonl', 'r.jsonl.gz'))).toEqual(['r.jsonl', 'r.jsonl.gz'])
  })

  test.skipIf(onWindows)('a link to a folder is a folder, and is left', () => {
    const folder = folderWith('r.jsonl')
    mkdirSync(join(folder, 'old'))
    symlinkSync('old', join(folder, 'x.jsonl'))
    expect(namesOf(['.'], folder)).toEqual(['r.jsonl'])
  })

  test.skipIf(onWindows)('a link to nothing is an error that names it', () => {
    const folder = folderWith('r.jsonl')
    symlinkSync('gone', join(folder, 'x.jsonl'))
    const error = errorOf(() => findSources([folder]))
    expect(error).toMatchObject({ code: 'path', path: `${folder}/x.jsonl` })
    expect(error.what).toContain("'gone'")
    expect(errorOf(() => findSources([join(folder, 'x.jsonl')])).what).toBe(error.what)
  })
})

describe("findSources(folder) knows Secoda's upload CSV by its header", () => {
  const HEADER = 'col_name,database,schema,name\n'
  /** Whether a folder with this file takes it. */
  const takes = (name: string, content: string | Uint8Array): boolean => {
    const folder = folderWith()
    writeFileSync(join(folder, name), content)
    return namesOf(['.'], folder).length === 1
  }

  test.each([
    ['the names of the upload', 'upload.csv', HEADER],
    ['one that no other CSV has', 'x.csv', 'COL_NAME;what\n'],
    ['two that it requires', 'x.CSV', 'schema,name,owner\n'],
    ['quotes and a byte-order mark', 'x.csv', '\ufeff"col_name","name"\n'],
    ['blank lines before it', 'x.csv', `\n\n${HEADER}`],
    ['gzip', 'x.csv.gz', gzipSync(HEADER)],
    ['gzip, cut', 'x.csv.gz', gzipSync(HEADER + 'id,d,s,t\n'.repeat(50)).subarray(0, -6)],
    ['gzip, without saying so', 'x.csv', gzipSync(HEADER)],
    ['UTF-16', 'x.csv', Buffer.from(`\ufeff${HEADER}`, 'utf16le')],
  ])('with %s', (_, name, content) => {
    expect(takes(name, content)).toBe(true)
  })

  test.each([
    ['another CSV', 'x.csv', 'name,population\n'],
    ['a list of tables', 'x.csv', 'database,schema,table,columns\n'],
    ['an empty one', 'x.csv', ''],
    ['a hidden one', '.x.csv', HEADER],
    ['what is no CSV by name', 'x.txt', HEADER],
    ['what is damaged from the start', 'x.csv.gz', Buffer.of(0x1f, 0x8b, 9, 9, 9)],
  ])('and leaves %s', (_, name, content) => {
    expect(takes(name, content)).toBe(false)
  })

  test('but takes any CSV that is named itself', async () => {
    const folder = folderWith()
    writeFileSync(join(folder, 'x.csv'), 'city,population\nParis,2000000\n')
    const { findings } = await checkRun(join(folder, 'x.csv'))
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['input/csv-header', expect.stringContaining('no header')],
    ])
  })
})

describe('findSources(paths) takes a file once', () => {
  test.skipIf(onWindows)('by a link beside it, under the smaller name', () => {
    const folder = folderWith('resources.jsonl')
    symlinkSync('resources.jsonl', join(folder, 'latest.jsonl'))
    expect(namesOf(['.'], folder)).toEqual(['latest.jsonl'])
    expect(namesOf(['resources.jsonl', 'latest.jsonl'], folder)).toEqual(['latest.jsonl'])
  })

  test('whatever the order in which its names are given', () => {
    const folder = folderWith('r.jsonl')
    const absolute = join(folder, 'r.jsonl')
    const names = ['r.jsonl', absolute, './r.jsonl', '.', folder]
    const [smallest] = namesOf(names, folder)
    expect(namesOf(names, folder)).toHaveLength(1)
    expect(namesOf(names.toReversed(), folder)).toEqual([smallest])
  })

  test.skipIf(onWindows)('but two files of equal content, or two hard links, are two', () => {
    const folder = folderWith('a.jsonl', 'b.jsonl')
    linkSync(join(folder, 'a.jsonl'), join(folder, 'c.jsonl'))
    expect(namesOf(['.'], folder)).toEqual(['a.jsonl', 'b.jsonl', 'c.jsonl'])
  })
})

describe('findSources(paths) of what comes only once', () => {
  /** A named pipe, and a program that prints a text into it. */
  function pipeWith(text: string): string {
    const path = join(folderWith(), 'pipe')
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path])
    const writer = spawn('sh', ['-c', 'printf %s "$1" > "$2"', 'sh', text, path])
    onTestFinished(() => void writer.kill())
    return path
  }

  test.skipIf(onWindows)('a pipe keeps its places, and text between its lines is a finding', async () => {
    const path = pipeWith(`${TABLE}loading\n${DANGLING}`)
    const { findings } = await checkRun([path])
    const places = new Map(findings.map(({ rule, locations }) => [rule, locations[0]]))
    const column = DANGLING.indexOf('"gone"') + 1
    expect(places.get('lineage/dangling-internal')).toMatchObject({ file: path, line: 3, column })
    expect(places.get('input/not-a-declaration')).toMatchObject({ file: path, line: 2 })
  })

  test.skipIf(onWindows)('a pipe of compressed bytes is decompressed, and keeps its places', async () => {
    const path = join(folderWith(), 'pipe')
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path])
    const writer = spawn('sh', ['-c', 'gzip -c > "$1"', 'sh', path])
    onTestFinished(() => void writer.kill())
    writer.stdin.end(TABLE + DANGLING)
    const { findings, graph } = await checkRun([path])
    expect(findings.map(({ locations: [place] }) => [place!.line, place!.column])).toEqual([
      [2, DANGLING.indexOf('"gone"') + 1],
    ])
    expect(graph.run.textAt(graph.run.placeOfLineage(0))).toBe(DANGLING.trimEnd())
  })

  test.skipIf(onWindows)('a pipe under two names is read once', async () => {
    const path = pipeWith(TABLE)
    symlinkSync('pipe', `${path}-too`)
    const { summary } = await checkRun([path, `${path}-too`])
    expect(summary.resources).toBe(1)
  })

  test.skipIf(onWindows)('a device is read to its end', async () => {
    const { summary } = await checkRun(['/dev/null'])
    expect(summary.resources).toBe(0)
  })

  test.skipIf(onWindows)('standard input by - and by its path is one thing', () => {
    expect(identityOf('/dev/stdin', statusOf('/dev/stdin'))).toBe(standardInputIdentity())
  })

  test.skipIf(onWindows)('standard input that is a folder is an error that says how to give it', () => {
    const error = errorOf(() => standardInputIdentity(openSync(folderWith(), 'r')))
    expect(error).toMatchObject({ code: 'path', path: '-' })
    expect(error.help).toContain('as a path')
  })
})

test('findSources(paths) says of a path that is not there how to mend it', () => {
  const folder = folderWith('r.jsonl')
  for (const path of [join(folder, 'gone'), join(folder, 'r.jsonl', 'x')]) {
    const error = errorOf(() => findSources([path]))
    expect(error).toMatchObject({ name: 'PathError', code: 'path', path })
    expect(error.what).toContain('there is no file or folder')
  }
})

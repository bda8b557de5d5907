import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { unfold } from '@lineagraph/viz/server'
import { edge, table } from './declarations.ts'
import { lineagraph, shell } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const run = { 'out/r.jsonl': [table('a'), table('b'), edge('a', 'a')] }
const broken = { 'out/r.jsonl': [table('a'), edge('a', 'gone')] }

/** What a report carries: the listing, and the bytes of the files of the run. */
function partsOf(html: string) {
  const parts = (name: string): Buffer[] => {
    const found: string[] = []
    for (const [, part, index, text] of html.matchAll(
      /<script type="application\/gzip" data-part="([a-z]+)" data-index="(\d+)">([^<]*)<\/script>/g,
    ))
      if (part === name) found[Number(index)] = (found[Number(index)] ?? '') + text!
    return found.map((text) => gunzipSync(Buffer.from(text, 'base64')))
  }
  const listing = JSON.parse(String(parts('listing')[0])) as { name: string; files: object[] }
  const sections = parts('run').map(unfold)
  return {
    listing,
    files: listing.files.map((_, file) => Buffer.concat(sections.flatMap((section) => section[file] ?? []))),
  }
}

describe('lineagraph report', () => {
  test('writes one file that holds the run, and says what was found', async () => {
    const cwd = folderWith(run)
    const { code, stdout, stderr } = await lineagraph(['report', 'out', '-o', 'r.html'], { cwd })
    expect([code, stdout, stderr]).toEqual([0, "'r.html': 1 warning in 2 resources, 1 edge\n", ''])
    const html = readFileSync(join(cwd, 'r.html'), 'utf8')
    const { listing, files } = partsOf(html)
    expect(listing.name).toMatch(/\/out$/)
    expect(listing.files).toEqual([{ name: 'out/r.jsonl', role: 'run', printed: false }])
    expect(String(files[0])).toBe(readFileSync(join(cwd, 'out/r.jsonl'), 'utf8'))
    expect(html).toContain('has an edge to itself')
    expect(html).not.toMatch(/\b(src|href)="(?!data:,")/)
  })

  test('goes by the name lineagraph-report.html where none is given', async () => {
    const cwd = folderWith(run)
    expect((await lineagraph(['report', 'out'], { cwd })).code).toBe(0)
    expect(existsSync(join(cwd, 'lineagraph-report.html'))).toBe(true)
  })

  test('is never ended by findings, and takes a title, rules, a baseline and catalogs', async () => {
    const cwd = folderWith({ ...broken, 'w.csv': 'table\nx\n' })
    const args = [
      '--title',
      '<i>Nightly</i>',
      '--rule',
      'lineage/dangling-internal=error',
      '--workspace',
      'w.csv',
    ]
    const { code, stdout } = await lineagraph(['report', 'out', '-o', 'r.html', ...args], { cwd })
    expect([code, stdout]).toEqual([0, "'r.html': 1 error in 1 resource, 1 edge\n"])
    const html = readFileSync(join(cwd, 'r.html'), 'utf8')
    expect(html).toContain('<title>&lt;i&gt;Nightly&lt;/i&gt; · lineagraph</title>')
    expect(partsOf(html).listing).toMatchObject({
      name: '<i>Nightly</i>',
      files: [{ role: 'run' }, { name: 'w.csv', role: 'catalog' }],
      plan: { hasWorkspace: true, config: { rules: { 'lineage/dangling-internal': 'error' } } },
    })
  })

  test('takes standard input, a pipe and what is compressed, and carries each as it came', async () => {
    const cwd = folderWith({ 'a.jsonl': [table('a')], 'b.jsonl': [edge('a', 'gone')] })
    const text = readFileSync(join(cwd, 'a.jsonl'), 'utf8')
    const piped = await shell(`(echo Loading; cat a.jsonl) | lineagraph report - -o stdin.html`, { cwd })
    expect(piped.code).toBe(0)
    const one = partsOf(readFileSync(join(cwd, 'stdin.html'), 'utf8'))
    expect(one.listing.files).toEqual([{ name: '<stdin>', role: 'run', printed: true }])
    expect(String(one.files[0])).toBe(`Loading\n${text}`)

    const pipe = await shell(`lineagraph report <(cat a.jsonl) b.jsonl -o pipe.html`, { cwd })
    expect([pipe.code, pipe.stdout]).toEqual([0, "'pipe.html': 1 error in 1 resource, 1 edge\n"])
    expect(partsOf(readFileSync(join(cwd, 'pipe.html'), 'utf8')).files.map(String)).toContain(text)

    await shell(
      'gzip -k a.jsonl && rm a.jsonl && mkdir z && mv a.jsonl.gz z && lineagraph report z -o z.html',
      { cwd },
    )
    expect(partsOf(readFileSync(join(cwd, 'z.html'), 'utf8')).files.map(String)).toEqual([text])
  })

  test('writes the report of a run that declares nothing, and ends with 4', async () => {
    const cwd = folderWith({ 'out/notes.jsonl': '{"a": 1\n' })
    const { code, stdout, stderr } = await lineagraph(['report', 'out', '-o', 'r.html'], { cwd })
    expect([code, stdout]).toEqual([4, "'r.html': 1 error in 0 resources, 0 edges\n"])
    expect(stderr).toContain('nothing was checked')
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toMatch(/<code>input\/[a-z-]+<\/code>/)
  })

  test('goes to standard output where that is the file, and is the same each time', async () => {
    const cwd = folderWith(run)
    const printed = await Promise.all(
      ['/dev/stdout', '-'].map((file) => lineagraph(['report', 'out', '-o', file], { cwd })),
    )
    expect(printed[0]!.stdout).toMatch(/^<!doctype html>\n[^]*<\/html>\n$/)
    expect(printed[1]!.stdout).toBe(printed[0]!.stdout)
    expect(readdirSync(cwd)).toEqual(['out'])
  })

  test('is written whole or not at all', async () => {
    const cwd = folderWith(run)
    await lineagraph(['report', 'out', '-o', 'r.html'], { cwd })
    const before = readFileSync(join(cwd, 'r.html'), 'utf8')
    const { code, stderr } = await shell('ulimit -f 50; lineagraph report out -o r.html', { cwd })
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/r\.html' cannot be written|File size limit/)
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toBe(before)
  })

  test.each([
    [2, ['out', '-o', '']],
    [2, ['out', '-o', 'no/such/r.html']],
    [2, ['out', '-o', 'out']],
    [2, ['out', '--title', ' ']],
    [2, ['out', '-o', '/dev/stdout', '--open']],
    [2, ['out', '-o', '-', '--open']],
    [2, ['out', '--preset', 'nope']],
    [2, ['out', '-f', 'html']],
    [2, ['out', '--rule', 'lineage/nope=off']],
    [3, ['no/such/folder']],
    [3, ['out', '--workspace', 'no.csv']],
    [3, ['out', '--baseline', 'no.json']],
  ])('ends with %i for %j, says why, and writes nothing', async (exitCode, args) => {
    const cwd = folderWith(run)
    const { code, stdout, stderr } = await lineagraph(['report', ...args], { cwd })
    expect([code, stdout]).toEqual([exitCode, ''])
    expect(stderr).toMatch(/^(lineagraph|error): .*\n/)
    expect(readdirSync(cwd)).toEqual(['out'])
  })

  test.runIf(process.platform === 'linux')('opens the file with --open', async () => {
    const cwd = folderWith({ ...run, 'bin/xdg-open': `#!/bin/sh\nprintf '%s\\n' "$@" >"$OPENED"\n` })
    chmodSync(join(cwd, 'bin/xdg-open'), 0o755)
    const opened = join(cwd, 'opened')
    const env = { PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`, OPENED: opened, DISPLAY: ':0' }
    await lineagraph(['report', 'out', '-o', 'a b#1.html', '--open'], { cwd, env })
    const address = `${pathToFileURL(join(cwd, 'a b#1.html')).href}\n`
    await vi.waitFor(() => expect(readFileSync(opened, 'utf8')).toBe(address))
  })

  test('explains itself', async () => {
    const { code, stdout } = await lineagraph(['report', '--help'])
    expect(code).toBe(0)
    for (const word of ['--output', '--title', '--open', 'Exit codes', 'asks nobody'])
      expect(stdout).toContain(word)
  })
})

describe('-f html', () => {
  test('of check writes the page beside other formats, and leaves the exit code', async () => {
    const cwd = folderWith(broken)
    const args = [
      'check',
      'out',
      '-f',
      'concise',
      '-f',
      'html:one.html',
      '-f',
      'html:two.html',
      '-f',
      'json:r.json',
    ]
    const { code, stdout } = await lineagraph(args, { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('lineage/dangling-internal')
    expect(readFileSync(join(cwd, 'one.html'), 'utf8')).toBe(readFileSync(join(cwd, 'two.html'), 'utf8'))
    expect(partsOf(readFileSync(join(cwd, 'one.html'), 'utf8')).files).toHaveLength(1)
    const alone = await lineagraph(
      ['check', 'out', '-f', 'html', '--rule', 'lineage/dangling-internal=warning'],
      { cwd },
    )
    expect(alone.code).toBe(0)
    expect(alone.stdout).toMatch(/^<!doctype html>/)
  })

  test('finds what check finds without it', async () => {
    const cwd = folderWith({ ...broken, 'out/more.jsonl': [edge('a', 'lost')] })
    const args = ['check', 'out', '-f', 'json']
    const [plain, paged] = [
      await lineagraph(args, { cwd }),
      await lineagraph([...args, '-f', 'html:r.html'], { cwd }),
    ]
    expect(paged).toEqual(plain)
  })

  test('shows one run, and none of many', async () => {
    const cwd = folderWith(run)
    const { code, stdout, stderr } = await lineagraph(['check', '--each', 'ou*', '-f', 'html:r.html'], {
      cwd,
    })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('-f html shows one run')
  })

  test('of record shows the run that was kept', async () => {
    const cwd = folderWith({ 'r.jsonl': [table('a')] })
    const { code } = await lineagraph(['record', '-f', 'html:r.html', '--', 'cat', 'r.jsonl'], { cwd })
    expect(code).toBe(0)
    const { listing, files } = partsOf(readFileSync(join(cwd, 'r.html'), 'utf8'))
    expect(listing.files).toMatchObject([{ name: 'out/resources.jsonl' }])
    expect(String(files[0])).toContain('"databuilder_id":"a"')
  })

  test('is loaded by a check that writes a page, and by no other', async () => {
    const cwd = folderWith(run)
    const loaded = async (...args: string[]) => {
      const coverage = join(cwd, `coverage-${args.length}`) // which has the address of every file that was loaded
      await lineagraph(args, { cwd, env: { NODE_V8_COVERAGE: coverage } })
      return readdirSync(coverage)
        .map((name) => readFileSync(join(coverage, name), 'utf8'))
        .join('')
    }
    expect(await loaded('check', 'out', '-f', 'html:r.html')).toContain('/dist/html-report.js')
    for (const args of [['check', 'out'], ['--version'], ['report', '--help', '--no-config']]) {
      const files = await loaded(...args)
      expect(files).toContain('/dist/main.js')
      expect(files).not.toMatch(/dist\/(html-report|server)\.js/)
    }
  })
})

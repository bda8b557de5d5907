import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { edge, table } from './declarations.ts'
import { lineagraph, shell } from './run-command.ts'
import { hasTerminal, startLineagraph, type Start } from './start-command.ts'
import { folderWith } from './temporary-folder.ts'

const line = (value: object) => `${JSON.stringify(value)}\n`
const clean = { 'out/r.jsonl': [table('a'), table('b')] }
const ADDRESS = /lineagraph is at (http:\/\/127\.0\.0\.1:\d+\/)\n$/

/** Starts `lineagraph view` on a port of its own, and waits for its address. */
async function startView(args: readonly string[], start: Start) {
  const started = startLineagraph(['view', ...args, '--port', '0'], start)
  await started.until('stdout', ADDRESS)
  const [, address = ''] = ADDRESS.exec(started.heard.stdout) ?? []
  return {
    ...started,
    address,
    listing: async () => (await fetch(`${address}run/index.json`)).json(),
    /** Does something, and waits until it has been checked. */
    after: async (change: () => void) => {
      started.forget()
      change()
      await started.until('stdout', ADDRESS)
      return started.heard
    },
  }
}

/** The events of a page that waits for changes; `ended` when the server has let go of it. */
async function listen(address: string) {
  const heard: string[] = []
  const { body } = await fetch(`${address}run/changes`)
  const ended = (async () => {
    for await (const text of body!.pipeThrough(new TextDecoderStream()))
      heard.push(...[...text.matchAll(/^data: (.*)$/gm)].map(([, version]) => version!))
  })()
  return { heard, ended: ended.catch(() => {}) }
}

describe('lineagraph view', { timeout: 30_000 }, () => {
  test('prints what it finds and, last, where the page is', async () => {
    const cwd = folderWith(clean)
    const { address, heard, listing } = await startView(['out'], { cwd })
    expect(heard.stdout).toBe(`no findings in 2 resources, 0 edges\nlineagraph is at ${address}\n`)
    expect(heard.stderr).toMatch(/^\nshowing out; checked at \d\d:\d\d:\d\d; Ctrl-C ends it\n$/)
    const page = await fetch(address)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await page.text()
    for (const [, path] of html.matchAll(/(?:src|href)="\.\/([^"]+)"/g))
      expect([path, (await fetch(address + path)).status]).toEqual([path, 200])
    expect(html).toMatch(/<script type="module"[^>]* src="\.\/assets\//)
    expect(await listing()).toMatchObject({ files: [{ name: 'out/r.jsonl', role: 'run' }] })
    const file = await fetch(`${address}run/files/${encodeURIComponent('out/r.jsonl')}`)
    expect(await file.text()).toBe(readFileSync(join(cwd, 'out/r.jsonl'), 'utf8'))
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends at once, with 0, at %s', async (signal) => {
    const { child, ended, address, heard } = await startView(['out'], { cwd: folderWith(clean) })
    const page = await listen(address)
    const began = performance.now()
    child.kill(signal)
    expect(await ended).toBe(0)
    await page.ended
    expect(performance.now() - began).toBeLessThan(3000)
    expect(heard.stderr).not.toMatch(/fault/)
    await expect(fetch(address)).rejects.toThrow('fetch failed')
  })

  test('checks again and tells the page when files of the run, its config file or a catalog change', async () => {
    const cwd = folderWith({
      'out/r.jsonl': [table('a')],
      'lineagraph.config.json': '{"workspace": ["warehouse.csv"]}',
      'warehouse.csv': 'schema,table\ns,x\n',
    })
    const { address, after, listing } = await startView(['out'], { cwd })
    const page = await listen(address)
    await vi.waitUntil(() => page.heard.length === 1)
    const changes: readonly (readonly [() => void, string])[] = [
      [() => appendFileSync(join(cwd, 'out/r.jsonl'), line(edge('a', 'a'))), 'lineage/no-self'],
      [() => appendFileSync(join(cwd, 'warehouse.csv'), 's,y\n'), 'lineage/no-self'],
      [
        () => writeFileSync(join(cwd, 'lineagraph.config.json'), '{"rules": {"lineage/no-self": "off"}}'),
        'no findings',
      ],
    ]
    for (const [change, found] of changes) {
      const known = page.heard.length
      expect((await after(change)).stdout).toContain(found)
      await vi.waitUntil(() => page.heard.length > known)
      expect(page.heard.at(-1)).toBe(((await listing()) as { version: string }).version)
    }
    expect(await listing()).toMatchObject({
      files: [{ name: 'out/r.jsonl' }],
      plan: { config: { rules: { 'lineage/no-self': 'off' } }, hasWorkspace: false },
    })
  })

  test('outlives a folder that goes and comes again, a config that is wrong, and a run that declares nothing', async () => {
    const cwd = folderWith(clean)
    const out = join(cwd, 'out')
    const { after, until, listing, child, ended } = await startView(['out'], { cwd })
    const gone = await after(() => rmSync(out, { recursive: true }))
    expect(gone.stderr).toContain("there is no file or folder 'out'")
    expect(await listing()).toMatchObject({ what: "there is no file or folder 'out'" })
    await after(() => mkdirSync(out)) // that the folder itself is gone may be told after that its file is
    await until('stderr', /nothing was checked/)
    expect(await listing()).toMatchObject({ files: [] })
    const half = line(table('c')).slice(0, 20)
    expect((await after(() => writeFileSync(join(out, 'r.jsonl'), half))).stdout).toContain(
      'the file stops in the middle',
    )
    const config = join(out, 'lineagraph.config.json')
    writeFileSync(config, '{')
    await after(() => appendFileSync(join(out, 'r.jsonl'), line(table('c')).slice(20)))
    expect(await listing()).toMatchObject({ what: expect.stringContaining('lineagraph.config.json:1') })
    rmSync(config)
    const again = await after(() => appendFileSync(join(out, 'r.jsonl'), line(table('d'))))
    expect(again.stdout).toContain('no findings in 2 resources')
    expect(await listing()).toMatchObject({ files: [{ name: 'out/r.jsonl' }] })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  test('shows standard input, to every page that asks for it', async () => {
    const started = startLineagraph(['view', '-', '--port', '0'], { cwd: folderWith({}) })
    const printed = `Loading…\n${line(table('a'))}done\n${line(edge('a', 'a'))}`
    started.child.stdin.end(printed)
    await started.until('stdout', ADDRESS)
    expect(started.heard.stdout).toContain('1 warning in 1 resource, 1 edge')
    const [, address] = ADDRESS.exec(started.heard.stdout) ?? []
    expect(await (await fetch(`${address}run/index.json`)).json()).toMatchObject({
      name: 'standard input',
      files: [{ name: '<stdin>', role: 'run', printed: true }],
    })
    for (let page = 0; page < 2; page++)
      expect(await (await fetch(`${address}run/files/%3Cstdin%3E`)).text()).toBe(printed)
  })

  test('checks as its options say, and tells the page of them', async () => {
    const cwd = folderWith({
      'r.txt': [table('a'), edge('a', 'a')],
      'l.txt': [edge('a', 'gone')],
      'tables.csv': 'table\nx\n',
    })
    const args = ['--resources', 'r.txt', '--lineage', 'l.txt', '--workspace', 'tables.csv']
    const judged = ['--preset', 'strict', '--rule', 'lineage/no-self=off', '--no-config']
    const { heard, listing } = await startView([...args, ...judged], { cwd })
    expect(heard.stdout).toContain('lineage/dangling-internal')
    expect(heard.stdout).not.toContain('lineage/no-self')
    expect(await listing()).toMatchObject({
      files: [
        { name: 'r.txt', role: 'run' },
        { name: 'l.txt', role: 'run' },
        { name: 'tables.csv', role: 'catalog' },
      ],
      plan: {
        config: { preset: 'strict', rules: { 'lineage/no-self': 'off' } },
        lineage: 'l.txt',
        hasWorkspace: true,
      },
    })
  })

  test('takes another port than the usual one where somebody is there, and says so of a port that is asked for', async () => {
    const cwd = folderWith(clean)
    const other = createServer()
    onTestFinished(() => void other.close())
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    const { code, stdout, stderr } = await lineagraph(['view', 'out', '--port', String(port)], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      `lineagraph: port ${port} is in use\n  help: give another one with --port, or none: then one that is free is taken\n`,
    )
    const two = [startLineagraph(['view', 'out'], { cwd }), startLineagraph(['view', 'out'], { cwd })]
    for (const { until } of two) await until('stdout', ADDRESS)
    const [one, another] = two.map(({ heard }) => ADDRESS.exec(heard.stdout)?.[1])
    expect(one).not.toBe(another)
  })

  test.each([
    [3, 'no/such/folder'],
    [3, 'out --workspace no.csv'],
    [3, 'out --config no.json'],
    [2, 'out --config out/r.jsonl'],
    [2, 'out --rule lineage/nope=off'],
    [2, 'out --port 65536'],
    [2, 'out --port http'],
    [2, 'out --format json'],
    [2, 'pipe'],
    [2, 'out --workspace pipe'],
  ])('ends with %i for %s, and says why before it serves', async (exitCode, args) => {
    const cwd = folderWith(clean)
    await shell('mkfifo pipe', { cwd })
    const { code, stdout, stderr } = await lineagraph(['view', ...args.split(' ')], { cwd })
    expect([code, stdout]).toEqual([exitCode, ''])
    expect(stderr).toMatch(/^(lineagraph|error): .*\n/)
  })

  test('ends quietly when its reader goes away', async () => {
    const cwd = folderWith(clean)
    const { child, heard, ended } = await startView(['out'], { cwd })
    child.stdout.destroy()
    appendFileSync(join(cwd, 'out/r.jsonl'), line(table('c')))
    expect(await ended).toBe(0)
    expect(heard.stderr).not.toMatch(/EPIPE|fault/)
  })
})

describe('lineagraph view opens the browser', { timeout: 30_000 }, () => {
  /** A folder with a browser that writes down what it is to open. */
  function withBrowser() {
    const cwd = folderWith({ ...clean, 'bin/xdg-open': `#!/bin/sh\nprintf '%s\\n' "$@" >"$OPENED"\n` })
    chmodSync(join(cwd, 'bin/xdg-open'), 0o755)
    const opened = join(cwd, 'opened')
    const env = { PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`, OPENED: opened, DISPLAY: ':0' }
    return { cwd, env, opened }
  }
  const isLinux = process.platform === 'linux'

  test.runIf(hasTerminal && isLinux)('on a terminal, at its address, once', async () => {
    const { cwd, env, opened } = withBrowser()
    const { heard, until, child, ended } = startLineagraph(['view', 'out', '--port', '0'], {
      cwd,
      env,
      terminal: true,
    })
    await until('stdout', /lineagraph is at .*\r\n$/)
    const [, address] = /lineagraph is at (\S+)/.exec(heard.stdout) ?? []
    await vi.waitFor(() => expect(readFileSync(opened, 'utf8')).toBe(`${address}\n`))
    expect(heard.stdout).toContain('q or Ctrl-C ends it')
    child.stdin.write('q')
    expect(await ended).toBe(0)
  })

  test.runIf(hasTerminal && isLinux).each([
    ['with --no-open', ['--no-open'], {}],
    ['in CI', [], { CI: 'true' }],
    ['where nobody sees one', [], { DISPLAY: '', WAYLAND_DISPLAY: '' }],
  ])('not %s', async (_, args, more) => {
    const { cwd, env, opened } = withBrowser()
    const { until, forget } = startLineagraph(['view', 'out', '--port', '0', ...args], {
      cwd,
      env: { ...env, ...more },
      terminal: true,
    })
    await until('stdout', /lineagraph is at .*\r\n$/)
    forget()
    appendFileSync(join(cwd, 'out/r.jsonl'), line(table('c')))
    await until('stdout', /lineagraph is at .*\r\n$/)
    expect(existsSync(opened)).toBe(false)
  })

  test('not where its output is no terminal', async () => {
    const { cwd, env, opened } = withBrowser()
    const { after } = await startView(['out'], { cwd, env })
    await after(() => appendFileSync(join(cwd, 'out/r.jsonl'), line(table('c'))))
    expect(existsSync(opened)).toBe(false)
  })
})

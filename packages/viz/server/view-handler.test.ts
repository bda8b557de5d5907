import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { planCheck } from '@lineagraph/core/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunFault, RunListing } from '../src/source/run-listing.ts'
import { viewHandler, type ViewHandler } from './view-handler.ts'

let base: string
let run: string
let view: ViewHandler
let server: Server
let port: number
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lineagraph-serve-'))
  run = join(base, 'run')
  const [page, assets] = [join(base, 'page'), join(base, 'page/assets')]
  for (const folder of [run, page, assets]) await mkdir(folder)
  await writeFile(join(page, 'index.html'), '<!doctype html>')
  await writeFile(join(assets, 'main.js'), 'start()')
  await writeFile(join(base, 'secret.jsonl'), 'secret')
  await writeFile(join(run, 'resources.jsonl'), '{}\n')
  await writeFile(join(run, 'a %2f.jsonl'), 'odd name')
  await writeFile(join(run, 'packed.jsonl.gz'), gzipSync('{}\n'))
  await writeFile(join(run, 'secret.txt'), 'secret')
  await symlink(join(base, 'secret.jsonl'), join(run, 'linked.txt'))
  await symlink('/etc', join(run, 'etc'))
  view = viewHandler(page, {
    name: 'some/run',
    plan: () => planCheck([run], { rules: { 'lineage/no-self': 'off' } }),
  })
  server = createServer(view.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(base, { recursive: true })
})

/** Asks for a path as it stands: nothing tidies it up on the way. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<IncomingMessage> =>
  new Promise((resolve, reject) =>
    request({ host: '127.0.0.1', port, path, headers, method }, resolve).on('error', reject).end(),
  )

async function textOf(message: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of message) text += String(chunk)
  return text
}

const listing = async (): Promise<RunListing & RunFault> =>
  JSON.parse(await textOf(await ask('/run/index.json'))) as RunListing & RunFault
const addressOf = (name: string): string => `/run/files/${encodeURIComponent(name)}`
const inRun = (name: string): string => addressOf(`${run}/${name}`)

test('/run/index.json lists the files of the run, and no others, and says how it is checked', async () => {
  expect(await listing()).toEqual({
    name: 'some/run',
    version: expect.any(String),
    files: ['a %2f.jsonl', 'packed.jsonl.gz', 'resources.jsonl'].map((name) => ({
      name: `${run}/${name}`,
      role: 'run',
      printed: false,
    })),
    plan: { config: { rules: { 'lineage/no-self': 'off' }, overrides: [] }, hasWorkspace: false },
  })
})

test('/run/files/NAME gives the bytes of a file of the listing as they are', async () => {
  await listing()
  expect(await textOf(await ask(inRun('resources.jsonl')))).toBe('{}\n')
  expect(await textOf(await ask(inRun('a %2f.jsonl')))).toBe('odd name')
  const chunks: Buffer[] = []
  for await (const chunk of await ask(inRun('packed.jsonl.gz'))) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks)).toEqual(await readFile(join(run, 'packed.jsonl.gz')))
})

test('/run/files/NAME of a file that has gone since it was listed is answered with 404', async () => {
  const path = join(run, 'soon-gone.jsonl')
  await writeFile(path, '{}\n')
  await listing()
  await rm(path)
  expect((await ask(inRun('soon-gone.jsonl'))).statusCode).toBe(404)
  await listing()
})

test('/run/files/… is a name of the listing, whatever it looks like, and never a path', async () => {
  await listing()
  const names = [
    'resources.jsonl',
    `${run}/secret.txt`,
    `${run}/linked.txt`,
    `${run}/etc/passwd`,
    `${run}/../secret.jsonl`,
    `${run}/./resources.jsonl`,
    '/etc/passwd',
    '__proto__',
    '',
  ]
  for (const name of names)
    for (const address of [addressOf(name), `/run/files/${name.replaceAll(' ', '%20')}`])
      expect([address, (await ask(address)).statusCode]).toEqual([address, 404])
  for (const path of ['../secret.jsonl', '..%2fsecret.jsonl', '%2e%2e/secret.jsonl', '%ff', '%00'])
    expect((await ask(`/run/files/${path}`)).statusCode).toBe(404)
})

test('the page is served, and nothing beside it', async () => {
  expect(await textOf(await ask('/'))).toBe('<!doctype html>')
  expect(await textOf(await ask('/index.html?x=1'))).toBe('<!doctype html>')
  const script = await ask('/assets/main.js')
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(await textOf(script)).toBe('start()')
  const others = [
    '/../secret.jsonl',
    '/assets/../../secret.jsonl',
    '/..%2fsecret.jsonl',
    '/%2e%2e/secret.jsonl',
    '/assets%2fmain.js',
    '/assets',
    '//etc/passwd',
    '//',
    '/run',
    '/run/else',
    '/__proto__',
    '/%ff',
    '/\\..\\secret.jsonl',
  ]
  for (const path of others) expect([path, (await ask(path)).statusCode]).toEqual([path, 404])
})

test.each(['/', '/assets/main.js', '/run/index.json', '/run/changes', '/run/files/x', '/else'])(
  '%s is refused to pages of other origins, and by names that only point here',
  async (path) => {
    const strangers = [
      { host: 'evil.example' },
      { host: `evil.example:${port}` },
      { host: `127.0.0.1.evil.example:${port}` },
      { host: '.' },
      { origin: 'http://evil.example' },
      { origin: `http://localhost:${port + 1}` },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      { host: 'evil.example', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ]
    for (const headers of strangers) {
      const answer = await ask(path, headers)
      expect([headers, answer.statusCode]).toEqual([headers, 403])
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      answer.destroy()
    }
  },
)

test('the page is served to those who call this machine by its own names', async () => {
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'localhost', 'LOCALHOST'])
    expect((await ask('/run/index.json', { host })).statusCode).toBe(200)
  const own = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' }
  expect((await ask('/run/index.json', own)).statusCode).toBe(200)
  expect((await ask('/', { 'sec-fetch-site': 'none' })).statusCode).toBe(200)
})

test('a link from elsewhere opens the page, and reads nothing of the run', async () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  expect((await ask('/', link)).statusCode).toBe(200)
  for (const path of ['/run/index.json', inRun('resources.jsonl'), '/run/changes', '/assets/main.js'])
    expect((await ask(path, link)).statusCode).toBe(403)
})

test.each(['/', '/assets/main.js', '/run/index.json', '/run/changes'])(
  '%s answers HEAD without a body, and no other method than GET',
  async (path) => {
    const head = await ask(path, {}, 'HEAD')
    expect([head.statusCode, await textOf(head)]).toEqual([200, ''])
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      const answer = await ask(path, {}, method)
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD'])
    }
  },
)

test('HEAD of a file of the run is answered without a body', async () => {
  await listing()
  const head = await ask(inRun('resources.jsonl'), {}, 'HEAD')
  expect([head.statusCode, await textOf(head)]).toEqual([200, ''])
})

test('no answer is kept, guessed or read by others, and all of the page stands under its policy', async () => {
  for (const path of ['/', '/assets/main.js', '/run/index.json', '/run/changes', '/else', '/run/else']) {
    const answer = await ask(path)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    answer.destroy()
  }
  const html = await readFile(fileURLToPath(new URL('../index.html', import.meta.url)), 'utf8')
  const [, policy] = /content="(default-src [^"]*)"/.exec(html)!
  for (const path of ['/', '/assets/main.js'])
    expect((await ask(path)).headers).toMatchObject({
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
})

test('/run/changes tells the version of the listing, and each new one', async () => {
  const events = await ask('/run/changes')
  expect(events.headers['content-type']).toBe('text/event-stream')
  const versions = (text: string): string[] =>
    [...text.matchAll(/event: version\ndata: (.*)\n\n/g)].map(([, version]) => version!)
  const next = (): Promise<string[]> =>
    new Promise((resolve) => events.once('data', (chunk) => resolve(versions(String(chunk)))))
  const first = await next()
  expect(first).toEqual([(await listing()).version])
  const second = next()
  view.changed()
  expect(await second).toEqual([(await listing()).version])
  expect(await second).not.toEqual(first)
  const ended = new Promise((done) => events.once('end', done))
  view.close()
  await ended
})

test('what is wrong with the run is said in place of the listing, until it is mended', async () => {
  let path = join(base, 'none')
  const config = join(base, 'wrong.json')
  await writeFile(config, '{"presett": "strict"}')
  const other = viewHandler(join(base, 'page'), {
    name: 'none',
    plan: () => planCheck([path], path === run ? { config } : {}),
  })
  const its = createServer(other.handle)
  await new Promise<void>((done) => its.listen(0, '127.0.0.1', done))
  const { port } = its.address() as AddressInfo
  const listed = async () => (await fetch(`http://127.0.0.1:${port}/run/index.json`)).json()
  try {
    expect(await listed()).toEqual({
      name: 'none',
      version: expect.any(String),
      what: `there is no file or folder '${path}'`,
      help: expect.stringContaining('correct the path'),
    })
    expect((await fetch(`http://127.0.0.1:${port}/run/files/x`)).status).toBe(404)
    path = run
    expect(await listed()).toMatchObject({
      what: expect.stringMatching(/wrong\.json:1:2: .*presett/),
      help: expect.stringContaining('preset'),
    })
    await writeFile(config, '{"preset": "strict"}')
    expect(await listed()).toMatchObject({ plan: { config: { preset: 'strict' } } })
  } finally {
    its.closeAllConnections()
    its.close()
  }
})

test('a file that breaks off half way breaks the connection: the page does not take a part for the whole', async () => {
  const breaking = viewHandler(join(base, 'page'), {
    name: 'run',
    plan: () => {
      const planned = planCheck([run])
      const source = {
        ...planned.files[0]!.source,
        name: 'breaking',
        async *chunks() {
          yield new TextEncoder().encode('half')
          await new Promise((done) => setTimeout(done, 20))
          throw new Error('the disk is gone')
        },
      }
      return { ...planned, files: [{ role: 'run' as const, source }] }
    },
  })
  const its = createServer(breaking.handle)
  await new Promise<void>((done) => its.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(its.address() as AddressInfo).port}`
  await (await fetch(`${origin}/run/index.json`)).text()
  const address = `${origin}/run/files/breaking`
  await expect(fetch(address).then((answer) => answer.text())).rejects.toThrow('terminated')
  its.closeAllConnections()
  its.close()
})

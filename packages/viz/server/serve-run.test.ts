import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runMiddleware } from './serve-run.ts'

let folder: string
let server: Server
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lineagraph-serve-'))
  await writeFile(join(folder, 'resources.jsonl'), '{}\n')
  await writeFile(join(folder, 'a %2f.jsonl'), 'odd name')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  const middleware = runMiddleware(folder)
  server = createServer((asked, response) => middleware(asked, response, () => response.writeHead(418).end()))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
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

test('/run/index.json lists the files of the run, and no others', async () => {
  const listing = JSON.parse(await textOf(await ask('/run/index.json'))) as {
    files: { name: string; size: number }[]
  }
  expect(listing.files).toEqual([
    { name: 'a %2f.jsonl', size: 8 },
    { name: 'resources.jsonl', size: 3 },
  ])
})

test('/run/files/NAME gives the bytes of a file of the listing', async () => {
  expect(await textOf(await ask('/run/files/resources.jsonl'))).toBe('{}\n')
  expect(await textOf(await ask(`/run/files/${encodeURIComponent('a %2f.jsonl')}`))).toBe('odd name')
})

test('/run/files/… never leaves the folder', async () => {
  const paths = [
    'secret.txt',
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '/etc/passwd',
    '%ff',
    '',
  ]
  for (const path of paths) expect((await ask(`/run/files/${path}`)).statusCode).toBe(404)
})

test('a page of another origin, or a name that only points here, is refused', async () => {
  const strangers = [
    { host: 'evil.example' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of strangers) expect((await ask('/run/index.json', headers)).statusCode).toBe(403)
  expect((await ask('/run/index.json', { host: `localhost:${port}` })).statusCode).toBe(200)
  expect((await ask('/run/index.json', {}, 'POST')).statusCode).toBe(405)
})

test('what is not of the run is left to others', async () => {
  expect((await ask('/index.html')).statusCode).toBe(418)
  expect((await ask('/run/else')).statusCode).toBe(404)
})

test('/run/changes says when a file of the run changes, once for many writes', async () => {
  const events = await ask('/run/changes')
  expect(events.headers['content-type']).toBe('text/event-stream')
  let heard = ''
  const changed = new Promise<void>((done) =>
    events.on('data', (chunk) => {
      heard += String(chunk)
      if (heard.includes('event: change')) done()
    }),
  )
  await writeFile(join(folder, 'secret.txt'), 'no file of the run')
  for (const text of ['1', '2', '3']) await writeFile(join(folder, 'resources.jsonl'), text)
  await changed
  await new Promise((done) => setTimeout(done, 300))
  expect(heard.match(/event: change/g)).toHaveLength(1)
  events.destroy()
})

test('a path that is no address of the run, however odd, is left to the others', async () => {
  expect((await ask('//')).statusCode).toBe(418)
  expect((await ask('/run')).statusCode).toBe(418)
})

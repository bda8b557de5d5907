import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folderWith } from '../../test/temporary-folder.ts'
import { PartFile } from './part-file.ts'
import { TablesPull } from './tables-pull.ts'

const target = (path: string) => ({ kind: 'whole', given: path, path, mode: 0o600 }) as const

test('new TablesPull(…).pull() gives up a server that says nothing', async () => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const api = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`)
  const request = { from: `${api.href}table/tables/`, key: 'sk-0123456789' }
  const part = new PartFile(target(join(folderWith({}), 'tables.jsonl')), request, false)
  onTestFinished(() => part.close())
  const hooks = { onPage: () => {}, tell: () => {} }
  const pull = new TablesPull({ key: request.key, api, part, hooks, timeout: 50 })
  await expect(pull.pull()).rejects.toMatchObject({
    code: 'path',
    what: expect.stringContaining('sent nothing'),
  })
})

test('new PartFile(target, request) refuses to write where another one does', () => {
  const path = join(folderWith({}), 'tables.jsonl')
  const request = { from: 'https://api.example/table/tables/', key: 'k' }
  const [one, other] = [
    new PartFile(target(path), request, false),
    new PartFile(target(path), request, false),
  ]
  const none = { repeats: 0, nameless: 0, partial: 0 }
  one.addPage(['{"table":"a"}'], null, none)
  other.addPage(['{"table":"b"}', '{"table":"c"}'], null, none)
  expect(() => one.addPage(['{"table":"d"}'], null, none)).toThrow('somebody else writes')
  for (const part of [one, other]) part.close()
})

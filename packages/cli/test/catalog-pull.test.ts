import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lineagraph, type Outcome } from './run-command.ts'
import { hasTerminal, startLineagraph } from './start-command.ts'
import { json, KEY, listTables, secoda } from './secoda-stand-in.ts'
import { folderWith } from './temporary-folder.ts'

const table = (id: string, schema = 'public') => ({ id, title: id, schema, database: 'shop' })
const line = (name: string, schema = 'public') =>
  `{"database":"shop","schema":"${schema}","table":"${name}"}\n`

/** Pulls from a stand-in. A proxy of the machine is not for a server on it. */
const pull = (cwd: string, url: string, more: readonly string[] = [], env = {}): Promise<Outcome> =>
  lineagraph(['catalog', 'pull', '-o', 'tables.jsonl', '--url', url, ...more], {
    cwd,
    env: { SECODA_API_KEY: KEY, NO_PROXY: '*', no_proxy: '*', ...env },
  })

const filesIn = (folder: string): string[] => readdirSync(folder).sort()
const kept = (cwd: string): string => readFileSync(join(cwd, 'tables.jsonl'), 'utf8')

describe('lineagraph catalog pull', () => {
  test('keeps the tables of all pages as a catalog that check takes', async () => {
    const pages = [[table('orders'), table('users')], [table('orders', 'old')], []]
    const { origin, asked } = await secoda(listTables(3, (page) => pages[page - 1] ?? []))
    const cwd = folderWith({
      'out/run.jsonl': [
        { entity_type: 'dashboard', databuilder_id: 'd', title: 'D', group: 'g' },
        {
          from_identifier: { type: 'external_table', database: 'shop', schema: 'old', table: 'orders' },
          to_identifier: { type: 'internal_resource', databuilder_id: 'd' },
        },
      ],
    })
    const filters = ['--database', 'shop', '--schema', 'a b&c', '--integration', '7', '--title', 'é']
    const { code, stdout, stderr } = await pull(cwd, `${origin}/api/v1`, filters)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe("kept 3 tables in 'tables.jsonl', out of 3 pages\n")
    expect(kept(cwd)).toBe(line('orders') + line('users') + line('orders', 'old'))
    expect(filesIn(cwd)).toEqual(['out', 'tables.jsonl'])
    expect(asked.map(({ path }) => path)).toEqual(Array(3).fill('/api/v1/table/tables/'))
    expect(Object.fromEntries(asked[0]?.query ?? [])).toEqual({
      database: 'shop',
      schema: 'a b&c',
      integration_id: '7',
      title: 'é',
    })
    const check = await lineagraph(['check', 'out', '--workspace', 'tables.jsonl', '-f', 'json'], { cwd })
    expect(JSON.parse(check.stdout).summary).toMatchObject({ errors: 0, warnings: 0, nodes: 2 })
  })

  test('passes over repeats and tables without a title, leaves out parts that are no text, and says how many', async () => {
    const odd = [
      { id: 1 },
      { title: '' },
      { title: 5 },
      null,
      'text',
      { title: '__proto__', schema: { id: 's' } },
    ]
    const { origin } = await secoda(
      listTables(2, (page) => (page === 1 ? [table('a'), table('a'), ...odd] : [table('a'), table('b')])),
    )
    const cwd = folderWith({})
    const { code, stdout } = await pull(cwd, origin)
    expect(code).toBe(0)
    expect(stdout.split('\n')).toEqual([
      "kept 3 tables in 'tables.jsonl', out of 2 pages",
      'passed over 2 tables with the same database, schema and name as another one',
      'passed over 5 tables without a title',
      'left out the database or schema of 1 table, where Secoda gives no text',
      '',
    ])
    expect(kept(cwd)).toBe(`${line('a')}{"table":"__proto__"}\n${line('b')}`)
  })

  test('tries again after a 429 and a 503, and tells of it', async () => {
    const list = listTables(1, () => [table('a')])
    let count = 0
    const { origin } = await secoda((asked, response, address) => {
      count++
      if (count > 2) list(asked, response, address)
      else response.writeHead(count === 1 ? 429 : 503, { 'retry-after': '0' }).end()
    })
    const { code, stderr } = await pull(folderWith({}), origin)
    expect(code).toBe(0)
    expect(stderr.match(/answers (429|503): trying again/g)).toHaveLength(2)
  })

  test('gives up where Secoda asks to wait longer than five minutes', async () => {
    const { origin, asked } = await secoda((_, response) =>
      response.writeHead(429, { 'retry-after': '86400' }).end(),
    )
    const { code, stderr } = await pull(folderWith({}), origin)
    expect([code, asked.length]).toEqual([3, 1])
    expect(stderr).toContain("wants '86400'")
  })

  test('goes on where it was interrupted, with the pages that are there', async () => {
    let broken = true
    const list = listTables(3, (page) => [table(`t${page}`), table('same')])
    const { origin, asked } = await secoda((request, response, address) => {
      if (broken && request.query.get('page') === '3') response.destroy()
      else list(request, response, address)
    })
    const cwd = folderWith({ 'tables.jsonl': 'as it was\n' })
    const first = await pull(cwd, origin)
    expect([first.code, kept(cwd)]).toEqual([3, 'as it was\n'])
    expect(first.stderr).toMatch(/broke off[^]*goes on behind page 2/)
    expect(filesIn(cwd)).toEqual(['tables.jsonl', 'tables.jsonl.part', 'tables.jsonl.part-state'])
    expect(readFileSync(join(cwd, 'tables.jsonl.part-state'), 'utf8')).not.toContain(KEY)
    if (process.platform !== 'win32')
      expect(statSync(join(cwd, 'tables.jsonl.part-state')).mode & 0o777).toBe(0o600)
    writeFileSync(join(cwd, 'tables.jsonl.part'), '{"half": ', { flag: 'a' }) // as if killed within a page

    broken = false
    const before = asked.length
    const second = await pull(cwd, origin)
    expect(second.code).toBe(0)
    expect(second.stderr).toContain('goes on behind page 2, with 3 tables there')
    expect(second.stdout).toContain("kept 4 tables in 'tables.jsonl', out of 3 pages\npassed over 2 tables")
    expect(asked.slice(before).map(({ query }) => query.get('page'))).toEqual(['3'])
    expect(kept(cwd)).toBe(line('t1') + line('same') + line('t2') + line('t3'))
    expect(filesIn(cwd)).toEqual(['tables.jsonl'])
  })

  test.each([
    ['another filter', ['--schema', 's'], {}, 'of another request or key'],
    ['--restart', ['--restart'], {}, ''],
    ['another key', [], { SECODA_API_KEY: `${KEY}-other` }, 'of another request or key'],
  ])('begins anew with %s', async (_, more, env, told) => {
    let broken = true
    const { origin, asked } = await secoda((request, response, address) => {
      if (broken && request.query.get('page') === '2') return void response.writeHead(500).end()
      listTables(2, (page) => [table(`t${page}`)])(
        { ...request, headers: { authorization: `Bearer ${KEY}` } },
        response,
        address,
      )
    })
    const cwd = folderWith({})
    expect((await pull(cwd, origin)).code).toBe(3)
    const part = readFileSync(join(cwd, 'tables.jsonl.part'))
    await pull(cwd, 'http://127.0.0.1:9', more, env) // gets no page, and so costs nothing
    expect(readFileSync(join(cwd, 'tables.jsonl.part'))).toEqual(part)
    broken = false
    const { code, stderr } = await pull(cwd, origin, more, env)
    expect([code, stderr === '']).toEqual([0, told === ''])
    expect(stderr).toContain(told)
    expect(asked.map(({ query }) => query.get('page'))).toEqual([null, '2', null, '2'])
  })

  test.each<[string, Parameters<typeof secoda>[0], RegExp]>([
    [
      'a key that is not known',
      listTables(1, () => []),
      /answers 401: Secoda does not know the key: 'Invalid token/,
    ],
    ['403', (_, response) => json(response, {}, 403), /answers 403: the key may not list tables/],
    ['404', (_, response) => json(response, {}, 404), /answers 404[^]*try --url http:\S+\/api\/v1\n/],
    ['500', (_, response) => json(response, {}, 500), /answers 500: a fault of Secoda's/],
    [
      '400',
      (_, response) => json(response, { detail: `no \u001b[31m${KEY}` }, 400),
      /answers 400: 'no \\u001b\[31m\*\*\*'/,
    ],
    [
      'a page of a browser',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
      /answers 200 with a web page[^]*lies below \/api\/v1: try --url/,
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: 'https://elsewhere.example/login?a=b' }).end(),
      /answers 302 and sends on to elsewhere.example, which is not followed/,
    ],
    ['broken JSON', (_, response) => response.end('{"results": ['), /page 1 of \S+ is no JSON/],
    ['another document', (_, response) => json(response, { status: 'OK' }), /has no list of results/],
    ['a list without links', (_, response) => json(response, { results: [] }), /does not say in links.next/],
    ['a server that goes away', (_, response) => response.destroy(), /broke off before its answer was whole/],
    [
      'a next page elsewhere',
      (_, response) => json(response, { results: [], links: { next: 'https://evil.example/?page=2' } }),
      /page 1 leads to another server, https:\/\/evil.example, which would get the key/,
    ],
    [
      'a next page that is this one',
      (_, response, origin) => json(response, { results: [], links: { next: `${origin}/table/tables/` } }),
      /page 1 leads back to an earlier one: the pages run in a circle/,
    ],
    [
      'pages without end',
      ({ query }, response, origin) =>
        json(response, {
          results: [table('a')],
          links: { next: `${origin}/table/tables/?page=${Number(query.get('page')) + 1}` },
        }),
      /page 2 holds the same as an earlier one: the pages run in a circle/,
    ],
  ])('says clearly what is wrong with %s, and shows no key', async (name, answer, expected) => {
    const { origin, asked } = await secoda(answer)
    const cwd = folderWith({})
    const key = name === 'a key that is not known' ? 'sk-wrong-0123456789' : KEY
    const { code, stdout, stderr } = await pull(cwd, origin, [], { SECODA_API_KEY: key })
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(expected)
    expect(stderr).toMatch(/^.+\n {2}help: .+\n$/) // and nothing that only an author could do
    for (const secret of [key, encodeURIComponent(key), Buffer.from(key).toString('base64')])
      expect(stderr).not.toContain(secret)
    expect(asked.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true)
    expect(existsSync(join(cwd, 'tables.jsonl'))).toBe(false)
    if (name !== 'pages without end') expect(filesIn(cwd)).toEqual([]) // nothing to go on with
  })

  test('says where nobody listens', async () => {
    const { code, stderr } = await pull(folderWith({}), 'http://127.0.0.1:9/api/v1')
    expect(code).toBe(3)
    expect(stderr).toMatch(/127\.0\.0\.1:9[^]*help:/)
  })

  test.each<[string, readonly string[], Record<string, string>, string]>([
    ['no key', [], { SECODA_API_KEY: ' ' }, 'SECODA_API_KEY is not set'],
    ['more than a key', [], { SECODA_API_KEY: `Bearer ${KEY}` }, 'SECODA_API_KEY holds more than a key'],
    ['an unknown region', ['--region', 'mars'], {}, "there is no region 'mars'"],
    ['two workspaces', ['--region', 'eu', '--url', 'https://a.example'], {}, '--region and --url'],
    ['a url that is none', ['--url', 'secoda.example'], {}, '--url is no address'],
    ['a url with a password', ['--url', 'https://me:hunter22@a.example/'], {}, '--url holds more'],
    ['a device', ['-o', '/dev/null'], {}, "'/dev/null' is no file"],
    ['standard output', ['-o', '-'], {}, "'-' is no file"],
    ['no file', [], {}, '--output'],
  ])('exits with 2 for %s', async (name, more, env, expected) => {
    const output = name === 'no file' || more.includes('-o') ? [] : ['-o', 'x.jsonl']
    const { code, stdout, stderr } = await lineagraph(['catalog', 'pull', ...output, ...more], {
      cwd: folderWith({}),
      env: { SECODA_API_KEY: KEY, ...env },
    })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(expected)
    expect(stderr).not.toContain(KEY)
    expect(stderr).not.toContain('hunter22')
  })

  test.skipIf(!hasTerminal)('shows on a terminal how far it has come', async () => {
    const list = listTables(4, (page) => [table(`t${page}`)])
    const { origin } = await secoda((asked, response, address) => {
      setTimeout(() => list(asked, response, address), 500)
    })
    const { ended, heard } = startLineagraph(['catalog', 'pull', '-o', 'tables.jsonl', '--url', origin], {
      cwd: folderWith({}),
      env: { SECODA_API_KEY: KEY, NO_PROXY: '*', no_proxy: '*' },
      terminal: true,
    })
    expect(await ended).toBe(0)
    expect(heard.stdout).toMatch(/pulled 3 tables, 3 pages/)
    expect(heard.stdout).toMatch(/kept 4 tables/)
  })

  test('pulls 100,000 tables without holding them', async () => {
    const [pages, each] = [200, 500]
    const { origin } = await secoda(
      listTables(pages, (page) =>
        Array.from({ length: each }, (_, i) => ({
          ...table(`table_${page}_${i}`),
          description: 'x'.repeat(2000),
        })),
      ),
    )
    const cwd = folderWith({})
    const memory = fileURLToPath(new URL('print-memory.mjs', import.meta.url))
    const { code, stdout, stderr } = await pull(cwd, origin, [], {
      NODE_OPTIONS: `--import=file://${memory} --max-semi-space-size=8`,
    })
    expect([code, stdout]).toEqual([0, "kept 100,000 tables in 'tables.jsonl', out of 200 pages\n"])
    expect(kept(cwd).split('\n')).toHaveLength(pages * each + 1)
    // All that the stand-in sends is over 200 MB.
    expect(Number(/peak memory (\d+)/.exec(stderr)?.[1])).toBeLessThan(200e6)
  })
})

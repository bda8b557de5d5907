import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { inspect } from 'node:util'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { HttpError, type HttpBodyOptions, type HttpCall } from '../src/index.ts'
import { calling, standardError, type Caller } from './caller.ts'
import { CERTIFICATE, freePort, json, serve } from './local-server.ts'

let heard: { readonly text: string }
beforeEach(() => {
  heard = standardError()
})

/** What a promise rejects with. */
const rejection = (promise: Promise<unknown>): Promise<HttpError> =>
  promise.then(
    () => expect.fail('it was not rejected'),
    (error: HttpError) => error,
  )

describe('a call', () => {
  test('sends its parameters, headers and user', async () => {
    const server = await serve((_request, response) => json(response, { ok: true }))
    const answer = await calling((it) =>
      it.httpGet(`${server.origin}/a?x=1#part`, {
        params: { q: 'a b&ü', page: 2, all: true, none: null, left: undefined, tag: ['x', 'y'] },
        headers: { token: 'secret-token' },
        auth: ['ann', 'pässword'],
      }),
    )
    expect(answer).toBeInstanceOf(Response)
    expect(answer.url).toContain('/a?x=1&q=')
    expect(await answer.json()).toEqual({ ok: true })
    expect(server.seen).toMatchObject([
      {
        method: 'GET',
        url: '/a?x=1&q=a+b%26%C3%BC&page=2&all=true&none=&tag=x&tag=y',
        headers: {
          token: 'secret-token',
          authorization: `Basic ${Buffer.from('ann:pässword').toString('base64')}`,
        },
      },
    ])
  })

  test.each([
    ['httpPost', 'POST'],
    ['httpPut', 'PUT'],
    ['httpPatch', 'PATCH'],
    ['httpDelete', 'DELETE'],
  ] as const)('%s sends a form or JSON, and its user too', async (method, verb) => {
    const server = await serve((_request, response) => response.writeHead(204).end())
    const answer = await calling(async (it) => {
      await it[method](server.origin, { data: { name: 'é &', n: 1 } })
      return it[method](server.origin, { json: { name: 'é', list: [1, null] }, auth: ['ann', 'pw'] })
    })
    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe('')
    expect(server.seen).toMatchObject([
      {
        method: verb,
        body: 'name=%C3%A9+%26&n=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      {
        method: verb,
        body: '{"name":"é","list":[1,null]}',
        headers: { 'content-type': 'application/json', authorization: 'Basic YW5uOnB3' },
      },
    ])
  })

  test('takes parameters and headers as the classes of the web, too', async () => {
    const server = await serve((_request, response) => json(response, {}))
    await calling((it) =>
      it.httpGet(server.origin, {
        params: new URLSearchParams('a=1&a=2'),
        headers: new Headers({ token: 'tok' }),
      }),
    )
    expect(server.seen).toMatchObject([{ url: '/?a=1&a=2', headers: { token: 'tok' } }])
  })

  test('goes through the proxy of the environment', async () => {
    const server = await serve((_request, response) => json(response, {}))
    const tunnels: (string | undefined)[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url)
      const { hostname, port } = new URL(`http://${request.url}`)
      const onward = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
      onward.pipe(socket).pipe(onward)
      for (const end of [onward, socket]) end.on('error', () => {})
    })
    await new Promise<void>((resolve) => proxy.listen(0, 'localhost', resolve))
    onTestFinished(() => void proxy.close())
    vi.stubEnv('http_proxy', `http://localhost:${(proxy.address() as AddressInfo).port}`)
    onTestFinished(() => void vi.unstubAllEnvs())
    expect((await calling((it) => it.httpGet(server.origin))).status).toBe(200)
    expect(tunnels).toEqual([new URL(server.origin).host])
  })

  test.each([
    ['that nobody listens behind', undefined, 'refused the connection'],
    ['that wants to know who calls', 407, 'wants another user and password (407)'],
    ['that cannot go there', 502, 'answers 502 to the way to api.shop.example'],
  ])('names a proxy %s, and never its password', async (_which, status, what) => {
    const proxy = createServer().on('connect', (_request, socket) => {
      socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`)
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as AddressInfo
    if (status === undefined) await new Promise((resolve) => proxy.close(resolve))
    else onTestFinished(() => void proxy.close())
    for (const name of ['https_proxy', 'http_proxy'])
      vi.stubEnv(name, `http://bob:proxy-pass@127.0.0.1:${port}`)
    vi.stubEnv('no_proxy', '')
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const address of ['https://api.shop.example/x', 'http://api.shop.example/x']) {
      const error = await calling((it) => it.httpGet(address).catch((error: unknown) => error))
      expect(error).toMatchObject({ code: 'proxy', message: expect.stringContaining(what) })
      expect((error as Error).message).toContain(
        `the proxy 127.0.0.1:${port}, which HTTPS_PROXY or HTTP_PROXY`,
      )
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/proxy-pass|bob/)
    }
  })

  test.each(['localhost:3128', 'nowhere', 'ftp://x:1'])(
    'says that %s is no address of a proxy',
    async (address) => {
      vi.stubEnv('https_proxy', address)
      onTestFinished(() => void vi.unstubAllEnvs())
      const error = await calling((it) =>
        it.httpGet('https://api.shop.example').catch((error: unknown) => error),
      )
      expect(error).toMatchObject({
        code: 'wrong-call',
        help: expect.stringContaining('HTTPS_PROXY=http://host:port'),
      })
    },
  )

  test.each([401, 404, 500])('answered with %i is answered', async (status) => {
    const server = await serve((_request, response) => json(response, { error: 'no' }, status))
    const answer = await calling((it) => it.httpGet(server.origin))
    expect([answer.ok, answer.status, await answer.json()]).toEqual([false, status, { error: 'no' }])
  })

  test('unpacks what the server packed', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked'))
    })
    expect(await (await calling((it) => it.httpGet(server.origin))).text()).toBe('unpacked')
  })

  test('takes user and password out of the address', async () => {
    const server = await serve((_request, response) => json(response, {}))
    await calling((it) => it.httpGet(server.origin.replace('://', '://ann:p%40ss@')))
    expect(server.seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ann:p@ss').toString('base64')}`)
  })

  test.each([
    [{ follow_redirects: true }, "there is no option 'follow_redirects'; did you mean 'followRedirects'?"],
    [{ json: {}, data: {} }, 'it has both data and json'],
    [{ headers: { token: undefined } }, "its header 'token' has no value"],
    [{ auth: 'ann:hunter2' }, 'its auth is not a user and a password'],
    [{ headers: { token: 'hunter2\nsecret' } }, "its header 'token' cannot be sent"],
  ])('with the options %j is wrong, and says why', async (options, message) => {
    const error = await rejection(
      calling((it) => it.httpPost('http://localhost', options as HttpBodyOptions)),
    )
    expect(error).toMatchObject({ code: 'wrong-call', message: expect.stringContaining(message) })
    expect(inspect(error)).not.toContain('hunter2')
  })

  test('to what is no address does not repeat it', async () => {
    const error = await rejection(calling((it) => it.httpGet('ann:hunter22@host/path')))
    expect(error).toMatchObject({
      code: 'wrong-call',
      message: expect.stringContaining('give the whole address'),
    })
    expect(inspect(error)).not.toContain('hunter22')
  })
})

describe('without an answer', () => {
  test('a server that is silent runs into the time-out', async () => {
    const server = await serve(() => {})
    const error = await rejection(calling((it) => it.httpGet(server.origin), { timeout: 100 }))
    expect(error).toMatchObject({
      code: 'timeout',
      message: expect.stringMatching(/localhost:\d+ sent nothing for 0.1 s/),
    })
  })

  test('a server that falls silent half way runs into the time-out, too', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
    })
    const error = await rejection(
      calling(async (it) => (await it.httpGet(server.origin)).text(), { timeout: 100 }),
    )
    expect(error).toMatchObject({ code: 'timeout' })
  })

  test('a server that dies half way is said to have broken off', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    const error = await rejection(calling(async (it) => (await it.httpGet(server.origin)).json()))
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({
      code: 'broken-off',
      message: expect.stringContaining('broke off before its answer was whole'),
    })
  })

  test('a server that dies at once is said to have broken off', async () => {
    const server = await serve((_request, response) => response.destroy())
    expect(await rejection(calling((it) => it.httpGet(server.origin)))).toMatchObject({ code: 'broken-off' })
  })

  test('nobody listens: the connection is refused', async () => {
    const port = await freePort()
    const error = await rejection(calling((it) => it.httpGet(`http://localhost:${port}`)))
    expect(error).toMatchObject({
      code: 'refused',
      message: expect.stringContaining(`localhost:${port} refused the connection`),
    })
  })

  test('the error points to the call of the author', async () => {
    const port = await freePort()
    const error = await rejection(calling((it) => it.httpGet(`http://localhost:${port}`)))
    expect(error.stack?.split('\n')[1]).toMatch(/http\.test\.ts:\d+/)
  })

  test('nothing of an error is secret: neither user, password, parameters, headers nor body', async () => {
    const port = await freePort()
    const secrets = { user: 'user-ann', password: 'hunter22', token: 'tok-12345678', id: 'query-secret' }
    const error = await rejection(
      calling(
        (it) =>
          it.httpPost(`http://user-ann:hunter22@localhost:${port}/v1/tok-12345678?id=query-secret`, {
            headers: { token: 'tok-12345678' },
            json: { password: 'hunter22' },
          }),
        { credentials: { token: 'tok-12345678' } },
      ),
    )
    expect(error.what).toContain(`POST http://localhost:${port}/v1/***?id=…: `)
    const shown = inspect(error, { depth: 9, showHidden: true }) + heard.text
    for (const secret of Object.values(secrets)) expect(shown).not.toContain(secret)
  })
})

describe('a certificate that is self-signed', () => {
  test('is refused, and the error names verify', async () => {
    const server = await serve((_request, response) => json(response, {}), true)
    const error = await rejection(calling((it) => it.httpGet(server.origin)))
    expect(error).toMatchObject({
      code: 'certificate',
      message: expect.stringMatching(/self-signed; .*verify: false/),
    })
    expect(server.seen).toEqual([])
  })

  test('is taken with verify: false, and with the path of the certificate', async () => {
    const server = await serve((_request, response) => json(response, {}), true)
    const statuses = await calling(async (it) => [
      (await it.httpGet(server.origin, { verify: false })).status,
      (await it.httpGet(server.origin, { verify: CERTIFICATE })).status,
    ])
    expect(statuses).toEqual([200, 200])
  })

  test('a path that verify names has to be there', async () => {
    const error = await rejection(
      calling((it) => it.httpGet('https://localhost', { verify: '/no/such/file.pem' })),
    )
    expect(error).toMatchObject({
      code: 'wrong-call',
      message: expect.stringContaining("verify names '/no/such/file.pem'"),
    })
  })
})

describe('a redirect', () => {
  test('is an answer like any other, and is told of once', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: '/login?next=secret' }).end(),
    )
    const answer = await calling(async (it) => {
      await it.httpGet(server.origin)
      return it.httpGet(server.origin)
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login?next=secret'])
    expect(
      heard.text.match(/answers 302 to http:\/\/localhost:\d+\/login\?next=…, which is not followed/g),
    ).toHaveLength(1)
  })

  test('is not told of where the author says that it is not to be followed', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/login' }).end())
    const answer = await calling((it) => it.httpGet(server.origin, { followRedirects: false }))
    expect([answer.status, heard.text.includes('followRedirects')]).toEqual([302, false])
  })

  test('is followed where the author says so, by the method that the status asks for', async () => {
    const server = await serve((request, response) => {
      const status = /^\/(30\d)/.exec(request.url)?.[1]
      if (status) response.writeHead(Number(status), { location: '/there' }).end()
      else json(response, {})
    })
    const answer = await calling(async (it) => {
      for (const status of [301, 302, 303, 307, 308])
        await it.httpPost(`${server.origin}/${status}`, { json: { a: 1 }, followRedirects: true })
      return it.httpPut(`${server.origin}/301`, { json: { a: 1 }, followRedirects: true })
    })
    expect(answer.url).toBe(`${server.origin}/there`)
    const followed = server.seen.filter(({ url }) => url === '/there')
    expect(followed.map(({ method, body }) => `${method} ${body}`)).toEqual([
      'GET ',
      'GET ',
      'GET ',
      'POST {"a":1}',
      'POST {"a":1}',
      'PUT {"a":1}',
    ])
    expect(heard.text).not.toContain('not followed')
  })

  test('to another origin takes no authorization along, nor a header that holds a secret', async () => {
    const other = await serve((_request, response) => json(response, {}))
    const server = await serve((_request, response) =>
      response.writeHead(307, { location: other.origin }).end(),
    )
    await calling(
      (it) =>
        it.httpGet(server.origin, {
          headers: { token: 'tok-12345678', 'x-key': 'k-from-credentials', accept: 'application/json' },
          auth: ['ann', 'hunter22'],
          followRedirects: true,
        }),
      { credentials: { key: 'k-from-credentials' } },
    )
    expect(server.seen[0]?.headers).toMatchObject({ token: 'tok-12345678', 'x-key': 'k-from-credentials' })
    const { headers } = other.seen[0]!
    expect([headers['token'], headers['x-key'], headers.authorization]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(headers.accept).toBe('application/json')
  })

  test('does not send credentials in a body on to another server', async () => {
    const other = await serve((_request, response) => json(response, {}))
    const server = await serve((_request, response) =>
      response.writeHead(307, { location: other.origin }).end(),
    )
    const signIn = (endpoints?: string[]) =>
      calling((it) => it.httpPost(server.origin, { json: { password: 'hunter22' }, followRedirects: true }), {
        credentials: { password: 'hunter22' },
        endpoints,
      })
    const error = await rejection(signIn())
    expect(error).toMatchObject({
      code: 'redirects',
      message: expect.stringContaining(`another server, ${other.origin}`),
    })
    expect(other.seen).toEqual([])
    expect((await signIn([server.origin, other.origin])).status).toBe(200)
  })

  test('that never ends is given up', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/' }).end())
    const error = await rejection(calling((it) => it.httpGet(server.origin, { followRedirects: true })))
    expect(error).toMatchObject({ code: 'redirects' })
    expect(server.seen).toHaveLength(21)
  })
})

describe('the list of endpoints', () => {
  test('lets calls below an endpoint through, and stops all others before they are sent', async () => {
    const server = await serve((_request, response) => json(response, {}))
    const endpoints = [`${server.origin}/v1/`]
    const call = (path: string) => calling((it) => it.httpGet(server.origin + path), { endpoints })
    expect((await call('/v1')).status).toBe(200)
    expect((await call('/v1/users')).status).toBe(200)
    for (const path of ['/', '/v2', '/v11'])
      expect(await rejection(call(path))).toMatchObject({
        code: 'endpoint',
        message: expect.stringContaining(`add the line '${server.origin}',`),
      })
    expect(server.seen).toHaveLength(2)
    expect(heard.text).not.toContain('endpoints were called')
  })

  test('stops a redirect that leads elsewhere', async () => {
    const other = await serve((_request, response) => json(response, {}))
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: other.origin }).end(),
    )
    const call = calling((it) => it.httpGet(server.origin, { followRedirects: true }), {
      endpoints: [server.origin],
    })
    expect(await rejection(call)).toMatchObject({ code: 'endpoint' })
    expect(other.seen).toEqual([])
  })

  test('is told at the end where none was given, a line an origin', async () => {
    const server = await serve((_request, response) => json(response, {}))
    await calling(async (it) => {
      await it.httpGet(`${server.origin}/a?token=x`)
      await it.httpGet(`${server.origin}/b`)
    })
    expect(heard.text).toContain(`  '${server.origin}',\n`)
    expect(heard.text.match(/localhost/g)).toHaveLength(1)
  })

  test('has to hold addresses', async () => {
    await expect(() => calling(async () => {}, { endpoints: ['api.example.com'] })).rejects.toThrow(
      "'api.example.com' is no endpoint",
    )
  })
})

describe('retries', () => {
  const patience = async (headers: Record<string, string>, times: number, refusals: number) => {
    const waits: number[] = []
    let left = refusals
    const server = await serve((_request, response) => {
      left -= 1
      if (left >= 0) response.writeHead(left % 2 ? 503 : 429, headers).end('later')
      else json(response, { ok: true })
    })
    const retries = {
      times,
      wait: async (milliseconds: number) => void waits.push(milliseconds),
      now: () => Date.UTC(2026, 0, 2, 3, 4, 0),
    }
    const answer = await calling((it) => it.httpPost(server.origin, { json: { a: 1 } }), { retries })
    return { waits, status: answer.status, bodies: server.seen.map(({ body }) => body) }
  }

  test('are not made unless they are asked for', async () => {
    expect(await patience({}, 0, 1)).toMatchObject({ waits: [], status: 429 })
  })

  test('wait for what Retry-After says, in seconds or as a date', async () => {
    expect(await patience({ 'retry-after': '7' }, 3, 2)).toEqual({
      waits: [7000, 7000],
      status: 200,
      bodies: ['{"a":1}', '{"a":1}', '{"a":1}'],
    })
    expect((await patience({ 'retry-after': 'Fri, 02 Jan 2026 03:04:09 GMT' }, 3, 1)).waits).toEqual([9000])
    expect((await patience({ 'retry-after': 'Fri, 02 Jan 2026 03:00:00 GMT' }, 3, 1)).waits).toEqual([0])
    expect(heard.text).toMatch(/POST http:\/\/localhost:\d+\/ answers 503: trying again in 7 s/)
  })

  test('wait longer each time where it says nothing', async () => {
    const { waits } = await patience({}, 3, 3)
    for (const [tried, wait] of waits.entries()) expect(wait / (500 * 2 ** tried)).toBeCloseTo(1, -0.2)
    expect(waits).toHaveLength(3)
  })

  test('end with the answer as it is when they are used up, or when too long a wait is asked for', async () => {
    expect(await patience({}, 2, 9)).toMatchObject({ status: 429, bodies: { length: 3 } })
    expect(await patience({ 'retry-after': '86400' }, 2, 1)).toMatchObject({ status: 429, waits: [] })
  })

  test('are a whole number', async () => {
    await expect(calling(async () => {}, { retries: -1 })).rejects.toThrow(
      'retries is a whole number from 0 on, not -1',
    )
  })
})

describe('the limit of calls at once', () => {
  test('holds, and everybody has a turn', async () => {
    let [underWay, most] = [0, 0]
    const transport = async () => {
      most = Math.max(most, (underWay += 1))
      await new Promise((resolve) => setImmediate(resolve))
      underWay -= 1
      return Response.json({})
    }
    const call = (concurrency?: number) =>
      calling((it) => Promise.all(Array.from({ length: 10 }, () => it.httpGet('http://a'))), {
        transport,
        ...(concurrency !== undefined && { concurrency }),
      })
    expect(await call(3)).toHaveLength(10)
    expect(most).toBe(3)
    await call()
    expect(most).toBe(10)
    await expect(call(0)).rejects.toThrow('concurrency is a whole number from 1 on, not 0')
  })

  test('is not used up by calls that fail', async () => {
    const transport = () => Promise.reject(new Error('no'))
    await calling(
      async (it) => {
        for (let index = 0; index < 3; index += 1) await expect(it.httpGet('http://a')).rejects.toThrow('no')
      },
      { transport, concurrency: 1 },
    )
  })
})

describe('httpPages', () => {
  interface Page {
    readonly items: readonly number[]
    readonly next?: string | null
  }
  const pages = (
    answer: (url: URL) => Response,
    options?: { next?: (page: Page) => string | null | undefined },
  ) =>
    calling(
      async (it) => {
        const items: number[] = []
        for await (const page of it.httpPages<Page>('http://a/list?size=2', {
          params: { q: 'x' },
          headers: { token: 't' },
          ...options,
        }))
          items.push(...page.items)
        return items
      },
      { transport: ({ url }) => answer(url) },
    )

  test('gives page after page, by what next says of each', async () => {
    const asked: string[] = []
    const items = await pages(
      (url) => {
        asked.push(url.pathname + url.search)
        const number = Number(url.searchParams.get('page') ?? 1)
        return Response.json({ items: [number], next: number < 3 ? `?page=${number + 1}` : null })
      },
      { next: (page) => page.next },
    )
    expect(items).toEqual([1, 2, 3])
    expect(asked).toEqual(['/list?size=2&q=x', '/list?page=2', '/list?page=3'])
  })

  test('follows the Link header where next is not given', async () => {
    const items = await pages((url) =>
      url.pathname === '/list'
        ? Response.json(
            { items: [1] },
            { headers: { link: '<http://a/>; rel="first", </more>; rel="next"; x=y' } },
          )
        : Response.json({ items: [2] }, { headers: { link: '</list>; rel="prev"' } }),
    )
    expect(items).toEqual([1, 2])
  })

  test('does not take headers along to another server, not even by way of a redirect', async () => {
    const asked: string[] = []
    const transport = ({ url, headers }: HttpCall) => {
      asked.push(`${url.href} ${headers.get('token')}`)
      return url.host === 'a'
        ? new Response(null, { status: 302, headers: { location: 'http://b/' } })
        : Response.json({ next: '?page=2' })
    }
    const read = async (it: Caller) => {
      const options = { headers: { token: 'tok-12345678' }, followRedirects: true, next: () => '?page=2' }
      for await (const page of it.httpPages('http://a/', options)) expect(page).toEqual({ next: '?page=2' })
    }
    expect(await rejection(calling(read, { transport }))).toMatchObject({ code: 'pages' })
    expect(asked).toEqual(['http://a/ tok-12345678', 'http://b/ null'])
  })

  test.each([
    ['a page that is no success', () => Response.json({}, { status: 401 }), 'page 1 answers 401'],
    ['a page that is no JSON', () => new Response('<html>'), 'page 1 is no JSON'],
    ['a page that leads back', () => Response.json({ items: [], next: '?size=2&q=x' }), 'page 1 leads back'],
    [
      'a page that leads to another server',
      () => Response.json({ items: [], next: 'http://b/' }),
      'page 1 leads to another server, http://b',
    ],
    [
      'a page that leads nowhere',
      () => Response.json({ items: [], next: 'http://' }),
      'a next one that is no address',
    ],
  ])('ends with %s', async (_what, answer, message) => {
    const error = await rejection(pages(answer, { next: (page) => page.next }))
    expect(error).toMatchObject({ code: 'pages', message: expect.stringContaining(message) })
  })
})

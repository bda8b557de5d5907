import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** The key that the stand-in knows. */
export const KEY = 'sk-0123456789abcdef/+%'

/** What was asked of it. */
export interface Asked {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
}

export interface StandIn {
  readonly origin: string
  readonly asked: readonly Asked[]
}

type Answer = (asked: Asked, response: ServerResponse, origin: string) => void

/** Stands in for Secoda's API on a free port until the test ends. */
export async function secoda(answer: Answer): Promise<StandIn> {
  const asked: Asked[] = []
  let origin = ''
  const server = createServer(({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, origin)
    const request = { path: pathname, query: searchParams, headers }
    asked.push(request)
    answer(request, response, origin)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { origin, asked }
}

/** Answers as a paged list of tables does; 401 without the key. */
export function listTables(pages: number, resultsOf: (page: number) => readonly unknown[]): Answer {
  return ({ path, query, headers }, response, origin) => {
    if (headers.authorization !== `Bearer ${KEY}`) return json(response, { detail: 'Invalid token.' }, 401)
    const page = Number(query.get('page') ?? 1)
    const address = (number: number): string => {
      const url = new URL(path, origin)
      for (const [name, value] of query) url.searchParams.set(name, value)
      url.searchParams.set('page', String(number))
      return url.href
    }
    json(response, {
      links: { next: page < pages ? address(page + 1) : null, previous: page > 1 ? address(page - 1) : null },
      meta: {},
      total_pages: pages,
      results: resultsOf(page),
    })
  }
}

export const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

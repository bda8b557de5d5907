import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { guard, refuse } from './answers.ts'
import { isNavigation, isOwnHost, isOwnRequest } from './own-request.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What the page says of itself in its head, for the worker too, which has only this; and no other page may hold it in a frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Serves the built page. What there is to serve is settled at the start: an address is looked up among the files of the folder, and
 * never taken for a path.
 */
export function pageHandler(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = new Map<string, string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (statSync(join(folder, name)).isFile()) files.set(`/${name.split(sep).join('/')}`, join(folder, name))
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [pathname = ''] = (request.url ?? '').split(/[?#]/)
    const path = files.get(pathname)
    if (!isOwnHost(request)) refuse(response, 403)
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405)
    else if (!isOwnRequest(request) && !(path === index && isNavigation(request))) refuse(response, 403)
    else if (path === undefined) refuse(response, 404)
    else {
      const body = await readFile(path)
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
      response.end(request.method === 'HEAD' ? undefined : body)
    }
  }
  return (request, response) => {
    guard(response)
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('referrer-policy', 'no-referrer')
    answer(request, response).catch(() => refuse(response, 500))
  }
}

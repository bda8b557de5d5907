import type { ServerResponse } from 'node:http'

const TEXTS: Readonly<Record<number, string>> = {
  403: 'lineagraph answers only its own page, on this machine.',
  404: 'There is nothing of this name.',
  405: 'Only GET and HEAD are answered.',
  500: 'This is a fault of lineagraph itself.',
}

/** Refuses what is asked. */
export function refuse(response: ServerResponse, status: 403 | 404 | 405 | 500): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (status === 405) response.setHeader('allow', 'GET, HEAD')
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${TEXTS[status]}\n`)
}

/** Nothing is kept, guessed, or read by another page. */
export function guard(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
}

import type { HttpCall } from './call.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Where an answer sends the caller; undefined where it is no redirect. */
export function redirectTarget({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get('location')
  if (!REDIRECTS.has(status) || location === null || !URL.canParse(location, from.href)) return undefined
  return new URL(location, from)
}

/**
 * The call that follows a redirect, as httpx makes it: 303 and 302, and 301 of a POST, become a GET without a body. Another
 * origin gets neither authorization nor cookies, nor any other header that `isSecret`.
 */
export function redirectedCall(
  call: HttpCall,
  status: number,
  url: URL,
  isSecret: (text: string) => boolean,
): HttpCall {
  const target = new URL(url)
  target.username = target.password = target.hash = ''
  const becomesGet = status === 303 || status === 302 || (status === 301 && call.method === 'POST')
  const headers = new Headers(call.headers)
  if (becomesGet) for (const name of ['content-type', 'content-length']) headers.delete(name)
  if (target.origin !== call.url.origin)
    for (const [name, value] of [...headers])
      if (ALWAYS_SECRET.has(name) || isSecret(value)) headers.delete(name)
  return { ...call, url: target, headers, ...(becomesGet && { method: 'GET', body: undefined }) }
}

const ALWAYS_SECRET = new Set(['authorization', 'cookie', 'proxy-authorization', 'host'])

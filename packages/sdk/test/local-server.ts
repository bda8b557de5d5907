import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { fileURLToPath } from 'node:url'
import type { AddressInfo, Server } from 'node:net'
import { onTestFinished } from 'vitest'

/** Signed by itself, for localhost, until 2120: it secures nothing but the server of a test. */
export const CERTIFICATE = fileURLToPath(new URL('self-signed-certificate.pem', import.meta.url))
const KEY = fileURLToPath(new URL('self-signed-key.pem', import.meta.url))

// A proxy of the machine is not for a server on it.
for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY']) delete process.env[name]

/** What a request looked like to the server. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface LocalServer {
  /** Without a slash at its end. */
  readonly origin: string
  readonly seen: readonly Seen[]
}

type Answer = (request: Seen, response: ServerResponse) => void

/** A server on a free port, until the test ends. */
export async function serve(answer: Answer, secure = false): Promise<LocalServer> {
  const seen: Seen[] = []
  const listener: RequestListener = (request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body })
      answer({ method, url, headers, body }, response)
    })
  }
  const server = secure
    ? createSecureServer({ key: readFileSync(KEY), cert: readFileSync(CERTIFICATE) }, listener)
    : createServer(listener)
  const port = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { origin: `${secure ? 'https' : 'http'}://localhost:${port}`, seen }
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, 'localhost', () => resolve((server.address() as AddressInfo).port)),
  )

export const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Connect, Plugin } from 'vite'
import { isOwnRequest } from './own-request.ts'
import { runFiles } from './run-files.ts'
import { watchFiles } from './watch-files.ts'

const EXAMPLE = fileURLToPath(new URL('../../../fixtures/cluvio/run', import.meta.url))

/** Serves the run to the page while vite serves the page: the one at `LINEAGRAPH_RUN`, or else the worked example. */
export function serveRun(path = process.env['LINEAGRAPH_RUN'] || EXAMPLE): Plugin {
  const middleware = runMiddleware(resolve(process.env['INIT_CWD'] ?? '.', path))
  return {
    name: 'lineagraph-serve-run',
    configureServer: ({ middlewares }) => void middlewares.use(middleware),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(middleware),
  }
}

/**
 * Answers `/run/index.json` with what the run consists of, `/run/files/NAME` with a file's bytes, and `/run/changes` with an event for
 * every change. A name is looked up in the listing and never taken for a path.
 */
export const runMiddleware =
  (path: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    const [pathname = ''] = (request.url ?? '').split(/[?#]/)
    if (!pathname.startsWith('/run/')) {
      next()
      return
    }
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    answer(path, pathname.slice('/run/'.length), request, response).catch(() => refuse(response, 500))
  }

async function answer(
  path: string,
  asked: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnRequest(request)) refuse(response, 403)
  else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405)
  else if (asked === 'index.json') await answerListing(path, response)
  else if (asked === 'changes') answerChanges(path, request, response)
  else if (asked.startsWith('files/')) await answerFile(path, decoded(asked.slice('files/'.length)), response)
  else refuse(response, 404)
}

async function answerListing(path: string, response: ServerResponse): Promise<void> {
  const files = (await runFiles(path)).map(({ name, size }) => ({ name, size }))
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ name: nameOf(path), files }))
}

async function answerFile(path: string, name: string, response: ServerResponse): Promise<void> {
  const file = (await runFiles(path)).find((one) => one.name === name)
  if (!file) {
    refuse(response, 404)
    return
  }
  response.setHeader('content-type', 'application/octet-stream')
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response)
}

function answerChanges(path: string, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(':\n\n') // the page learns that somebody is there
  const stop = watchFiles(path, () => response.write('event: change\ndata:\n\n'))
  request.on('close', stop)
}

/** The last two parts of the path: many runs lie in a folder called `run` or `out`. */
const nameOf = (path: string): string => `${basename(dirname(path))}/${basename(path)}`

/** What cannot be decoded is the name of no file. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.statusCode = status
  response.end()
}

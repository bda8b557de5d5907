import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ConfigError, peek, type Source } from '@lineagraph/core'
import { PathError, type PlannedCheck } from '@lineagraph/core/node'
import type { RunFault, RunListing } from '../src/source/run-listing.ts'
import { guard, refuse } from './answers.ts'
import { isOwnHost, isOwnRequest } from './own-request.ts'

/** What the page needs to check a run. */
type Planned = Pick<PlannedCheck, 'files' | 'plan'>

/** The run that is served. */
export interface ViewedRun {
  /** What to call it. */
  readonly name: string
  /** Its files and how it is checked, as they are by now. May throw PathError and ConfigError, which the page shows. */
  plan(): Planned
  /** What it is compared with. */
  readonly base?: Omit<ViewedRun, 'base'>
}

/** Serves a run to the page. */
export interface RunHandler {
  /** Answers what is asked below `/run/`. @returns false for all else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
  /** Tells the pages that the run is another one now. */
  changed(): void
  /** Lets go of the pages that wait for a change. */
  close(): void
}

/**
 * Answers `/run/index.json` with a RunListing or a RunFault, `/run/files/NAME` with the bytes of a file of the last listing,
 * `/run/base/NAME` with those of a file of the run that it is compared with, and
 * `/run/changes` with an event `version` for the state that is, and for every new one. A name is looked up, and never taken for a path.
 */
export function runHandler(run: ViewedRun): RunHandler {
  let version: string = randomUUID()
  let sources: ReadonlyMap<string, Source> = new Map()
  let baseSources: ReadonlyMap<string, Source> = new Map()
  const waiting = new Set<ServerResponse>()
  const tell = (response: ServerResponse): boolean => response.write(`event: version\ndata: ${version}\n\n`)

  const answerListing = (response: ServerResponse): void => {
    const planned = plannedOrFault(run)
    const before = run.base && plannedOrFault(run.base)
    sources = sourcesByName(planned)
    baseSources = sourcesByName(before)
    const fault = 'plan' in planned && before && !('plan' in before) ? before : planned
    const base = before && 'plan' in before && { base: { name: run.base?.name ?? '', ...listed(before) } }
    const listing = { name: run.name, version, ...('plan' in fault ? { ...listed(fault), ...base } : fault) }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(listing satisfies RunListing | RunFault))
  }
  const answerChanges = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    tell(response)
    waiting.add(response)
    response.on('close', () => waiting.delete(response))
  }
  const answer = async (asked: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnHost(request) || !isOwnRequest(request)) refuse(response, 403)
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405)
    else if (asked === 'index.json') answerListing(response)
    else if (asked === 'changes') answerChanges(request, response)
    else if (asked.startsWith('files/'))
      await answerFile(sources.get(decoded(asked.slice('files/'.length))), request, response)
    else if (asked.startsWith('base/'))
      await answerFile(baseSources.get(decoded(asked.slice('base/'.length))), request, response)
    else refuse(response, 404)
  }
  return {
    handle(request, response) {
      const [pathname = ''] = (request.url ?? '').split(/[?#]/)
      if (!pathname.startsWith('/run/')) return false
      guard(response)
      answer(pathname.slice('/run/'.length), request, response).catch(() => refuse(response, 500))
      return true
    },
    changed() {
      version = randomUUID()
      for (const response of waiting) tell(response)
    },
    close() {
      for (const response of waiting) response.end()
    },
  }
}

const listed = ({ files, plan }: Planned): Pick<RunListing, 'files' | 'plan'> => ({
  files: files.map(({ role, source: { name, printed = false } }) => ({ name, role, printed })),
  plan,
})

const sourcesByName = (planned: ReturnType<typeof plannedOrFault> | undefined): ReadonlyMap<string, Source> =>
  new Map(planned && 'plan' in planned ? planned.files.map(({ source }) => [source.name, source]) : [])

/** What there is to check; or what is wrong with it, where its user can mend that. */
function plannedOrFault(run: Pick<ViewedRun, 'plan'>): Planned | Pick<RunFault, 'what' | 'help'> {
  try {
    return run.plan()
  } catch (error) {
    if (error instanceof PathError) return { what: error.what, help: error.help }
    if (!(error instanceof ConfigError)) throw error
    return {
      what: error.where === undefined ? error.what : `${error.where}: ${error.what}`,
      help: error.help,
    }
  }
}

async function answerFile(
  file: Source | undefined,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (file && method === 'HEAD') {
    response.end()
    return
  }
  const bytes = file && (await peek(file.chunks(), 1).catch(() => undefined))
  if (!bytes) {
    refuse(response, 404) // none of the listing, or gone since
    return
  }
  response.setHeader('content-type', 'application/octet-stream')
  // Where the file goes half way, or the page does, the connection breaks: the page must not take a part for the whole.
  await pipeline(Readable.from(bytes.whole), response).catch(() => response.destroy())
}

/** What cannot be decoded is the name of no file. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

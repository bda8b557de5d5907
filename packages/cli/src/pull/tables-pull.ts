import { createHash } from 'node:crypto'
import { visible } from '@lineagraph/core'
import { HttpError, MemoryCollector, SecodaIntegration, type Transport } from '@lineagraph/sdk'
import { explainAnswer } from './explain-answer.ts'
import type { Counts, PartFile } from './part-file.ts'
import { PullError } from './pull-error.ts'
import { detailIn, readPage, type Page } from './read-page.ts'
import { tableLine } from './table-line.ts'

/** Who hears how a pull goes. */
export interface PullHooks {
  /** @param count of all tables, where Secoda tells. */
  onPage(counts: Counts, count: number | undefined): void
  /** What somebody who waits should know. */
  tell(text: string): void
}

/** How a pull is made, beside its request. */
export interface PullOptions {
  readonly key: string
  readonly api: URL
  readonly part: PartFile
  readonly hooks: PullHooks
  /** How long Secoda may be silent, in milliseconds. */
  readonly timeout?: number
  readonly transport?: Transport
}

/** How often a page is asked for again that is answered with 429 or 503: some 90 s, where Secoda does not say how long. */
const RETRIES = 8
/** The longest page that is read: bytes. */
const LONGEST = 1 << 26
/** Of the body of an error. */
const LONGEST_ERROR = 1 << 16

/** Reads the tables of a workspace, page by page, into a part file. It is an integration, so that its calls are made as those of any other. */
export class TablesPull extends SecodaIntegration<{ readonly key: string }> {
  readonly #options: PullOptions

  constructor(options: PullOptions) {
    const { key, api, timeout, transport, hooks } = options
    super({
      credentials: { key },
      endpoints: [api.origin],
      collector: new MemoryCollector(), // it declares nothing
      retries: { times: RETRIES, tell: hooks.tell },
      timeout,
      transport,
    })
    this.#options = options
  }

  /** Pulls what is not there yet. Rejects with PullError, in which no key stands; what was pulled until then is in the part. */
  async pull(): Promise<void> {
    try {
      await this.start()
    } catch (error) {
      throw this.#withHelp(error)
    }
  }

  override async extract(): Promise<void> {
    const { part, hooks } = this.#options
    const addresses = new Set<string>()
    const contents = new Set<string>()
    for (let next = part.next; next !== null;) {
      const name = `page ${part.counts.pages + 1}`
      addresses.add(next)
      const { results, next: following, count } = await this.#page(name, next)
      const content = createHash('sha256').update(JSON.stringify(results)).digest('base64')
      if (results.length > 0 && contents.has(content))
        throw inCircle(name, 'holds the same as an earlier one')
      contents.add(content)
      const address = following === null ? null : this.#address(name, following, next)
      if (address !== null && addresses.has(address)) throw inCircle(name, 'leads back to an earlier one')
      this.#addPage(results, address)
      hooks.onPage(part.counts, count)
      next = address
    }
  }

  #addPage(results: readonly unknown[], next: string | null): void {
    const { part } = this.#options
    const lines: string[] = []
    let [repeats, nameless, partial] = [0, 0, 0]
    for (const result of results) {
      const { line, isPartial } = tableLine(result)
      if (line === undefined) nameless++
      else if (part.isRepeat(line)) repeats++
      else {
        lines.push(line)
        if (isPartial) partial++
      }
    }
    part.addPage(lines, next, { repeats, nameless, partial })
  }

  async #page(name: string, url: string): Promise<Page> {
    const { api } = this.#options
    const page = `${name} of ${api.origin}${new URL(url).pathname}`
    const response = await this.httpGet(url, {
      headers: { authorization: `Bearer ${this.credentials.key}`, accept: 'application/json' },
      followRedirects: false,
    })
    const { status, headers } = response
    const text = await textOf(response, response.ok ? LONGEST : LONGEST_ERROR)
    if (text === undefined && response.ok)
      throw new PullError(
        `${page} is longer than ${LONGEST / (1 << 20)} MB`,
        'narrow it down with --database or --schema',
      )
    const isHtml = /\bhtml\b/i.test(headers.get('content-type') ?? '') || /^\s*</.test(text ?? '')
    if (!response.ok || isHtml) {
      const location = headers.get('location')
      const sentTo = status >= 300 && status < 400 && location !== null && URL.canParse(location, url)
      throw explainAnswer(
        page,
        {
          status,
          isHtml,
          detail: detailIn(text ?? ''),
          sentTo: sentTo ? new URL(location, url).host : undefined,
          retryAfter: headers.get('retry-after'),
        },
        api,
      )
    }
    const read = readPage(text ?? '')
    if ('fault' in read)
      throw new PullError(
        `${page} ${read.fault}`,
        'see whether --url is the address of the API; tell Secoda if it is',
      )
    return read
  }

  /** Where the next page is: at the same place, since it gets the key too. */
  #address(name: string, following: string, from: string): string {
    if (!URL.canParse(following, from))
      throw new PullError(`${name} names a next one that is no address`, 'tell Secoda')
    const { origin, href } = new URL(following, from)
    if (origin !== this.#options.api.origin)
      throw new PullError(
        `${name} leads to another server, ${visible(origin)}, which would get the key`,
        `give the address by which the API calls itself, with --url, if that server is yours`,
      )
    return href
  }

  #withHelp(error: unknown): unknown {
    const isOurs = error instanceof PullError
    if (!isOurs && !(error instanceof HttpError)) return error
    const { pages } = this.#options.part.counts
    const help =
      error.code === 'certificate'
        ? 'if it is the right server, NODE_EXTRA_CA_CERTS=FILE names the certificates (PEM) to trust beside the usual ones'
        : error.help
    const goesOn =
      pages > 0
        ? `; then the same command goes on behind page ${pages}, and with --restart from the first`
        : ''
    return new PullError(error.what, help + goesOn)
  }
}

const inCircle = (name: string, what: string): PullError =>
  new PullError(`${name} ${what}: the pages run in a circle`, 'tell Secoda')

/** The body as text; undefined where it is longer than `longest` bytes, which are not held. */
async function textOf({ body }: Response, longest: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.length
    if (length > longest) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

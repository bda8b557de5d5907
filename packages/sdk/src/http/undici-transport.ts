import { readFileSync } from 'node:fs'
import type * as Undici from 'undici'
import type { HttpCall } from './call.ts'
import { explainFailure } from './explain-failure.ts'
import type { Fail } from './http-error.ts'
import { proxyClient } from './proxy-client.ts'
import type { Transport } from './transport.ts'

/** As in the Python SDK: for the connection, for the answer to begin, and for each next part of it. In milliseconds. */
export const TIMEOUT = 120_000

/** Sends calls with undici. The environment's proxy (HTTPS_PROXY and its kin) is used, as httpx uses it. */
export class UndiciTransport implements Transport {
  readonly #agents = new Map<boolean | string, Undici.Dispatcher>()

  constructor(private readonly timeout: number = TIMEOUT) {}

  async request(call: HttpCall, fail: Fail): Promise<Response> {
    const explain = (error: unknown) => explainFailure(error, call.url, this.timeout, fail)
    const undici = await import('undici') // a run in a test mostly needs none
    const dispatcher = this.#agentFor(call.verify, undici, fail)
    const { method, headers, body = null } = call
    const answer = await undici
      .fetch(call.url, {
        method,
        headers: [...headers],
        body,
        redirect: 'manual',
        dispatcher,
      })
      .catch((error: unknown) => {
        throw explain(error)
      })
    const reader = answer.body?.getReader()
    return new Response(reader ? bodyOf(reader, explain) : null, {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
    })
  }

  async finalize(): Promise<void> {
    const agents = [...this.#agents.values()]
    this.#agents.clear()
    await Promise.all(agents.map((agent) => agent.destroy()))
  }

  #agentFor(verify: boolean | string, undici: typeof Undici, fail: Fail): Undici.Dispatcher {
    const known = this.#agents.get(verify)
    if (known) return known
    const tls = {
      rejectUnauthorized: verify !== false,
      ...(typeof verify === 'string' && { ca: trusted(verify, fail) }),
    }
    const options = {
      connect: { ...tls, timeout: this.timeout },
      headersTimeout: this.timeout,
      bodyTimeout: this.timeout,
    }
    const agent = hasProxy()
      ? throughProxy({ ...options, requestTls: tls }, undici, fail)
      : new undici.Agent(options)
    this.#agents.set(verify, agent)
    return agent
  }
}

const PROXIES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY']
const hasProxy = (): boolean => PROXIES.some((name) => process.env[name])

function throughProxy(
  options: Undici.EnvHttpProxyAgent.Options,
  undici: typeof Undici,
  fail: Fail,
): Undici.Dispatcher {
  try {
    return new undici.EnvHttpProxyAgent({
      ...options,
      clientFactory: (proxy, client) => proxyClient(proxy, client, undici),
    })
  } catch {
    throw fail(
      'wrong-call',
      'the proxy that the environment names has no address that can be used',
      'write HTTPS_PROXY=http://host:port, HTTP_PROXY alike',
    )
  }
}

function trusted(file: string, fail: Fail): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw fail(
      'wrong-call',
      `verify names '${file}', which cannot be read`,
      'give the path of a file with certificates (PEM)',
    )
  }
}

/** The body, whose reading fails in the same words as the call. */
function bodyOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  explain: (error: unknown) => Error,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(explain(error))
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

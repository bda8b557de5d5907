import type * as Undici from 'undici'

/** The environment's proxy gave no way through: it could not be reached, or it refused. Nothing of its user and password is in it. */
export class ProxyFailure extends Error {
  constructor(
    /** With its port. */
    readonly host: string,
    /** Its answer; undefined where there was none. */
    readonly status: number | undefined,
    cause?: unknown,
  ) {
    super('the proxy gave no way through', { cause })
  }
}

/** The connections to a proxy, whose failures are its own and not those of the server behind it. */
export function proxyClient(proxy: URL, options: object, { Pool }: typeof Undici): Undici.Dispatcher {
  const pool = new Pool(proxy.origin, options)
  const connect = pool.connect.bind(pool)
  const failure = (status?: number, cause?: unknown) => new ProxyFailure(proxy.host, status, cause)
  return Object.assign(pool, {
    async connect(request: Undici.Dispatcher.ConnectOptions) {
      const answer = await connect(request).catch((error: unknown) => {
        throw failure(undefined, error)
      })
      if (answer.statusCode === 200) return answer
      answer.socket.on('error', () => {}).destroy()
      throw failure(answer.statusCode)
    },
  })
}

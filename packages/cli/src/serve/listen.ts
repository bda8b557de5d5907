import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../input/usage-error.ts'

/** Tried first: where the address is that of last time, a tab that is still open finds what is shown there now. */
const USUAL_PORT = 4173
/** Nobody on another machine gets here. */
const HOST = '127.0.0.1'

/** A server that listens. */
export interface Listening {
  /** With a slash at the end. */
  readonly address: string
  /** Ends it at once, and all connections with it. */
  close(): Promise<void>
}

/**
 * Serves on this machine alone.
 * @param port the usual one or any that is free, where none is given. Throws UsageError where it cannot be had.
 */
export async function listen(handle: RequestListener, port: number | undefined): Promise<Listening> {
  const server = createServer(handle)
  const tryPort = (tried: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(tried, HOST, () => {
        server.off('error', reject)
        resolve()
      })
    })
  if (port === undefined) await tryPort(USUAL_PORT).catch(() => tryPort(0))
  else
    await tryPort(port).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        error.code === 'EADDRINUSE'
          ? `port ${port} is in use`
          : `port ${port} cannot be listened on (${error.code})`,
        'give another one with --port, or none: then one that is free is taken',
      )
    })
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

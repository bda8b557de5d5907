import type { IncomingMessage } from 'node:http'

/** Names by which a browser reaches this machine, and no other can be meant. */
const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a request comes from a page of this server: a name that somebody else points at this machine (DNS rebinding) is not ours,
 * nor is the page of another origin.
 */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  if (!OWN_NAMES.has(hostname(host))) return false
  const { origin } = headers
  if (origin !== undefined && origin !== `http://${host}`) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** The host without its port. */
const hostname = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

import type { IncomingMessage } from 'node:http'

/** Names by which a browser reaches this machine, and no other can be meant. */
const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a request is addressed to this machine: a name that somebody else points at it (DNS rebinding) is not ours. */
export const isOwnHost = ({ headers }: IncomingMessage): boolean =>
  OWN_NAMES.has(hostname(headers.host ?? ''))

/** Whether a request comes from a page of this server, or from no page at all; not from that of another origin. */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  const { host, origin } = headers
  if (origin !== undefined && origin !== `http://${host}`) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Whether somebody follows a link to here, from wherever: the page opens as one of its own, and who linked to it sees nothing of it. */
export const isNavigation = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'

/** The host without its port. */
const hostname = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

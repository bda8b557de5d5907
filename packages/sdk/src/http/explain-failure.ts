import type { Fail, HttpError } from './http-error.ts'
import { ProxyFailure } from './proxy-client.ts'

const TIMEOUTS = /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/
const BROKEN_OFF =
  /^(UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ECONNRESET|EPIPE|HPE_.*|Z_BUF_ERROR)$/
const SELF_SIGNED = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/
const CERTIFICATE =
  /^(UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_.*|CERT_.*|CRL_.*|ERR_TLS_CERT_.*|HOSTNAME_MISMATCH|INVALID_CA)$/
const NO_TLS = /^(EPROTO|ERR_SSL_.*)$/
const VERIFY =
  'if it is the right server, give verify the path of a file with the certificate to trust, or verify: false to trust anyone'

/** What kept a request from its answer, in the words of whoever made it. Node's own texts stay out: they can hold anything. */
export function explainFailure(error: unknown, url: URL, timeout: number, fail: Fail): HttpError {
  const proxy = [...causesOf(error)].find((cause) => cause instanceof ProxyFailure)
  if (proxy) return explainProxy(proxy, url, fail)
  const code = codeOf(error)
  const { host } = url
  if (TIMEOUTS.test(code))
    return fail(
      'timeout',
      `${host} sent nothing for ${timeout / 1000} s`,
      'see whether the server is slow or out of reach, or ask it for less at once',
    )
  if (code === 'ECONNREFUSED')
    return fail('refused', `${host} refused the connection`, 'see whether the server runs, and on this port')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return fail(
      'unknown-host',
      `no address is known for ${host}`,
      'see whether the host is spelled right, and DNS reachable',
    )
  if (SELF_SIGNED.test(code)) return fail('certificate', `the certificate of ${host} is self-signed`, VERIFY)
  if (CERTIFICATE.test(code))
    return fail('certificate', `the certificate of ${host} is not trusted (${code})`, VERIFY)
  if (NO_TLS.test(code))
    return fail(
      'certificate',
      `${host} does not speak TLS as it should (${code})`,
      'see whether the address means http: or another port',
    )
  if (BROKEN_OFF.test(code))
    return fail(
      'broken-off',
      `${host} broke off before its answer was whole`,
      'run it again; if it stays so, ask those who run the server',
    )
  return fail(
    'network',
    `it did not get through to ${host} (${code})`,
    'see whether the network and its proxy work',
  )
}

/** The proxy of the environment is meant, and not the server behind it, of which nothing is known. */
function explainProxy(failure: ProxyFailure, { host }: URL, fail: Fail): HttpError {
  const proxy = `the proxy ${failure.host}, which HTTPS_PROXY or HTTP_PROXY names,`
  const around = `see whether the proxy runs and is the right one; NO_PROXY=${host.replace(/:\d+$/, '')} goes without it`
  if (failure.status === 407)
    return fail(
      'proxy',
      `${proxy} wants another user and password (407)`,
      'write them into its address: http://user:password@host:port',
    )
  if (failure.status !== undefined)
    return fail('proxy', `${proxy} answers ${failure.status} to the way to ${host}`, around)
  const code = codeOf(failure.cause)
  const why =
    code === 'ECONNREFUSED'
      ? 'refused the connection'
      : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
        ? 'has no address that is known'
        : `cannot be reached (${code})`
  return fail('proxy', `${proxy} ${why}`, around)
}

/** The system's name for an error: undici wraps it into a `TypeError: fetch failed`. */
function codeOf(error: unknown): string {
  for (const cause of causesOf(error)) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
    if (cause.message === 'bad port') return 'a port that is never called'
  }
  return 'unknown'
}

/** An error and its causes, so deep as undici wraps them. */
function* causesOf(error: unknown): Generator<Error> {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    yield at
}

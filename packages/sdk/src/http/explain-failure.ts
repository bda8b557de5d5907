import type { Fail, HttpError } from './http-error.ts'

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

/** The system's name for an error: undici wraps it into a `TypeError: fetch failed`. */
function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (at.message === 'bad port') return 'a port that is never called'
  }
  return 'unknown'
}

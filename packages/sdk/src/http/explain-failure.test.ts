import { expect, test } from 'vitest'
import { explainFailure } from './explain-failure.ts'
import { HttpError } from './http-error.ts'

/** As undici gives it: the system's error is the cause. */
const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('http://ann:hunter22@host'), { code }) })

test.each([
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['ECONNREFUSED', 'refused'],
  ['ENOTFOUND', 'unknown-host'],
  ['EAI_AGAIN', 'unknown-host'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
  ['ECONNRESET', 'broken-off'],
  ['UND_ERR_SOCKET', 'broken-off'],
  ['EHOSTUNREACH', 'network'],
])('explainFailure(%s) is %s, names the host, and repeats nothing of what Node said', (code, expected) => {
  const fail = (...parts: ConstructorParameters<typeof HttpError>) => new HttpError(...parts)
  const error = explainFailure(failed(code), new URL('https://host:81/path'), 120_000, fail)
  expect(error.code).toBe(expected)
  expect(error.message).toContain('host:81')
  expect(error.message).not.toContain('hunter22')
})

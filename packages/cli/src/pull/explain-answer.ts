import { quote } from '@lineagraph/core'
import { PullError } from './pull-error.ts'
import { isSecodas, likelyAddress } from './secoda-address.ts'

/** An answer that is no page of tables. */
export interface Answer {
  readonly status: number
  /** What its body says is wrong. */
  readonly detail: string | undefined
  readonly isHtml: boolean
  /** The host that it sends on to, where it is a redirect. */
  readonly sentTo: string | undefined
  readonly retryAfter: string | null
}

const KEY = 'see whether SECODA_API_KEY is a key of this workspace, and still stands'
const REGION = ', and whether the region is right: --region us, eu or apac'

/** The error for an answer: `page` says which, and `api` is the address that was given or meant. */
export function explainAnswer(page: string, answer: Answer, api: URL): PullError {
  const { status, detail, isHtml, sentTo, retryAfter } = answer
  const said = detail === undefined ? '' : `: ${quote(detail)}`
  const likely = likelyAddress(api)
  const fail = (what: string, help: string) => new PullError(`${page} ${what}${said}`, help)

  if (status === 401)
    return fail('answers 401: Secoda does not know the key', isSecodas(api) ? KEY + REGION : KEY)
  if (status === 403)
    return fail(
      'answers 403: the key may not list tables',
      'give a key of somebody who may read the workspace',
    )
  if (sentTo !== undefined)
    return fail(
      `answers ${status} and sends on to ${sentTo}, which is not followed: the key is for this address alone`,
      likely === undefined
        ? 'give that address, if it is right'
        : `give the API's own address: --url ${likely}`,
    )
  if (likely !== undefined && (isHtml || status === 404))
    return fail(
      isHtml ? `answers ${status} with a web page, not with the API` : `answers 404: nothing is there`,
      `the API of a workspace that hosts itself lies below /api/v1: try --url ${likely}`,
    )
  if (status === 404)
    return fail('answers 404: nothing is there', 'see whether --url, --region and --integration are right')
  if (status === 429 || status === 503)
    return fail(
      `answers ${status}, however often it is asked${retryAfter === null ? '' : `, and wants ${quote(retryAfter)} (seconds or a date) to pass`}`,
      'let some time pass',
    )
  if (status >= 500)
    return fail(`answers ${status}: a fault of Secoda's`, 'let some time pass; tell Secoda if it stays so')
  if (isHtml)
    return fail(
      `answers ${status} with a web page, not with the API`,
      'see whether a proxy or a sign-in page stands before it',
    )
  return fail(`answers ${status}`, 'see whether the filters are right')
}

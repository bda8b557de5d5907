import { nearestName, quote } from '@lineagraph/core'
import type { HttpBodyOptions, HttpCall, HttpMethod, HttpOptions, Value, Values } from './call.ts'
import type { Fail } from './http-error.ts'

const OPTIONS = [
  'params',
  'headers',
  'auth',
  'followRedirects',
  'verify',
] as const satisfies (keyof HttpOptions)[]
const BODY_OPTIONS = ['data', 'json'] as const satisfies (keyof HttpBodyOptions)[]

/** An address as a URL. Throws the error that `fail` makes, which does not repeat the address: it may hold a password. */
export function parseUrl(address: string | URL, fail: Fail): URL {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  const what = url === undefined ? 'its address is no URL' : `its address begins with '${url.protocol}'`
  throw fail('wrong-call', what, 'give the whole address, from https:// on')
}

/** The request that options ask for: with the parameters in its address, the form or the JSON in its body, and its headers. */
export function prepareCall(method: HttpMethod, url: URL, options: HttpBodyOptions, fail: Fail): HttpCall {
  checkOptions(method, options, fail)
  const headers = headersOf(options.headers ?? {}, fail)
  const auth = options.auth ?? authOf(url)
  if (auth) headers.set('authorization', `Basic ${Buffer.from(auth.join(':')).toString('base64')}`)
  const address = new URL(url)
  address.username = address.password = address.hash = ''
  for (const [name, value] of pairsOf(options.params ?? {})) address.searchParams.append(name, value)
  return { method, url: address, headers, body: bodyOf(options, headers), verify: options.verify ?? true }
}

function checkOptions(method: HttpMethod, options: HttpBodyOptions, fail: Fail): void {
  const known = method === 'GET' ? OPTIONS : [...OPTIONS, ...BODY_OPTIONS]
  for (const name of Object.keys(options)) {
    if ((known as readonly string[]).includes(name)) continue
    const near = nearestName(name, known)
    throw fail(
      'wrong-call',
      `there is no option ${quote(name)}`,
      near ? `did you mean '${near}'?` : `the options are ${known.join(', ')}`,
    )
  }
  if (options.data !== undefined && options.json !== undefined)
    throw fail('wrong-call', 'it has both data and json', 'a body is a form or JSON: drop one')
  const { auth } = options
  if (
    auth !== undefined &&
    !(Array.isArray(auth) && auth.length === 2 && auth.every((part) => typeof part === 'string'))
  )
    throw fail('wrong-call', 'its auth is not a user and a password', "write auth: ['user', 'password']")
}

function headersOf(given: Readonly<Record<string, string>> | Headers, fail: Fail): Headers {
  const headers = new Headers({ 'user-agent': 'lineagraph-sdk' })
  for (const [name, value] of given instanceof Headers ? given : Object.entries<unknown>(given)) {
    if (value == null)
      throw fail(
        'wrong-call',
        `its header ${quote(name)} has no value`,
        'see where it should come from: perhaps an earlier answer had none',
      )
    try {
      headers.set(name, String(value))
    } catch {
      throw fail(
        'wrong-call',
        `its header ${quote(name)} cannot be sent`,
        'a header is one line of text; look for a line break at its end',
      )
    }
  }
  return headers
}

/** User and password that stand in the address itself. */
const authOf = ({ username, password }: URL): readonly [string, string] | undefined =>
  username || password ? [decoded(username), decoded(password)] : undefined

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function bodyOf({ data, json }: HttpBodyOptions, headers: Headers): string | undefined {
  const [body, type] =
    data !== undefined
      ? [new URLSearchParams([...pairsOf(data)]).toString(), 'application/x-www-form-urlencoded']
      : [json === undefined ? undefined : JSON.stringify(json), 'application/json']
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', type)
  return body
}

function* pairsOf(values: Values): Iterable<[string, string]> {
  if (values instanceof URLSearchParams) return yield* values
  for (const [name, value] of Object.entries(values))
    for (const each of isList(value) ? value : [value])
      if (each !== undefined) yield [name, String(each ?? '')]
}

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value)

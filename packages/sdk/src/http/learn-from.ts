import type { Secrets } from '../secrets/secrets.ts'

const SAYS_SECRET = /auth|token|key|secret|cookie|password|session/i

/** Takes what a call is authorized with for secret from now on: a token that a sign-in gave is in no credentials. */
export function learnFrom(headers: Headers, auth: readonly string[] | undefined, secrets: Secrets): void {
  for (const each of auth ?? []) secrets.learn(each)
  for (const [name, value] of headers) {
    if (!SAYS_SECRET.test(name)) continue
    secrets.learn(value)
    secrets.learn(value.replace(/^\S+\s+/, '')) // without `Bearer`
  }
}

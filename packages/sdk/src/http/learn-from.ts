import type { Secrets } from '../secrets/secrets.ts'

const SAYS_SECRET = /auth|token|key|secret|cookie|password|session/i
const BASIC = /^Basic /i

/** Takes what a call is authorized with for secret from now on: a token that a sign-in gave is in no credentials. */
export function learnFrom(headers: Headers, secrets: Secrets): void {
  for (const [name, value] of headers) {
    if (!SAYS_SECRET.test(name)) continue
    secrets.learn(value)
    secrets.learn(value.replace(/^\S+\s+/, '')) // without `Bearer`
    if (BASIC.test(value))
      for (const part of Buffer.from(value.replace(BASIC, ''), 'base64').toString().split(':'))
        secrets.learn(part)
  }
}

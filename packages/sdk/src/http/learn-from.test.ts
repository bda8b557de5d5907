import { expect, test } from 'vitest'
import { Secrets } from '../secrets/secrets.ts'
import { learnFrom } from './learn-from.ts'

test('learnFrom(headers) takes tokens, with and without their scheme, and what basic authentication is made of', () => {
  const secrets = new Secrets({})
  learnFrom(
    new Headers({ authorization: `Basic ${Buffer.from('ann-the-user:hunter22').toString('base64')}` }),
    secrets,
  )
  learnFrom(new Headers({ 'x-api-key': 'key-12345678', accept: 'application/json' }), secrets)
  learnFrom(new Headers({ authorization: 'Bearer tok-12345678' }), secrets)
  const text = 'ann-the-user hunter22 key-12345678 application/json tok-12345678'
  expect(secrets.hide(text)).toBe('*** *** *** application/json ***')
})

import { expect, expectTypeOf, test } from 'vitest'
import { CredentialsError, checkCredentials, fromEnv } from './credentials.ts'

test('fromEnv(variables) reads each from the environment', () => {
  const credentials = fromEnv({ email: 'EMAIL', password: 'PW' }, { EMAIL: 'ann', PW: 'x', OTHER: 'y' })
  expect(credentials).toEqual({ email: 'ann', password: 'x' })
  expectTypeOf(credentials).toEqualTypeOf<Record<'email' | 'password', string>>()
})

test('fromEnv(variables) names every variable that is missing or empty, at once', () => {
  const read = () => fromEnv({ email: 'EMAIL', password: 'PW', host: 'HOST' }, { HOST: 'h', PW: '' })
  expect(read).toThrow(CredentialsError)
  expect(read).toThrow(expect.objectContaining({ code: 'credentials', missing: ['EMAIL', 'PW'] }))
})

test('checkCredentials(credentials) names the keys without a value; an empty one is a value', () => {
  expect(() => checkCredentials({ email: undefined, password: null, host: '' })).toThrow(
    expect.objectContaining({ missing: ['email', 'password'] }),
  )
  expect(() => checkCredentials(undefined)).toThrow(CredentialsError)
  checkCredentials({})
})

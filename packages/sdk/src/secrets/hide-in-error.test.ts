import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { hideInError } from './hide-in-error.ts'
import { Secrets } from './secrets.ts'

const secrets = new Secrets({ password: 'hunter22' })

test('hideInError(error) is the same error, without the secret in its message, trace, fields and causes', () => {
  const cause = Object.assign(new Error('inner hunter22'), { request: { body: ['hunter22'] } })
  const error = Object.assign(new TypeError('outer hunter22', { cause }), {
    url: 'http://x/?p=hunter22',
    status: 401,
  })
  const hidden = hideInError(error, secrets)
  expect(hidden).toBe(error)
  expect(inspect(hidden, { depth: 9, showHidden: true })).not.toContain('hunter22')
  expect(error).toMatchObject({ message: 'outer ***', url: 'http://x/?p=***', status: 401 })
})

test('hideInError(error) looks into the errors of an AggregateError, and ends where causes run in a circle', () => {
  const error = new AggregateError([new Error('hunter22')], 'two')
  error.cause = error
  expect(inspect(hideInError(error, secrets), { depth: 9 })).not.toContain('hunter22')
})

test('hideInError(error) gives another error for one that cannot be written into', () => {
  const hidden = hideInError(Object.freeze(new Error('hunter22')), secrets)
  expect(hidden).toBeInstanceOf(Error)
  expect(inspect(hidden)).not.toContain('hunter22')
})

test('hideInError(thrown) takes what is no error, too', () => {
  expect(hideInError('it was hunter22', secrets)).toBe('it was ***')
  expect(hideInError({ password: 'hunter22' }, secrets)).toBe("{ password: '***' }")
  expect(hideInError(undefined, secrets)).toBe(undefined)
})

test('hideInError(error) leaves the credentials themselves as they are', () => {
  const credentials = { password: 'hunter22' }
  hideInError(Object.assign(new Error('no'), { credentials }), secrets)
  expect(credentials).toEqual({ password: 'hunter22' })
})

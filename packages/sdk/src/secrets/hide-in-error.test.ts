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

test.each([
  ['a list of errors that are none', { errors: [{ message: 'wrong: hunter22' }, 'hunter22'] }],
  ['a field, deeper than Node shows', { answer: { a: { b: { c: { d: ['hunter22'] } } } } }],
  ['a cause, deep in a map', { cause: { a: { b: { c: new Map([['k', { d: 'hunter22' }]]) } } } }],
])('hideInError(error) hides what stands in %s', (_where, fields) => {
  const hidden = hideInError(Object.assign(new Error('no'), fields), secrets)
  expect(inspect(hidden, { depth: 20, showHidden: true })).not.toContain('hunter22')
  expect(JSON.stringify(hidden)).not.toContain('hunter22')
})

test('hideInError(thrown) hides what stands deep in what is no error', () => {
  expect(hideInError({ a: { b: { c: { d: 'hunter22' } } } }, secrets)).toBe('{ a: { b: { c: [Object] } } }')
})

test('hideInError(error) is not stopped by a getter that throws', () => {
  const answer = {
    get body(): never {
      throw new Error('read twice')
    },
  }
  expect(hideInError(Object.assign(new Error('no'), { answer }), secrets)).toMatchObject({
    answer: '{ body: [Getter] }',
  })
})

test('hideInError(error) does not look through all of what is large, and shows of it what Node does', () => {
  const answer: Record<string, unknown> = {}
  let at = answer
  for (let depth = 0; depth < 100_000; depth += 1) at = at['next'] = {}
  at['password'] = 'hunter22'
  const hidden = hideInError(Object.assign(new Error('no'), { answer }), secrets)
  expect(hidden).toMatchObject({ answer: '{ next: { next: { next: [Object] } } }' })
})

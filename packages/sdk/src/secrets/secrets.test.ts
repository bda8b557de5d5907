import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Secrets } from './secrets.ts'

test('hide(text) puts *** where a credential stands, whatever it is called and however deep it lies', () => {
  const secrets = new Secrets({
    email: 'ann@example.com',
    keys: { first: 'k-12345', other: ['z-67890'] },
    port: 8443,
  })
  expect(secrets.hide('ann@example.com k-12345 z-67890 8443 bob')).toBe('*** *** *** *** bob')
})

test.each([
  ['an address', encodeURIComponent('p@ss wörd/&')],
  ['a form', 'p%40ss+w%C3%B6rd%2F%26'],
  ['JSON', JSON.stringify('p@ss wörd/&').slice(1, -1)],
  ['base64', Buffer.from('p@ss wörd/&').toString('base64').replace(/=+$/, '')],
])('hide(text) knows a credential as it is written in %s', (_where, written) => {
  expect(new Secrets({ password: 'p@ss wörd/&' }).hide(`<${written}>`)).toBe('<***>')
})

test('hide(text) hides a short value only where it stands alone', () => {
  expect(new Secrets({ pin: '12', region: 'us' }).hide('pin=12, 120 s, us, status')).toBe(
    'pin=***, 120 s, ***, status',
  )
})

test('hide(text) hides the longer of two values that begin alike', () => {
  expect(new Secrets({ user: 'shop', password: 'shop-secret' }).hide('shop shop-secret')).toBe('*** ***')
})

test('hide(text) hides the lines of a private key one by one', () => {
  expect(new Secrets({ key: 'BEGIN-KEY\nabcdefghij\nEND-OF-KEY' }).hide("'abcdefghij\\n' +")).toBe(
    "'***\\n' +",
  )
})

test('learn(value) adds a token that was met on the way, but no word that is too short to be one', () => {
  const secrets = new Secrets({})
  secrets.learn('tok-1234567')
  secrets.learn('v2')
  expect(secrets.hide('v2 tok-1234567')).toBe('v2 ***')
})

test('an empty value and a missing one hide nothing', () => {
  expect(new Secrets({ a: '', b: ' ', c: null, d: undefined, e: true }).hide('a true story')).toBe(
    'a true story',
  )
})

test('a circle in the credentials is no reason to hang', () => {
  const circle: Record<string, unknown> = { password: 'hunter22' }
  circle['self'] = circle
  expect(new Secrets(circle).hide('hunter22')).toBe('***')
})

test('no credential of four characters or more stands in what hide gives', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (password, before, after) => {
      fc.pre(password.trim().length > 3 && !'***'.includes(password))
      expect(
        new Secrets({ password })
          .hide(before + password + after)
          .split('***')
          .some((part) => part.includes(password)),
      ).toBe(false)
    }),
  )
})

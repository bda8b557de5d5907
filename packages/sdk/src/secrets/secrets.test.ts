import { inspect } from 'node:util'
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
  ['an address, in small letters', encodeURIComponent('p@ss wörd/&').toLowerCase()],
  ['JSON in ASCII, as Python writes it', 'p@ss w\\u00f6rd/&'],
  ['base64 of latin1', btoa('p@ss wörd/&')],
  ['base64 for an address', Buffer.from('p@ss wörd/&').toString('base64url')],
  ['base64 in an address', encodeURIComponent(btoa('??p@ss wörd/&'))],
])('hide(text) knows a credential as it is written in %s', (_where, written) => {
  expect(new Secrets({ password: 'p@ss wörd/&' }).hide(`<${written}>`)).toBe('<***>')
})

test.each([
  ['JSON', (text: string) => JSON.stringify(text).slice(1, -1)],
  ['JSON in JSON', (text: string) => JSON.stringify(JSON.stringify(text)).slice(3, -3)],
  ['JSON that Node shows', (text: string) => inspect(JSON.stringify({ text })).slice(10, -3)],
  ['what Node shows', (text: string) => inspect({ text }).slice("{ text: '".length, -"' }".length)],
  ['an address as other languages write it', () => 'it%27s%20%22%5C%0A%22'],
])('hide(text) knows quotes, backslashes and line ends in %s', (_where, write) => {
  const password = 'it\'s "\\\n"'
  expect(new Secrets({ password }).hide(`<${write(password)}>`)).toBe('<***>')
})

test('hide(text) hides a word of base64 with a credential in it, wherever it stands there', () => {
  const secrets = new Secrets({ password: 'hunter22' })
  for (const user of ['', 'a', 'ab', 'abc', 'ann@example.com'])
    for (const encoding of ['base64', 'base64url'] as const) {
      const word = Buffer.from(`${user}:hunter22:`).toString(encoding)
      expect(secrets.hide(`Authorization: Basic ${word}, and more`)).toBe(
        'Authorization: Basic ***, and more',
      )
    }
})

test('hide(text) leaves other words of base64 as they are', () => {
  const text = Buffer.from('nothing to be hidden here: hunter').toString('base64')
  expect(new Secrets({ password: 'hunter22' }).hide(text)).toBe(text)
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

test('hide(text) knows the credentials in a map, a set and bytes, and takes no single byte for one', () => {
  const secrets = new Secrets({
    keys: new Map([['first', 'k-12345']]),
    others: new Set(['z-67890']),
    pem: Buffer.from('hunter22'),
  })
  expect(secrets.hide('k-12345 z-67890 hunter22 104')).toBe('*** *** *** 104')
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

test('no credential of six characters or more is left in base64, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 6, unit: 'binary' }),
      fc.string(),
      fc.string(),
      (password, before, after) => {
        fc.pre(Buffer.from(password).toString() === password && password.trim() !== '')
        const word = Buffer.from(before + password + after).toString('base64')
        expect(new Secrets({ password }).hide(word)).toBe('***')
      },
    ),
  )
})

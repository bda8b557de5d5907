import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mustBeName } from './must-be-name.ts'

test.each(['demo', 'my-integration', 'a', '3d', 'shop_2', 'cluvio.eu', 'constructor', 'a'.repeat(214)])(
  'mustBeName(%j) takes it',
  (name) => {
    expect(() => mustBeName(name)).not.toThrow()
  },
)

const RULES = 'a name is small letters, digits, and - _ . within'
test.each([
  ['', 'it is empty', 'my-integration'],
  ['../up', RULES, 'new up;'],
  ['/etc', RULES, 'new etc;'],
  ['C:\\x', RULES, 'new c-x;'],
  ['My Shop', RULES, 'new my-shop;'],
  ['@acme/shop', RULES, 'new acme-shop;'],
  ['.git', RULES, 'new git;'],
  ['__proto__', RULES, 'new proto;'],
  ['a\nb', RULES, 'new a-b;'],
  ['$(rm)', RULES, 'new rm;'],
  ['..', RULES, 'my-integration'],
  ['\u202Eodem', RULES, 'new odem;'],
  ['shop.', 'it ends with a dot', 'new shop;'],
  ['a'.repeat(215), 'it is longer than 214 characters', `new ${'a'.repeat(214)};`],
  ['fs', 'it is taken, by Node', 'my-integration'],
  ['node_modules', 'it is taken, by npm', 'my-integration'],
  ['nul.txt', 'it is taken, by Windows', 'my-integration'],
  ['vitest', 'it is taken, by a package that it needs', 'my-integration'],
])('mustBeName(%j) refuses it, and names one that would do', (name, why, near) => {
  const refused = { code: 'usage', what: expect.stringContaining(why), help: expect.stringContaining(near) }
  expect(() => mustBeName(name)).toThrow(expect.objectContaining(refused))
})

test('mustBeName(name) takes nothing that is more than one plain folder name, and shows nothing raw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      try {
        mustBeName(name)
        expect(name).toMatch(/^[a-z0-9][a-z0-9._-]*$/)
      } catch (error) {
        expect(error).toMatchObject({ code: 'usage' })
        expect((error as Error).message).not.toMatch(/[\u0000-\u001f\u007f]/)
      }
    }),
  )
})

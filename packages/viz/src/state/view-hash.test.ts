import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyKey, anyView } from './any-view.ts'
import { keysToTexts, textsToKeys } from './key-text.ts'
import { hashToView, viewToHash } from './view-hash.ts'
import { FIRST_VIEW, isStep, type View } from './view.ts'

/** With what is a set in one order. */
const sorted = (view: View): View => ({
  ...view,
  opened: [...view.opened].sort(),
  closed: [...view.closed].sort(),
  hide: [...view.hide].sort(),
})

test('hashToView(viewToHash(view)) gives the view back, whatever its ids hold', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const { view: read, notice } = hashToView(`#${viewToHash(view)}`)
      expect(sorted(read)).toEqual(sorted(view))
      expect(notice).toBeNull()
    }),
  )
})

test('viewToHash(view) of the first view is no more than the version', () => {
  expect(viewToHash(FIRST_VIEW)).toBe('v=2')
})

test('viewToHash(view) leaves out what the keys of a set share', () => {
  const opened = ['id:SHOP.raw', 'id:SHOP.raw.orders', 'id:SHOP.raw.items', 'outside:[null,"x"]']
  expect(viewToHash({ ...FIRST_VIEW, opened })).toBe(
    'v=2&o=0SHOP.raw&o=8.items&o=9orders&o=0outside%3A%5Bnull%2C%22x%22%5D',
  )
})

test('a camera says where one looks, and what stands where: the links of before said no more than the first', () => {
  const camera = { x: 1.5, y: -2, k: 0.5, by: { key: 'id:a,b', x: 10, y: 20.25 } }
  expect(viewToHash({ ...FIRST_VIEW, camera })).toBe('v=2&at=1.5%2C-2%2C0.5%2C10%2C20.25%2Ca%2Cb')
  expect(hashToView('#v=2&at=1.5,-2,0.5,10,20.25,a,b').view.camera).toEqual(camera)
  expect(hashToView('#v=2&at=1.5,-2,0.5').view.camera).toEqual({ x: 1.5, y: -2, k: 0.5 })
})

const URN = 'urn:li:dataset:(urn:li:dataPlatform:snowflake,a.b c.d,PROD)'

test.each([
  ['raw', URN],
  ['as a browser writes it', URN.replace(' ', '%20')],
  ['percent-encoded', encodeURIComponent(URN)],
  ['as a form is encoded', new URLSearchParams({ x: URN }).toString().slice(2)],
  ['with what sort of name it is', `id:${URN}`],
])('hashToView(hash) takes an id with colons and brackets for an id, %s', (_, text) => {
  expect(hashToView(`#v=2&view=lineage&focus=${text}&thing=${text}`)).toEqual({
    view: { ...FIRST_VIEW, kind: 'lineage', focus: `id:${URN}`, selection: [`id:${URN}`] },
    notice: null,
  })
})

test('hashToView(hash) takes an id that only begins like another sort of name for an id', () => {
  for (const id of ['table:a.b', 'column:a.b', 'outside:x', 'range:a', 'stack:a'])
    expect(hashToView(`#v=2&focus=${id}`).view.focus).toBe(`id:${id}`)
  for (const key of ['table:[null,null,null,"a"]', 'outside:', 'stack:fan:id:a', 'range:0:id:a'])
    expect(hashToView(`#v=2&focus=${encodeURIComponent(key)}`).view.focus).toBe(key)
})

test('textsToKeys(keysToTexts(keys)) gives the same keys, sorted or not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyKey), (keys) => {
      expect(new Set(textsToKeys(keysToTexts(keys)))).toEqual(new Set(keys))
    }),
  )
})

test('hashToView(hash) takes what it does not understand as not said, and says what that was', () => {
  const wrong = {
    'v=2&level=-1': 'level',
    'v=2&level=1&level=2': 'level',
    'v=2&at=1,2,0': 'at',
    'v=2&at=,,': 'at',
    'v=2&at=1,2,1,4': 'at',
    'v=2&at=1,2,1,4,5': 'at',
    'v=2&at=1,2,1,4,,a': 'at',
    'v=2&theme=pink': 'theme',
    'v=2&o=9x': 'o',
    'v=2&o=': 'o',
    'v=2&more=["x","a"]': 'more',
    'v=2&more=["u"]': 'more',
    'v=2&more=["toString","a"]': 'more',
    'v=2&list=["a",-1,""]': 'list',
    'v=2&path=[1,2,3,4]': 'path',
    'v=2&path={': 'path',
    'v=2&edge=["a"]': 'edge',
    'v=2&up=1e9': 'up',
    'v=2&toString=1': 'toString',
  }
  for (const [hash, name] of Object.entries(wrong)) {
    const { view, notice } = hashToView(`#${hash}`)
    expect(view).toEqual(FIRST_VIEW)
    expect(notice).toBe(`A part of this link could not be understood, and is left out: ${name}.`)
  }
  expect(hashToView('#v=2&theme=dark&x=1')).toMatchObject({
    view: { theme: 'dark' },
    notice: expect.stringMatching(/left out: x\./),
  })
})

test('hashToView(hash) of another version is the first view, and says so; of nothing, it is the first view', () => {
  for (const hash of ['', '#']) expect(hashToView(hash)).toEqual({ view: FIRST_VIEW, notice: null })
  expect(hashToView('#v=1&thing=a').notice).toMatch(/another version/)
  expect(hashToView('#%').notice).toMatch(/nothing that lineagraph understands/)
  expect(hashToView('#v=1&thing=a').view).toEqual(FIRST_VIEW)
})

test('isStep(before, after) is false where only the camera or the light changes', () => {
  const moved: View = { ...FIRST_VIEW, camera: { x: 1, y: 2, k: 3 }, theme: 'dark' }
  expect(isStep(FIRST_VIEW, moved)).toBe(false)
  expect(isStep(FIRST_VIEW, { ...FIRST_VIEW, level: 1 })).toBe(true)
})

test('a link says whether more of a lineage is drawn than at first', () => {
  expect(viewToHash({ ...FIRST_VIEW, most: 'all' })).toBe('v=2&most=all')
  expect(hashToView('#v=2&most=all').view.most).toBe('all')
})

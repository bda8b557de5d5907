import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSelector, type SelectorTerm } from './parse-selector.ts'

/** The groups of a selector, each term as short as it can be told; a fault as its code and what it points at. */
function told(text: string): unknown {
  const { selector, fault } = parseSelector(text)
  if (fault) return `${fault.code} at ${text.slice(fault.start, fault.end)}|${text.slice(fault.end)}`
  return selector.groups.map((group) => group.map(tellTerm))
}

const tellTerm = ({ method, value, up, down, isNot }: SelectorTerm): string =>
  `${isNot ? 'not ' : ''}${up || ''}<${method} ${value}>${down || ''}`

test('parseSelector(text) reads hops before and after a name, and all the way where no number is given', () => {
  expect(told('2+orders+1')).toEqual([['2<name orders>1']])
  expect(told('+orders')).toEqual([['Infinity<name orders>']])
  expect(told('orders+')).toEqual([['<name orders>Infinity']])
  expect(told('+orders+')).toEqual([['Infinity<name orders>Infinity']])
  expect(told('0+orders')).toEqual([['<name orders>']])
})

test('parseSelector(text) takes blanks for one or the other, and commas for both', () => {
  expect(told('a b')).toEqual([['<name a>'], ['<name b>']])
  expect(told('a,b')).toEqual([['<name a>', '<name b>']])
  expect(told(' a , b\n\tc ')).toEqual([['<name a>', '<name b>'], ['<name c>']])
})

test('parseSelector(text) knows seven conditions; another word before a colon is part of a name', () => {
  expect(told('type:chart schema:public database:shop finding:lineage/no-cycle')).toEqual([
    ['<type chart>'],
    ['<schema public>'],
    ['<database shop>'],
    ['<finding lineage/no-cycle>'],
  ])
  expect(told('id:a title:b key:c')).toEqual([['<id a>'], ['<title b>'], ['<key c>']])
  expect(told('urn:li:chart')).toEqual([['<name urn:li:chart>']])
  expect(told('id:id:a')).toEqual([['<id id:a>']])
  expect(told('1+type:dashboard')).toEqual([['1<type dashboard>']])
})

test('parseSelector(text) takes a minus before a term for without', () => {
  expect(told('a,-b -2+type:chart+')).toEqual([['<name a>', 'not <name b>'], ['not 2<type chart>Infinity']])
  expect(told('--a')).toEqual([['not <name -a>']])
  expect(told('a-b')).toEqual([['<name a-b>']])
})

test('parseSelector(text) takes what is in quotes as it stands: single ones literally, double ones as JSON', () => {
  expect(told(`'2+a, "b"+1'`)).toEqual([['<name 2+a, "b"+1>']])
  expect(told(String.raw`'a\n'`)).toEqual([[String.raw`<name a\n>`]])
  expect(told(String.raw`"a\n\"\\\/\u0041"`)).toEqual([['<name a\n"\\/A>']])
  expect(told('"a\nb"')).toEqual([['<name a\nb>']])
  expect(told(`2+"a b"+1`)).toEqual([['2<name a b>1']])
  expect(told(`id:'a:b'+`)).toEqual([['<id a:b>Infinity']])
  expect(told(`-'-a','b'`)).toEqual([['not <name -a>', '<name b>']])
  expect(told(`''`)).toEqual([['<name >']])
})

test('parseSelector(text) lets quotes and pluses stand inside a name', () => {
  expect(told(`O'Brien`)).toEqual([[`<name O'Brien>`]])
  expect(told('a+b')).toEqual([['<name a+b>']])
  expect(told('a+2b+3')).toEqual([['<name a+2b>3']])
  expect(told('C++')).toEqual([['<name C+>Infinity']])
})

test('parseSelector(text) takes a number for a name where nothing else can be one', () => {
  expect(told('2+')).toEqual([['<name 2>Infinity']])
  expect(told('+2')).toEqual([['Infinity<name 2>']])
  expect(told('2+3')).toEqual([['2<name 3>']])
  expect(told('"2"+3')).toEqual([['<name 2>3']])
  expect(told('2')).toEqual([['<name 2>']])
})

test('parseSelector(text) says where a name is missing', () => {
  expect(told('')).toBe('name-expected at |')
  expect(told('  ')).toBe('name-expected at   |')
  expect(told('a,,b')).toBe('name-expected at ,|b')
  expect(told(',a')).toBe('name-expected at ,|a')
  expect(told('a,')).toBe('name-expected at |')
  expect(told('a -')).toBe('name-expected at |')
  expect(told('+')).toBe('name-expected at |')
  expect(told('++')).toBe('name-expected at +|')
  expect(told('a type: b')).toBe('value-expected at | b')
  expect(told('type:+')).toBe('value-expected at +|')
})

test('parseSelector(text) says where a quote goes wrong', () => {
  expect(told(`a 'b`)).toBe(`quote-not-closed at 'b|`)
  expect(told('a "b\\"')).toBe('quote-not-closed at "b\\"|')
  expect(told(String.raw`"a\x" b`)).toBe(String.raw`unknown-escape at \x|" b`)
  expect(told(String.raw`"\u12"`)).toBe(String.raw`unknown-escape at \u|12"`)
  expect(told(`'a'b c`)).toBe('end-expected at b| c')
  expect(told(`'a'+1b`)).toBe('end-expected at b|')
})

test('parseSelector(text) reads any text to its end, or points into it', () => {
  const scraps = fc.constantFrom(
    '+',
    '1',
    '-',
    ',',
    ' ',
    "'",
    '"',
    '\\',
    'type:',
    'id:',
    'a',
    '\n',
    '\u{1f600}',
    '\ud800',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(scraps).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { selector, fault } = parseSelector(text)
      if (fault) {
        expect(fault.start).toBeGreaterThanOrEqual(0)
        expect(fault.end).toBeGreaterThanOrEqual(fault.start)
        expect(fault.end).toBeLessThanOrEqual(text.length)
        return
      }
      let at = 0
      for (const { start, end } of selector.groups.flat()) {
        expect(text.slice(at, start)).toMatch(/^[\s,]*$/)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
    { numRuns: 2000 },
  )
})

test('parseSelector(text) takes a long text in one pass', () => {
  const long = '1+'.repeat(200_000)
  expect(parseSelector(`${long}x`).selector?.groups[0]).toHaveLength(1)
  expect(parseSelector(`${'a,'.repeat(200_000)}a`).selector?.groups[0]).toHaveLength(200_001)
})

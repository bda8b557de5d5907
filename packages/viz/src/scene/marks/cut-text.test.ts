import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellingAmong } from '../picture/telling.ts'
import { cutText, fitterOf } from './cut-text.ts'

const tenEach = (text: string): number => [...text].length * 10

test('cutText(…) leaves a text that fits, and cuts one that does not with an ellipsis', () => {
  expect(cutText('orders', 60, 400, tenEach)).toBe('orders')
  expect(cutText('orders_daily', 60, 400, tenEach)).toBe('order…')
})

test('cutText(…) leaves no blank before the ellipsis, and nothing at all where not one letter fits', () => {
  expect(cutText('net revenue', 50, 400, tenEach)).toBe('net…')
  expect(cutText('orders', 15, 400, tenEach)).toBe('')
})

test('cutText(…) never cuts a letter in two', () => {
  expect(cutText('👩👩👩👩', 30, 400, tenEach)).toBe('👩👩…')
  expect(cutText('e\u0301te\u0301s', 50, 400, tenEach)).toBe('e\u0301t…')
  expect(cutText('👩‍🚀👩‍🚀👩‍🚀', 50, 400, tenEach)).toBe('👩‍🚀…')
})

test('fitterOf(measure) measures each text and weight once, and enlarges in proportion', () => {
  let asked = 0
  const { width } = fitterOf((text) => (asked++, tenEach(text)))
  expect([width('ab', 12, 400), width('ab', 24, 400), width('ab', 12, 600)]).toEqual([20, 40, 20])
  expect(asked).toBe(2)
})

test('fitterOf(measure) cuts at the same letter at all scales', () => {
  const { fit } = fitterOf(tenEach)
  const at = (k: number): string => fit('orders_daily', 61 * k, 12 * k, 400)
  expect([at(1), at(1.37), at(2.9)]).toEqual(['order…', 'order…', 'order…'])
})

/** How a name reads beside others, where so many letters fit. */
const cutBeside = (name: string, width: number, ...others: readonly string[]): string =>
  cutText(name, width, 400, (text) => [...text].length, tellingAmong([name, ...others])(name))

test('cutText(…, telling) cuts at the end where that tells a text from those beside it', () => {
  expect(cutBeside('marketo.campaignstable', 14, 'marketo.activity')).toBe('marketo.campa…')
  expect(cutBeside('dim_address_clean_all', 18, 'dim_address_clever')).toBe('dim_address_clean…')
  expect(cutBeside('Customer Payment Query', 8, 'Customs')).toBe('Custome…')
  expect(cutBeside('refunds.daily', 10)).toBe('refunds.d…')
})

test('cutText(…, telling) keeps what tells a text from one that would read the same, and as much of its beginning as there is room for', () => {
  const cut = (width: number, other: string): string => cutBeside('ven01911.incident', width, other)
  expect(cut(12, 'ven01911.inch')).toBe('ven…incident')
  expect(cut(8, 'ven01911.inch')).toBe('…incide…')
  expect(cut(9, 'ven01911.cmdb')).toBe('…incident')
  expect(cut(8, 'ven01911.cmdb')).toBe('…incide…')
  expect(cut(4, 'ven01911.inch')).toBe('ven…')
  expect(cut(1, 'ven01911.cmdb')).toBe('')
})

test('cutText(…, telling) keeps the last word, or its number, of a text that another begins with or differs from in that', () => {
  expect(cutBeside('marketo.activity1', 14, 'marketo.activity11')).toBe('marketo.acti…1')
  expect(cutBeside('marketo.activity11', 14, 'marketo.activity1')).toBe('marketo.act…11')
  expect(cutBeside('mistakes.no_schema_2', 14, 'mistakes.no_schema_1')).toBe('mistakes.no_…2')
})

test('cutText(…, telling) never begins within a word: what tells is read from the beginning of its word on, or not at all', () => {
  expect(cutBeside('Customer Payment Query', 7, 'Customise Payment Query')).toBe('Custom…')
  expect(cutBeside('all customer payments', 11, 'all custom payments')).toBe('…customer…')
})

const KINDS = 'acute_inpatient ambulance inpatient_psych inpatient_substance_use outpatient_substance_use'
const STEPS = 'encounter_grain generate_encounter_id match_claims_to_anchor prof_claims start_end_dates'
const CLAIMS = KINDS.split(' ').flatMap((kind) => STEPS.split(' ').map((step) => `${kind}__${step}`))
const INPUTS = 'admit_type ms_drg diagnosis_code revenue_center discharge_disposition'
const VOTES = INPUTS.split(' ').flatMap((input) =>
  ['normalize', 'voting', 'final'].map((step) => `_int_normalized_input_${input}_${step}`),
)

test.each([
  [12, CLAIMS],
  [16, CLAIMS],
  [20, CLAIMS],
  [12, VOTES],
  [20, VOTES],
  [26, VOTES],
] as const)('in %d letters none of the names of an estate reads as another', (width, names) => {
  const read = names.map((name) => cutBeside(name, width, ...names))
  expect(read.filter((cut, i) => read.indexOf(cut) !== i)).toEqual([])
})

test('cutText(…, telling) keeps how two words begin where no one word tells a text from all beside it', () => {
  const names = ['in', 'out'].flatMap((side) =>
    ['hospice', 'rehab', 'surgery'].flatMap((kind) =>
      ['anchor_events', 'encounter_grain', 'match_claims'].map((step) => `${side}patient_${kind}__${step}`),
    ),
  )
  const cut = (width: number): string => cutBeside('outpatient_hospice__anchor_events', width, ...names)
  expect([9, 10, 12].map(cut)).toEqual(['outpatie…', 'o…hos…anc…', 'o…hos…ancho…'])
})

test('the first word is kept where that and the last tell a name from all beside it', () => {
  expect(cutBeside('acute_inpatient__encounter_grain', 10, ...CLAIMS)).toBe('acut…grain')
  expect(cutBeside('ambulance__encounter_grain', 10, ...CLAIMS)).toBe('ambu…grain')
})

const word = fc.constantFrom('a', 'in', 'out', 'acute', 'inpatient', 'claims', 'claim', '2', '21', '𝒳', ' ')
const someName = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .chain((words) => fc.constantFrom('_', '__', ' ', '').map((between) => words.join(between)))

/** Whether a name, with what of it is cut, could be read as another: pieces after a cut begin words. */
const reads = (cut: string, name: string): boolean => {
  const pieces = cut.split('…')
  const [begin, middle, after] = pieces
  if (middle === undefined) return cut === name
  if (!name.startsWith(begin!)) return false
  if (middle === '') return true
  const isWord = (at: number): boolean =>
    at > 0 &&
    /[\p{L}\p{N}]/u.test(String.fromCodePoint(name.codePointAt(at)!)) &&
    (/[^\p{L}\p{N}\uDC00-\uDFFF]/u.test(name.charAt(at - 1)) ||
      (/\d/.test(name.charAt(at)) && !/\d/.test(name.charAt(at - 1))))
  for (let at = name.indexOf(middle, begin!.length); at >= 0; at = name.indexOf(middle, at + 1))
    if (isWord(at) && (after === '' || at + middle.length === name.length)) return true
  return false
}

/** All that a name may be cut to in a width. */
function* cutsOf(name: string, width: number): Generator<string> {
  const letters = [...name]
  for (let start = 0; start < letters.length; start++) {
    const begin = letters.slice(0, start).join('').trimEnd()
    yield `${begin}…`
    for (let from = start + 1; from < letters.length; from++)
      for (let to = from + 1; to <= letters.length; to++) {
        const middle = letters.slice(from, to).join('')
        const cut = `${begin}…${to === letters.length ? middle : `${middle.trimEnd()}…`}`
        if ([...cut].length <= width && middle.trim() !== '' && reads(cut, name)) yield cut
      }
  }
}

test('no two names beside one another read alike, unless no cut of one that fits tells it from the others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(someName, { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 5, max: 24 }),
      (names, width) => {
        const read = names.map((name) => cutBeside(name, width, ...names))
        names.forEach((name, i) => {
          if ([...name].length <= width) expect(read[i]).toBe(name)
          expect([...read[i]!].length).toBeLessThanOrEqual(width)
          if (read.indexOf(read[i]!) === read.lastIndexOf(read[i]!)) return
          const telling = [...cutsOf(name, width)].filter(
            (cut) => [...cut].length <= width && !names.some((other) => other !== name && reads(cut, other)),
          )
          expect(telling, `${name} among ${names.join(', ')} in ${width}`).toEqual([])
        })
      },
    ),
    { numRuns: 300 },
  )
})

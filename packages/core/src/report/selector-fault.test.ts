import { expect, test } from 'vitest'
import { parseSelector, type SelectorFault } from '../graph/select/parse-selector.ts'
import { explainSelectorFault } from './selector-fault.ts'

const faultOf = (text: string): SelectorFault => parseSelector(text).fault!

test('explainSelectorFault(fault) says for each fault what is wrong and how to mend it', () => {
  const faults: SelectorFault[] = [
    ...['', 'type:', "'a", String.raw`"\x"`, "'a'b"].map(faultOf),
    ...(['name', 'id', 'title', 'key', 'type', 'schema', 'database', 'finding'] as const).map((method) => ({
      code: 'nothing-meant' as const,
      start: 0,
      end: 1,
      method,
      value: 'x',
    })),
  ]
  const told = faults.map((fault) => explainSelectorFault(fault))
  expect(new Set(told.map(({ what }) => what)).size).toBe(faults.length)
  for (const { what, help } of told) {
    expect(what).toMatch(/^\S.+[^.]$/)
    expect(help).toMatch(/^\S.+[^.]$/)
  }
})

test('explainSelectorFault(fault) shows a strange name without what would reach a terminal', () => {
  const { what } = explainSelectorFault({
    code: 'nothing-meant',
    start: 0,
    end: 1,
    method: 'name',
    value: 'a\u001b[2J',
  })
  expect(what).toBe(String.raw`nothing is named 'a\u001b[2J'`)
})

test('explainSelectorFault(fault) tells of a word before a colon what can stand there', () => {
  const value = 'shema:public'
  const { help } = explainSelectorFault({ code: 'nothing-meant', start: 0, end: 1, method: 'name', value })
  expect(help).toContain('id, title, key, type, schema, database, finding')
})

test('explainSelectorFault(fault, near) asks whether that was meant; of findings it knows by itself', () => {
  const fault = { code: 'nothing-meant', start: 0, end: 1 } as const
  const help = (method: 'name' | 'finding', value: string, near?: string): string =>
    explainSelectorFault({ ...fault, method, value }, near).help
  expect(help('name', 'ordes', 'orders')).toBe(
    "did you mean 'orders'? A name is an id, a title, or schema.table, letter for letter",
  )
  expect(help('name', 'x', 'a\u001b[2J')).toContain(String.raw`did you mean 'a\u001b[2J'?`)
  expect(help('finding', 'lineage/no-cylce')).toMatch(/^did you mean 'lineage\/no-cycle'\? /)
  expect(help('finding', 'eror')).toMatch(/^did you mean 'error'\? /)
})

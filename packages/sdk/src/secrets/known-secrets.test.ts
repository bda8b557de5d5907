import { expect, test } from 'vitest'
import { know, known } from './known-secrets.ts'
import { Secrets } from './secrets.ts'

test('know(run) has its secrets hidden with those of all others, until it is forgotten', () => {
  const [one, other] = ['hunter22', 'correct-horse'].map((password) => new Secrets({ password }))
  const forgetOne = know(one!)
  const forgetOther = know(other!)
  expect([known.hide('hunter22 correct-horse x'), known.holds('hunter22'), known.holds('x')]).toEqual([
    '*** *** x',
    true,
    false,
  ])
  forgetOne()
  expect(known.hide('hunter22 correct-horse')).toBe('hunter22 ***')
  forgetOther()
})

test('a run that was known before stays so where it is forgotten once', () => {
  const secrets = new Secrets({ password: 'hunter22' })
  const forget = know(secrets)
  know(secrets)()
  expect(known.holds('hunter22')).toBe(true)
  forget()
  expect(known.holds('hunter22')).toBe(false)
})

test('of very many runs the last 1,000 are known', () => {
  const forgets = Array.from({ length: 1001 }, (_, number) =>
    know(new Secrets({ password: `password-${number}.` })),
  )
  expect([known.holds('password-0.'), known.holds('password-1.'), known.holds('password-1000.')]).toEqual([
    false,
    true,
    true,
  ])
  for (const forget of forgets) forget()
})

import { expect, test } from 'vitest'
import { feeds, thing } from '../plain-run.ts'
import { plainSession } from '../plain-session.ts'
import type { Findings, FindingsWish } from './findings.ts'

const ALL: FindingsWish = { mute: [], rule: null, by: 'severity', from: 0, count: 100, focus: null }

test('findings(wish) counts what its list holds: severities of the rule that is chosen, rules by the severities that are not left out', async () => {
  const session = await plainSession(
    ['a', 'b', 'c'].map((id) => thing('table', id)),
    [feeds('gone', 'a'), feeds('lost', 'a'), feeds('c', 'c')],
  )
  const all = await session.findings(ALL)
  expect(new Set(all.rows.map(({ severity }) => severity)).size).toBeGreaterThan(1)
  const listed = ({ rows }: Findings, severity: string): number =>
    rows.filter((row) => row.severity === severity).length
  for (const rule of [null, ...all.rules.map((one) => one.rule), 'no/such-rule']) {
    const heard = await session.findings({ ...ALL, rule })
    expect({ rule, errors: heard.errors, warnings: heard.warnings, infos: heard.infos }).toEqual({
      ...{ rule, errors: listed(heard, 'error'), warnings: listed(heard, 'warning') },
      infos: listed(heard, 'info'),
    })
    // A chip that is switched off says what it would show.
    expect(await session.findings({ ...ALL, rule, mute: ['error'] })).toMatchObject({ errors: heard.errors })
  }
  for (const mute of [[], ['error'], ['error', 'warning', 'info']])
    for (const { rule, count } of (await session.findings({ ...ALL, mute })).rules)
      expect({ mute, rule, count }).toEqual({
        ...{ mute, rule, count: (await session.findings({ ...ALL, mute, rule })).total },
      })
})

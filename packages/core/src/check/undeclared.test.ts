import { expect, test } from 'vitest'
import { say, textOf } from './say.ts'
import { Undeclared } from './undeclared.ts'

test.each([
  ['somebody', "did you mean 'somebody'? Declare 'sombody' with declare_resource, or correct the id."],
  [undefined, 'declare it.'],
])(
  'what an id was meant to be is looked for once, where that is %s, and not for what says nothing of it',
  (near, help) => {
    let asked = 0
    const undeclared = new Undeclared(
      'sombody',
      [],
      1,
      { message: say`not declared`, help: 'declare it.' },
      () => {
        asked++
        return near
      },
    )
    expect(textOf(undeclared.message)).toBe('not declared')
    expect(asked).toBe(0)
    expect([textOf(undeclared.help), undeclared.data, undeclared.data]).toEqual([
      help,
      { nearest: near ?? null },
      { nearest: near ?? null },
    ])
    expect(asked).toBe(1)
  },
)

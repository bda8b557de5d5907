import { expect, test } from 'vitest'
import { recent } from '../recent.ts'
import { takeSteps } from './take-steps.ts'

function* counting(steps: number): Generator<void, number> {
  for (let i = 0; i < steps; i++) yield
  return steps
}
/** A clock that moves by so many milliseconds each time it is looked at. */
const clock = (by: number): (() => number) => {
  let time = 0
  return () => (time += by)
}

test('takeSteps(steps) gives what they lead to', async () => {
  expect(await takeSteps(counting(5), { now: clock(1), isWanted: () => true, deadline: 100 })).toBe(5)
})

test('takeSteps(steps) gives null where it is not wanted any more, and undefined where it takes too long', async () => {
  expect(await takeSteps(counting(50), { now: clock(10), isWanted: () => false, deadline: 1000 })).toBeNull()
  expect(
    await takeSteps(counting(50), { now: clock(10), isWanted: () => true, deadline: 100 }),
  ).toBeUndefined()
})

test('takeSteps(steps) lets in what has come meanwhile', async () => {
  let isWanted = true
  const steps = takeSteps(counting(1000), { now: clock(5), isWanted: () => isWanted, deadline: 1e9 })
  isWanted = false
  expect(await steps).toBeNull()
})

test('recent(most) makes a value once, and forgets what was asked for longest ago', () => {
  const made: string[] = []
  const values = recent<string>(2)
  const ask = (name: string): string =>
    values(name, () => {
      made.push(name)
      return name
    })
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(name)).toBe(name)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  expect(values.known('c')).toBeUndefined()
})

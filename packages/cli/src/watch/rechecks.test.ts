import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_WAIT, QUIET, Rechecks, type Timers } from './rechecks.ts'

/** A clock that stands until it is turned. */
class Clock implements Timers {
  now = 0
  #waiting: { at: number; act: () => void }[] = []

  after(milliseconds: number, act: () => void): () => void {
    const one = { at: this.now + milliseconds, act }
    this.#waiting.push(one)
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one)
    }
  }

  /** Turns it on, and does on the way what is due; what was promised by then is done as well. */
  async turn(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds
    await settled()
    for (;;) {
      const [due] = this.#waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)
      if (!due) break
      this.#waiting = this.#waiting.filter((other) => other !== due)
      this.now = due.at
      due.act()
      await settled()
    }
    this.now = end
  }
}

const settled = () => new Promise<void>((done) => setImmediate(done))

/** Checks that take some time each, and when they began. */
function slowChecks(clock: Clock, takes: (nth: number) => number) {
  const begun: number[] = []
  let running = 0
  const check = async (): Promise<void> => {
    expect(running++).toBe(0)
    begun.push(clock.now)
    await new Promise<void>((done) => void clock.after(takes(begun.length - 1), done))
    running--
  }
  return { begun, rechecks: new Rechecks(check, clock) }
}

test('new Rechecks(check) checks at once', async () => {
  const clock = new Clock()
  const { begun } = slowChecks(clock, () => 0)
  await clock.turn(10_000)
  expect(begun).toEqual([0])
})

test('changed() checks once for many changes, when they are over', async () => {
  const clock = new Clock()
  const { begun, rechecks } = slowChecks(clock, () => 0)
  await clock.turn(1)
  for (let i = 0; i < 3; i++) {
    rechecks.changed()
    await clock.turn(50)
  }
  await clock.turn(10_000)
  expect(begun).toEqual([0, 101 + QUIET])
})

test('changed() checks in between when the changes do not end', async () => {
  const clock = new Clock()
  const { begun, rechecks } = slowChecks(clock, () => 0)
  await clock.turn(0)
  for (let i = 0; i < 50; i++) {
    rechecks.changed()
    await clock.turn(50)
  }
  expect(begun.slice(0, 2)).toEqual([0, LONGEST_WAIT])
})

test('changed() during a check leads to one more', async () => {
  const clock = new Clock()
  const { begun, rechecks } = slowChecks(clock, () => 500)
  await clock.turn(100)
  for (let i = 0; i < 3; i++) rechecks.changed()
  await clock.turn(10_000)
  expect(begun).toEqual([0, 500 + QUIET])
})

test('stop() ends at once, also during a check, and calls off what waits', async () => {
  const clock = new Clock()
  const { begun, rechecks } = slowChecks(clock, () => 500)
  await clock.turn(100)
  rechecks.changed()
  rechecks.stop()
  await rechecks.ended
  expect(rechecks.isChecking).toBe(true)
  await clock.turn(10_000)
  rechecks.changed()
  await clock.turn(10_000)
  expect(begun).toEqual([0])
})

test('ended rejects with what a check rejects with', async () => {
  const rechecks = new Rechecks(() => Promise.reject(new Error('ours')), new Clock())
  await expect(rechecks.ended).rejects.toThrow('ours')
})

test('no change is lost, no two checks run at a time, and no check runs without a change', async () => {
  const changes = fc.array(fc.nat(400), { maxLength: 30 })
  const durations = fc.array(fc.nat(700), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(changes, durations, async (pauses, takes) => {
      const clock = new Clock()
      const { begun, rechecks } = slowChecks(clock, (nth) => takes[nth % takes.length]!)
      let last = 0
      for (const pause of pauses) {
        await clock.turn(pause)
        last = clock.now
        rechecks.changed()
      }
      await clock.turn(10_000)
      expect(begun.at(-1)).toBeGreaterThanOrEqual(last)
      expect(begun.length).toBeLessThanOrEqual(pauses.length + 1)
    }),
    { numRuns: 40 },
  )
})

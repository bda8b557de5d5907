/** While steps are taken, questions that came meanwhile are answered about every so many milliseconds. */
const BREATH = 12

export interface StepWish {
  /** Milliseconds. */
  readonly now: () => number
  /** Whether the result is still waited for. */
  readonly isWanted: () => boolean
  /** Milliseconds from now after which it is given up. */
  readonly deadline: number
}

/** Takes steps to their end. @returns null where nobody waits for it any more, undefined where it took too long. */
export async function takeSteps<Result>(
  steps: Generator<void, Result>,
  { now, isWanted, deadline }: StepWish,
): Promise<Result | null | undefined> {
  const began = now()
  let breathed = began
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    const time = now()
    if (time - began > deadline) return undefined
    if (time - breathed < BREATH) continue
    await pause()
    if (!isWanted()) return null
    breathed = now()
  }
}

/** Lets in what has come meanwhile. A timer would wait for some milliseconds as well. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

import type { ReadBytes } from '../source/blob-source.ts'
import type { Answer, Answers, Asked, Question, Questions } from './protocol.ts'
import { startSession } from './session.ts'

/** The end of a talk at which questions come in: a worker's own global, or a port. */
export interface AskedEnd {
  addEventListener(type: 'message', listener: (event: MessageEvent<Asked>) => void): void
  postMessage(answer: Answer): void
}

/** Answers the page's questions, each whenever its answer is there. */
export function serve(end: AskedEnd, readBytes?: ReadBytes): void {
  const answers = startSession({
    ...(readBytes && { readBytes }),
    now: () => performance.now(),
    onProgress: (progress) => end.postMessage({ progress }),
  })
  const answer = async <Q extends Question>(question: Q, args: readonly unknown[]): Promise<unknown> => {
    const given: Answers[Q] = answers[question]
    return await given(...(args as Parameters<Questions[Q]>))
  }
  end.addEventListener('message', ({ data: { id, question, args } }) => {
    answer(question, args).then(
      (value) => end.postMessage({ id, value }),
      (error: unknown) =>
        end.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
    )
  })
}

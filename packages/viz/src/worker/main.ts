import type { Answer, Asked, Question, Questions } from './protocol.ts'
import { startSession, type Answers } from './session.ts'

/** What a worker's own global is, as far as this file goes: the page's types know the window only. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<Asked>) => void): void
  postMessage(answer: Answer): void
}
const scope = globalThis as unknown as WorkerScope
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}

const answers = startSession({
  readBytes: (blob) => new FileReaderSync().readAsArrayBuffer(blob),
  now: () => performance.now(),
  onProgress: (progress) => scope.postMessage({ progress }),
})

const answer = async <Q extends Question>(question: Q, args: readonly unknown[]): Promise<unknown> => {
  const given: Answers[Q] = answers[question]
  return await given(...(args as Parameters<Questions[Q]>))
}

scope.addEventListener('message', ({ data: { id, question, args } }) => {
  answer(question, args).then(
    (value) => scope.postMessage({ id, value }),
    (error: unknown) =>
      scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  )
})

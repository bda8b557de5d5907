import type { Answer, Asked, Question, Questions } from './protocol.ts'
import type { Progress } from './answers/run-facts.ts'

/** The worker as the page sees it: it is asked, and promises an answer. */
export interface Client {
  ask<Q extends Question>(question: Q, ...args: Parameters<Questions[Q]>): Promise<ReturnType<Questions[Q]>>
  /** Stops the worker in whatever it does. Questions that are open stay without an answer. */
  stop(): void
}

/** The end of a talk at which the page asks: that of a worker, as far as it is needed. */
export interface AskingEnd {
  addEventListener(type: 'message', listener: (event: { readonly data: Answer }) => void): void
  addEventListener(type: 'error', listener: (event: { readonly message: string }) => void): void
  postMessage(question: Asked): void
  terminate(): void
}

export function startClient(worker: AskingEnd, onProgress: (progress: Progress) => void): Client {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  worker.addEventListener('message', ({ data }) => {
    if ('progress' in data) {
      onProgress(data.progress)
      return
    }
    const asker = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) asker?.reject(new Error(data.error))
    else asker?.resolve(data.value)
  })
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || 'the worker could not be started'))
    waiting.clear()
  })
  return {
    ask: (question, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        worker.postMessage({ id, question, args } satisfies Asked)
      }),
    stop: () => worker.terminate(),
  }
}

import type { Answer, Asked } from './protocol.ts'
import type { AskingEnd } from './client.ts'
import { serve } from './serve.ts'

/**
 * A worker; or, where the browser starts none, what does its work in the page's own thread, and then the files are held whole. That there
 * is none a browser says at once or later, but before the first answer: what was asked until then is asked again.
 */
export function workerOrHere(startWorker: () => Worker): AskingEnd {
  const listeners: ((event: { readonly data: Answer }) => void)[] = []
  const asked: Asked[] = []
  let hasAnswered = false
  let end: Pick<Worker, 'postMessage' | 'terminate'>
  const hear = (event: MessageEvent<Answer>): void => {
    hasAnswered = true
    for (const listener of listeners) listener(event)
  }
  const workHere = (): void => {
    const { port1, port2 } = new MessageChannel()
    serve(port2)
    port2.start()
    port1.addEventListener('message', hear)
    port1.start()
    end = { postMessage: (question: Asked) => port1.postMessage(question), terminate: () => port1.close() }
    for (const question of asked) port1.postMessage(question)
  }
  try {
    const worker = startWorker()
    end = worker
    worker.addEventListener('message', hear)
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      if (!hasAnswered) workHere()
    })
  } catch {
    workHere()
  }
  return {
    addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (typeof listeners)[number])
    },
    postMessage(question) {
      if (!hasAnswered) asked.push(question)
      end.postMessage(question)
    },
    terminate: () => end.terminate(),
  }
}

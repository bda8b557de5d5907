import { parentPort } from 'node:worker_threads'
import { Batch, buffersOf, type BatchParts } from '../read/batch.ts'
import { PathError } from './path-error.ts'
import { partsOfTask, READY, type NumberedTask, type ReadTask, type TaskAnswer } from './read-task.ts'

// A thread that reads: it is sent tasks and answers each with batches.
const batch = new Batch()

parentPort?.on('message', ({ number, task }: NumberedTask) => {
  const parts = read(task)
  const answer: TaskAnswer = { number, parts }
  parentPort?.postMessage(answer, parts?.flatMap(buffersOf) ?? [])
})

/** A file that cannot be read is no fault of the thread: who sent the task finds the same, and says so. */
function read(task: ReadTask): BatchParts[] | undefined {
  try {
    return partsOfTask(task, batch)
  } catch (error) {
    if (error instanceof PathError) return undefined
    throw error
  }
}

parentPort?.postMessage(READY)

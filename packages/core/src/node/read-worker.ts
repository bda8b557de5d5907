import { parentPort, workerData } from 'node:worker_threads'
import { answerSpans, type AheadData } from './read-ahead.ts'
import { Batch, buffersOf, type BatchParts } from '../read/batch.ts'
import { PathError } from './path-error.ts'
import { partsOfTask, READY, type NumberedTask, type ReadTask, type TaskAnswer } from './read-task.ts'

// A thread that reads. Mostly it is sent tasks and answers each with batches; else it finds values in lines that have been read.
const batch = new Batch()

function answerTasks(): void {
  parentPort?.on('message', ({ number, task }: NumberedTask) => {
    const parts = read(task)
    const answer: TaskAnswer = { number, parts }
    parentPort?.postMessage(answer, parts?.flatMap(buffersOf) ?? [])
  })
  parentPort?.postMessage(READY)
}

/** A file that cannot be read is no fault of the thread: who sent the task finds the same, and says so. */
function read(task: ReadTask): BatchParts[] | undefined {
  try {
    return partsOfTask(task, batch)
  } catch (error) {
    if (error instanceof PathError) return undefined
    throw error
  }
}

const ahead = workerData as AheadData | null | undefined
if (ahead) answerSpans(ahead)
else answerTasks()

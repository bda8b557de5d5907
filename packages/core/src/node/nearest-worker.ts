import { workerData } from 'node:worker_threads'
import { NearestIndex } from '../graph/nearest.ts'
import { Strings, UNSET } from '../read/strings.ts'
import { BEGUN, OVER, WAITING, type NearestWork } from './nearest-elsewhere.ts'

// A thread that finds what texts were meant to be, and ends.
const { task, state, port } = workerData as NearestWork
if (Atomics.compareExchange(state, 0, WAITING, BEGUN) === WAITING)
  try {
    const { asked, known, effort } = task
    const strings = new Strings()
    strings.adopt(task.strings)
    const index = new NearestIndex({ length: known.length, at: (i) => strings.get(known.at(i) ?? UNSET) })
    const texts = Array.from(asked, (text) => strings.get(text))
    port.postMessage(index.nearestOf(texts, effort))
  } finally {
    Atomics.store(state, 0, OVER)
    Atomics.notify(state, 0)
  }
port.close()

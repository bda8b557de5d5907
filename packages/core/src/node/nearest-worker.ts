import { workerData } from 'node:worker_threads'
import { findNearest } from '../graph/find-nearest.ts'
import { Strings } from '../read/strings.ts'
import { BEGUN, OVER, WAITING, type NearestWork } from './nearest-elsewhere.ts'

// A thread that finds what texts were meant to be, and ends.
const { strings: parts, task, state, port } = workerData as NearestWork
if (Atomics.compareExchange(state, 0, WAITING, BEGUN) === WAITING)
  try {
    const strings = new Strings()
    strings.adopt(parts)
    const { texts, nearest } = findNearest(strings, task)
    const buffers = [...Object.values(texts), nearest].map(({ buffer }) => buffer as ArrayBuffer)
    port.postMessage({ texts, nearest }, buffers)
  } finally {
    Atomics.store(state, 0, OVER)
    Atomics.notify(state, 0)
  }
port.close()

import { workerData } from 'node:worker_threads'
import { NearestInTable } from '../graph/nearest-in-table.ts'
import { Strings } from '../read/strings.ts'
import { BEGUN, OVER, WAITING, type NearestWork } from './nearest-elsewhere.ts'

// A thread that finds what texts were meant to be, and ends.
const { strings: parts, task, state, port } = workerData as NearestWork
if (Atomics.compareExchange(state, 0, WAITING, BEGUN) === WAITING)
  try {
    const strings = new Strings()
    strings.adopt(parts)
    const { asked, nearest } = new NearestInTable(strings, task.known).nearestOf(task.asked, task.effort)
    port.postMessage({ asked, nearest }, [asked.buffer as ArrayBuffer, nearest.buffer as ArrayBuffer])
  } finally {
    Atomics.store(state, 0, OVER)
    Atomics.notify(state, 0)
  }
port.close()

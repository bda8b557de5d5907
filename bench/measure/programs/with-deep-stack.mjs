// Runs a program of Node in a thread with a stack that is deep enough for a library that calls itself once a resource.
import { Worker } from 'node:worker_threads'

const [, , program, ...argv] = process.argv
const thread = new Worker(program, { argv, resourceLimits: { stackSizeMb: 2000 } })
thread.on('exit', (code) => (process.exitCode = code))

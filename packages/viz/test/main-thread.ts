import { cpus } from 'node:os'
import type { Page } from 'playwright-core'

/** As much of an event of Chromium's tracing as is looked at. Times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Of complete events: how long they took, and how long of that their thread was computing. */
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The longest tasks of the page's own thread, in milliseconds. */
export interface LongestTasks {
  /**
   * By the thread's own clock, which stands while it waits: what the page itself is to blame for. It says the same on a busy machine, where a
   * short task may wait for a core again and again, and does not see a task that waits for a file or for a lock.
   */
  readonly computed: number
  /** By the clock on the wall, which sees that too: what somebody feels. */
  readonly passed: number
  /** How much of all cores' time nobody used meanwhile, from 0 to 1: where that is little, the clock on the wall tells of others. */
  readonly spare: number
}

/** How long the page's own thread was blocked at most while something went on. */
export async function longestTasks(page: Page, act: () => Promise<void>): Promise<LongestTasks> {
  const browser = page.context().browser()!
  await browser.startTracing(page, { categories: ['toplevel'] })
  const before = coreTimes()
  await act()
  const after = coreTimes()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const keyOf = ({ pid, tid }: TraceEvent): string => `${pid}.${tid}`
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(keyOf),
  )
  const tasks = traceEvents.filter(
    (event) =>
      event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && mainThreads.has(keyOf(event)),
  )
  if (!tasks.some(({ dur, tdur }) => dur !== undefined && tdur !== undefined))
    throw new Error('this browser does not trace what its threads compute')
  const longest = (time: (task: TraceEvent) => number | undefined): number =>
    tasks.reduce((most, task) => Math.max(most, time(task) ?? 0), 0) / 1000
  return {
    computed: longest(({ tdur }) => tdur),
    passed: longest(({ dur }) => dur),
    spare: (after.idle - before.idle) / (after.all - before.all),
  }
}

/** What all cores have done since the machine was started, in milliseconds. */
function coreTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((core) => core.times)
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  return {
    idle: sum(times.map(({ idle }) => idle)),
    all: sum(times.flatMap((one) => Object.values(one))),
  }
}

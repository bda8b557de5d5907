import type { Page } from 'playwright-core'

/** As much of an event of Chromium's tracing as is looked at. Times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Of complete events: the time that the thread was computing, without its waiting for a core. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * How long the page's own thread was blocked at most while something went on.
 * @returns milliseconds that the longest of its tasks computed. It is the thread's own time, not that of the clock: on a machine that does
 *   other things as well, a short task may wait for long to be continued.
 */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!
  await browser.startTracing(page, { categories: ['toplevel'] })
  await act()
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
  if (!tasks.some(({ tdur }) => tdur !== undefined))
    throw new Error('this browser does not trace what its threads compute')
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000
}

import { expect } from 'vitest'
import type { Judged } from './checkable.ts'
import { passLineageCheck, type LineageCheckOptions } from './pass-lineage-check.ts'

export type { Checkable, Checker } from './checkable.ts'
export type { LineageCheckOptions } from './pass-lineage-check.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any -- the declaration that it is merged with says `any`
  interface Matchers<T = any> {
    /**
     * Passes where a run has no error, and no more warnings than `maxWarnings`: `await expect('out/').toPassLineageCheck()`.
     * Takes a path or several of one run, a run, a graph, a report, or what has a `check()` that promises one, such as an integration.
     */
    toPassLineageCheck(options?: LineageCheckOptions): T extends Judged ? void : Promise<void>
  }
}

expect.extend({
  toPassLineageCheck(received: unknown, options: LineageCheckOptions = {}) {
    const { RECEIVED_COLOR } = this.utils
    return passLineageCheck(received, options, RECEIVED_COLOR('x') !== 'x') // it paints where vitest does
  },
})

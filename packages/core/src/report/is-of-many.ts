import type { Verdict } from '../check/finding.ts'

/** Whether a report is about many runs, which have names then, be it that only one of them was there. */
export const isOfMany = ({ runs }: Verdict): boolean => runs.every(({ name }) => name !== undefined)
